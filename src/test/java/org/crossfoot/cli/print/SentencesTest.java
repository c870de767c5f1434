package org.crossfoot.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.cli.Desk;
import org.crossfoot.cli.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said on standard error can be read, however much went wrong. */
class SentencesTest {

    private static String printed(List<String> sentences) {
        StringWriter out = new StringWriter();
        Sentences.print(new PrintWriter(out, true), "crossfoot: ", sentences);
        return out.toString().replace("\r\n", "\n");
    }

    @ParameterizedTest
    @CsvSource({"1,900000", "20001,30", "60,1000", "5,3000", "49,10"})
    void ofVeryMuchTheBeginningIsSaidAndHowMuchMoreThereIs(int sentences, int length) {
        String printed = printed(IntStream.range(0, sentences).mapToObj(i -> "x".repeat(length)).toList());

        assertThat(printed.length()).isLessThan(9_500);
        assertThat(printed.lines().count()).isBetween(1L, 49L);
        assertThat(printed).startsWith("crossfoot: xxx");
        long told = printed.lines().filter(line -> line.contains("xxx")).count();
        assertThat(printed.endsWith("crossfoot: and " + (sentences - told) + " more\n")).isEqualTo(told < sentences);
    }

    @Test
    void ofFewAllIsSaid() {
        assertThat(printed(List.of("one", "two"))).isEqualTo("crossfoot: one\ncrossfoot: two\n");
        assertThat(printed(List.of())).isEmpty();
    }

    @Test
    void aSentenceStaysOnOneLineWhateverItQuotes() {
        assertThat(printed(List.of("a\nb\r\u001b[2J\u202e\u2028c")))
                .isEqualTo("crossfoot: a\u00b7b\u00b7\u00b7[2J\u00b7\u00b7c\n");
    }

    @Test
    void aGreatCircleAndAGreatManyMistakesAreShort(@TempDir Path home) {
        String header = "area,name,part_of,breakdown,aliases\nus,United States,,,\n";
        for (String areas : List.of(
                IntStream.range(0, 20_000).mapToObj(i -> "a%d,A%d,a%d,office,\n".formatted(i, i, (i + 1) % 20_000))
                .collect(Collectors.joining()), IntStream.range(0, 20_000).mapToObj(i -> "a b%d,A%d,,,\n".formatted(i, i))
                .collect(Collectors.joining()))) {
            Program.Ended ended = new Desk(home.resolve(String.valueOf(areas.length()))).put("areas.csv", header + areas)
                    .run("run", "--date", "2025-01-26");

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err().length()).isLessThanOrEqualTo(10_000);
            assertThat(ended.err().lines().count()).isLessThanOrEqualTo(50);
            assertThat(ended.err()).contains(areas.startsWith("a0") ? "found a circle: a0 is part of a1 is part of" : "and ",
                    " in the settings; nothing was done");
        }
    }
}

package org.crossfoot.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTableTest {

    private static List<String> lines(PlainTable table) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString().lines().toList();
    }

    @Test
    void columnsAreAlignedAndNumbersStandToTheRight() {
        assertThat(lines(new PlainTable(List.of(0), "line", "column").row(2, "arrests").row(1179, null).row(30, "day")))
                .containsExactly(
                "  line  column",
                "     2  arrests",
                "  1179",
                "    30  day");
    }

    @Test
    void whatIsTooLongIsWrappedInItsColumnAndLosesNothing() {
        String sentence = "a sentence of many words, each of which is shown ".repeat(5).strip();
        String word = "w".repeat(150);

        List<String> lines = lines(new PlainTable(List.of(0), "line", "text", "why").row(7, word, sentence).row(8, "x", "y"));

        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(PlainTable.WIDTH));
        assertThat(lines.get(1)).matches(" +7 {2}w+ {2}a sentence of .*");
        assertThat(lines).noneMatch(String::isBlank);
        assertThat(String.join("", lines).replaceAll("[^w]", "")).hasSize(150 + "why".replaceAll("[^w]", "").length() + 5 * 3);
        assertThat(lines.get(lines.size() - 1)).matches(" +8  x +y");
    }

    @Test
    void textIsShownAsItIsButCannotMoveTheTerminalsCursor() {
        assertThat(lines(new PlainTable(List.of(), "text").row("@|bold 1,179|@").row("a\u001b[2Jb\nc\u202ed")
                .row("\u00e9t\u00e9")))
                .containsExactly("  text", "  @|bold 1,179|@", "  a\u00b7[2Jb\u00b7c\u00b7d", "  \u00e9t\u00e9");
    }
}

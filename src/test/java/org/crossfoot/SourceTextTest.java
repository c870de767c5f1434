package org.crossfoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the text of the program keeps to, and no compiler sees. */
class SourceTextTest {

    /** {@code %d}, {@code %,d}, {@code %.3f}, but not the {@code %d{…}} of a log's pattern. */
    private static final Pattern NUMBER_OF_A_LANGUAGE = Pattern.compile("%(?:\\d+\\$)?[-+0-9,.(#]*[doeEfgGt](?![a-zA-Z{])");

    /** A machine in Cairo would write the digits of its own into a query, a seal or a page; {@code %s} never does. */
    @Test
    void numbersAreFormattedInNoLanguageOfTheMachine() throws IOException {
        assertThat("\"first %d rows\"").containsPattern(NUMBER_OF_A_LANGUAGE);
        assertThat(lines(line -> NUMBER_OF_A_LANGUAGE.matcher(line).find() && !line.contains("Locale.ROOT"))).isEmpty();
    }

    @Test
    void noLineIsLongerThan130() throws IOException {
        assertThat(lines(line -> line.length() > 130)).isEmpty();
    }

    /** The lines of the program of a kind, with file and number. */
    private static List<String> lines(Predicate<String> kind) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(sources).isNotEmpty();
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (kind.test(lines.get(i))) {
                    found.add(source + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        return found;
    }
}

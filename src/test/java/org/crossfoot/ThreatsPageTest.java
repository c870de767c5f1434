package org.crossfoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on threats names for every defence the tests that hold it. */
class ThreatsPageTest {

    private static final Path PAGE = Path.of("src/site/threats.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void everyTestItNamesIsThere() throws IOException {
        Set<String> there;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            there = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - 5)).collect(Collectors.toSet());
        }
        Set<String> named = TEST.matcher(Files.readString(PAGE)).results().map((MatchResult test) -> test.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(10).isSubsetOf(there);
    }

    @Test
    void everyDefenceOfItsTablesNamesATest() throws IOException {
        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| ") && !line.startsWith("| threat |")))
                .isNotEmpty().allMatch(line -> TEST.matcher(line).find());
    }

    @Test
    void theReadmeLeadsToIt() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("(src/site/threats.md)");
    }
}

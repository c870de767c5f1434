package org.crossfoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the house shows the house as it stands. */
class ArchitecturePageTest {

    private static final Path CODE = Path.of("src/main/java/org/crossfoot");
    private static final Path TESTS = Path.of("src/test/java/org/crossfoot");
    private static final Path PAGE = Path.of("src/site/architecture.md");

    /** {@code `Night`}, {@code `job.Night`}, {@code `job.step.Receive`}. */
    private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)*)([A-Z]\\w+)`");
    private static final Pattern ROOM = Pattern.compile("`([a-z]+(?:\\.[a-z]+)?)`");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\| (.*)");

    @Test
    void everyRoomHasItsRowAndEveryInnerRoomIsNamedInTheRowOfItsRoom() throws IOException {
        Set<String> named = new TreeSet<>();
        Set<String> rowsSeen = new TreeSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            MatchResult row = ROW.matcher(line).results().findFirst().orElse(null);
            if (row != null && rowsSeen.add(row.group(1))) {
                named.add(row.group(1));
            } else if (row != null) {
                ROOM.matcher(row.group(2)).results().map(inner -> row.group(1) + "." + inner.group(1)).forEach(named::add);
            }
        }

        assertThat(named).isEqualTo(rooms());
    }

    @Test
    void everyClassItNamesIsThereInTheRoomItNames() throws IOException {
        List<MatchResult> named = CLASS.matcher(Files.readString(PAGE)).results().toList();
        Set<String> there = Stream.concat(classes(CODE), classes(TESTS)).collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(5).allSatisfy(one -> assertThat(there)
                .anyMatch(path -> ("/" + path).endsWith("/" + one.group(1).replace('.', '/') + one.group(2) + ".java")));
    }

    @Test
    void everyRoomOfItsTextIsThere() throws IOException {
        Set<String> all = rooms();
        Set<String> inner = all.stream().map(room -> room.substring(room.indexOf('.') + 1)).collect(Collectors.toSet());

        assertThat(ROOM.matcher(Files.readString(PAGE)).results().map(room -> room.group(1)).collect(Collectors.toSet()))
                .allMatch(room -> all.contains(room) || inner.contains(room));
    }

    private static Set<String> rooms() throws IOException {
        try (Stream<String> classes = classes(CODE)) {
            return classes.filter(path -> path.contains("/"))
                    .map(path -> path.substring(0, path.lastIndexOf('/')).replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Their paths below a folder. */
    private static Stream<String> classes(Path folder) throws IOException {
        List<String> paths;
        try (Stream<Path> files = Files.walk(folder)) {
            paths = files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/')).toList();
        }
        return paths.stream();
    }
}

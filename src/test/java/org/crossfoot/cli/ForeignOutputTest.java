package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder that somebody else publishes in is not published in. */
class ForeignOutputTest {

    @TempDir
    private Path home;

    private static List<String> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"index.html, <title>My own pages</title>, run", "summary.csv, 'date,sum', run", "index.html, \u00e9\u00ff, rerun",
            "summary.csv, '', rerun"})
    void anIndexOrSummaryThatIsNotItsOwnIsRefusedAndLeftAlone(String name, String text, String command) throws IOException {
        Desk desk = new Desk(home);
        Path file = Files.createDirectories(desk.output()).resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));

        Ended refused = command.equals("run") ? desk.run("run", "--date", "2025-01-26") : desk.run("rerun", "2025-01-26");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--output " + desk.output() + ": has a " + name + " that Crossfoot did not make");
        assertThat(all(desk.output())).containsExactly("", name);
        assertThat(Files.readAllBytes(file)).isEqualTo(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** As after an upgrade, a lost ledger, or in a copy that was made for readers alone. */
    @Test
    void aFolderOfItsOwnIsTakenWhateverBecameOfItsFiles() throws IOException {
        Desk desk = new Desk(home);
        desk.run("run", "--date", "2025-01-26");
        Path readers = Files.createDirectories(home.resolve("readers"));
        for (String name : List.of("index.html", "summary.csv")) {
            Files.copy(desk.output().resolve(name), readers.resolve(name));
            Files.writeString(desk.output().resolve(name), "scribble");
        }

        assertThat(desk.run("run", "--date", "2025-01-26", "--output", readers.toString()).exitCode()).isOne();
        assertThat(desk.run("rerun", "2025-01-26").exitCode()).isOne();
        assertThat(Files.readString(desk.output().resolve("index.html"))).contains("<title>Crossfoot ");
        assertThat(Files.readString(desk.output().resolve("summary.csv"))).startsWith("date,revision,");
    }
}

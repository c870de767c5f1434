package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports and folders that cannot be read: each is told, the rest is done, and the night is incomplete. */
class BadInputIT {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0,
            0, 1, 0, 0, 0, 1, 8};

    @TempDir
    Path home;

    @Test
    void everyFaultIsToldAndTheRestIsDone() throws Exception {
        Program crossfoot = new Program(home, "-Xmx256m").withSample();
        Path input = home.resolve("input");
        Files.createDirectories(input.resolve("unsettled"));
        Files.writeString(input.resolve("unsettled/a.csv"), "a\n1\n");
        Files.createDirectories(input.resolve("empty"));
        Files.copy(input.resolve("ice-daily-posts/source.yml"), input.resolve("empty/source.yml"));
        crossfoot.put("ice-daily-posts/picture.csv", PNG);
        Files.createSymbolicLink(input.resolve("ice-daily-posts/link.csv"), Path.of("nowhere.csv"));
        Files.createDirectories(input.resolve("ice-daily-posts/folder.csv"));
        crossfoot.put("stray.csv", "a\n1\n");
        Files.createDirectories(home.resolve("elsewhere"));
        Files.createSymbolicLink(input.resolve("linked"), home.resolve("elsewhere"));
        oneLineOf200Megabytes(input.resolve("ice-daily-posts/line.csv"));

        Ended night = crossfoot.run("run", "--date", "2025-01-26");

        assertThat(night.exitCode()).as(night.err()).isEqualTo(3);
        assertThat(night.err()).contains("unsettled/source.yml: missing, so its report was not read",
                "empty/: holds no report (*.csv, *.csv.gz)", "ice-daily-posts/picture.csv: the file is no CSV but a PNG image",
                "ice-daily-posts/link.csv: is no plain file", "ice-daily-posts/folder.csv: is no plain file",
                "stray.csv: a report outside every source", "linked/: is a link",
                "ice-daily-posts/line.csv:2: the line is longer than 1000000 characters; is this a CSV file?")
                .doesNotContain("Exception")
                .as("each is told once").hasLineCount(8);
        assertThat(night.out()).contains("8 not readable (exit 3)").hasLineCount(1);
        assertThat(Files.readString(home.resolve("output/2025-01-26/discrepancies.csv"))).contains("sources-agree");
        assertThat(home.resolve("output/summary.csv")).content().hasLineCount(12);
        Path run = home.resolve("output/runs").resolve(home.resolve("output/runs").toFile().list()[0]);
        assertThat(run.resolve("rejects.csv")).content().contains("line-too-long").contains("ice-daily-posts/picture.csv");
        assertThat(run.resolve("run.json")).content().contains("\"state\" : \"unreadable\"");

        Ended again = crossfoot.run("run", "--date", "2025-01-26", "--quiet");
        assertThat(again.exitCode()).as("the faults still stand").isEqualTo(3);
        assertThat(again.err()).contains("picture.csv");

        assertThat(crossfoot.run("check").exitCode()).isEqualTo(3);
    }

    private static void oneLineOf200Megabytes(Path file) throws Exception {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("posted_on,date,arrests,detainers\n".getBytes(StandardCharsets.UTF_8));
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                out.write(block);
            }
        }
    }

    @Test
    void anEmptyInputFolderLacksItsSettings() throws Exception {
        Files.createDirectories(home.resolve("input"));
        Ended night = new Program(home).run("run");
        assertThat(night.exitCode()).isEqualTo(2);
        assertThat(night.err()).contains("crossfoot.yml");
        assertThat(home.resolve("output")).doesNotExist();
    }
}

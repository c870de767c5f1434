package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in the bare environment that cron gives them, on a copy of the project whose jar is newer than its sources. */
class ScriptsIT {

    @TempDir
    Path home;

    private Program starter;

    @BeforeEach
    void aProjectThatIsBuilt() throws IOException {
        starter = new Program(home).withSample();
        Program.copy(Path.of("scripts"), home.resolve("scripts"));
        for (String script : List.of("crossfoot", "nightly.sh", "rerun.sh")) {
            Files.setPosixFilePermissions(home.resolve("scripts").resolve(script), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.createDirectories(home.resolve("src/main"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("target"));
        Files.copy(Program.jar(), home.resolve("target/crossfoot.jar"));
        Files.setLastModifiedTime(home.resolve("target/crossfoot.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    }

    private Ended script(String name, String... arguments) {
        return script(Path.of(System.getProperty("java.home")), name, arguments);
    }

    private Ended script(Path java, String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("scripts").resolve(name).toString()));
        command.addAll(List.of(arguments));
        return starter.start(Path.of("/"), Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin", "LANG", "C", "JAVA_HOME",
                java.toString()), command).end();
    }

    @Test
    void theNightUnderCronKeepsALogAndPrintsTheLineOnlyWhereNotAllIsWell() throws Exception {
        Files.writeString(home.resolve("input/ice-daily-posts/f\u00e9vrier.csv"), "posted_on,date,arrests,detainers\n2025-02-02,2025-02-01,10,11\n");

        Ended night = script("nightly.sh", "--date", "2025-01-26");

        assertThat(night.exitCode()).as(night.err()).isOne();
        assertThat(night.err()).isEmpty();
        assertThat(night.out()).startsWith("2025-01-26: 6 reports read").hasLineCount(1);
        assertThat(home.resolve("output/nightly.log")).content().contains(" nightly --date 2025-01-26\n").contains(night.out());
        assertThat(home.resolve("output/2025-02-01/figures.csv")).content().contains("ice-daily-posts/f\u00e9vrier.csv");
        assertThat(home.resolve("target/build.log")).as("nothing was built").doesNotExist();

        Ended calm = script("nightly.sh", "--date", "2025-02-03");
        assertThat(calm).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void theAuditorsScriptRerunsOneDate() {
        Ended rerun = script("rerun.sh", "2025-01-26");
        assertThat(rerun.exitCode()).as(rerun.err()).isOne();
        assertThat(rerun.out()).startsWith("2025-01-26: 5 reports read").contains("1 date published");
        assertThat(script("rerun.sh").exitCode()).isEqualTo(2);
    }

    @Test
    void theFirstStartPreparesTheNextOnesForThisJarAndForAnotherJarAnew() throws IOException {
        assertThat(script("rerun.sh", "2025-01-26").err()).isEmpty();
        List<Path> prepared = prepared();
        assertThat(prepared).hasSize(1);
        assertThat(prepared.get(0)).isDirectoryContaining("glob:**/done").isDirectoryContaining("glob:**/classes.*")
                .isDirectoryNotContaining("glob:**/work");
        FileTime archived = Files.getLastModifiedTime(prepared.get(0).resolve("done"));

        Ended again = script("rerun.sh", "2025-01-26");
        assertThat(again.out()).startsWith("2025-01-26: 0 reports read").hasLineCount(1);
        assertThat(again.err()).isEmpty();
        assertThat(prepared()).isEqualTo(prepared);
        assertThat(Files.getLastModifiedTime(prepared.get(0).resolve("done"))).as("it was used, not made again").isEqualTo(archived);

        Files.setLastModifiedTime(home.resolve("target/crossfoot.jar"), FileTime.from(Instant.now().plusSeconds(120)));
        assertThat(script("crossfoot", "--version").exitCode()).isZero();
        assertThat(prepared()).hasSize(2).containsAll(prepared);
    }

    @Test
    void whereNothingCanBePreparedTheProgramStartsPlainlyAndSaysNothingOfIt() throws IOException {
        Files.createFile(home.resolve("target/start"));
        Files.createFile(home.resolve(".cache"));
        Ended rerun = script("rerun.sh", "2025-01-26");
        assertThat(rerun.exitCode()).isOne();
        assertThat(rerun.out()).startsWith("2025-01-26: 5 reports read").hasLineCount(1);
        assertThat(rerun.err()).isEmpty();
    }

    @Test
    void anArchiveThatWasCutOffOrThatJavaRefusesIsPassedOverInSilence() throws IOException {
        script("crossfoot", "--version");
        Path archive;
        try (Stream<Path> files = Files.list(prepared().get(0))) {
            archive = files.filter(file -> file.getFileName().toString().startsWith("classes.")).findFirst().orElseThrow();
        }
        byte[] content = Files.readAllBytes(archive);
        Files.delete(archive);
        for (byte[] damaged : List.of(Arrays.copyOf(content, content.length / 2), new byte[content.length])) {
            Files.write(archive, damaged);
            Ended rerun = script("rerun.sh", "2025-01-26");
            assertThat(rerun.exitCode()).as(rerun.err()).isOne();
            assertThat(rerun.out()).startsWith("2025-01-26: ").hasLineCount(1);
            assertThat(rerun.err()).isEmpty();
        }
    }

    @Test
    void javaCompilesForALongRunOnlyWhereMuchIsNew() throws IOException {
        Path java = home.resolve("said");
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");
        Files.setPosixFilePermissions(java.resolve("bin/java"), PosixFilePermissions.fromString("rwxr-xr-x"));
        String little = "-XX:TieredStopAtLevel=1";
        assertThat(script(java, "crossfoot", "run").out()).as("all there is, is little").contains(little);

        Path report = Files.write(home.resolve("input/ice-daily-posts/all.csv"), new byte[5 << 20]);
        assertThat(script(java, "crossfoot", "run").out()).as("the first night reads it").doesNotContain(little);

        Path ledger = Files.createDirectories(home.resolve("output/ledger")).resolve("crossfoot.mv.db");
        Files.setLastModifiedTime(Files.createFile(ledger), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(script(java, "crossfoot", "run").out()).as("nothing is new").contains(little);
        assertThat(script(java, "crossfoot", "run", "--output", home.toString()).out()).as("another ledger").doesNotContain(little);

        Files.setLastModifiedTime(home.resolve("input/latin-times/source.yml"), FileTime.from(Instant.now().plusSeconds(120)));
        assertThat(script(java, "crossfoot", "run").out()).as("all dates are reconciled again").doesNotContain(little);

        Files.setLastModifiedTime(ledger, FileTime.from(Instant.now().plusSeconds(180)));
        Files.setLastModifiedTime(report, FileTime.from(Instant.now().plusSeconds(240)));
        assertThat(script(java, "crossfoot", "run").out()).as("a long report came").doesNotContain(little);
    }

    private List<Path> prepared() throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("target/start"))) {
            return folders.sorted().toList();
        }
    }

    @Test
    void theCommandsStandInHelp() {
        assertThat(script("crossfoot", "--help").out()).contains("rerun");
    }
}

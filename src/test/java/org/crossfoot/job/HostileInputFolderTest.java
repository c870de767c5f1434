package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.crossfoot.job.step.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may put files into the input folder cannot have others read, nor write to the terminal of whoever runs Crossfoot. */
class HostileInputFolderTest {

    private static final String SECRET = Nights.HEADER + "2025-01-27,2025-01-26,2025-01-26,us,arrests,\"7,777\"\n";

    @TempDir
    Path home;

    private Nights nights;
    private Path input;

    @BeforeEach
    void oneReportAndASecretElsewhere() throws IOException {
        nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "956");
        input = nights.workspace.input();
        Files.writeString(Files.createDirectories(home.resolve("elsewhere")).resolve("secret.csv"), SECRET);
    }

    private void nothingOfTheSecretIsPublished() {
        assertThat(nights.published()).isNotEmpty().noneSatisfy((path, text) -> assertThat(text).contains("7,777"));
    }

    @Test
    void aLinkToAFileElsewhereIsAFault() throws IOException {
        Files.createSymbolicLink(input.resolve("nbc/link.csv"), home.resolve("elsewhere/secret.csv"));

        RunReport run = nights.run("2025-01-26");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.faults()).containsExactly("nbc/link.csv: is no plain file; put the report itself here");
        nothingOfTheSecretIsPublished();
    }

    @Test
    void aLinkToAFolderElsewhereIsAFault() throws IOException {
        Files.createSymbolicLink(input.resolve("linked"), home.resolve("elsewhere"));

        assertThat(nights.run("2025-01-26").faults())
                .containsExactly("linked/: is a link, and links are not followed; put the folder itself here");
        nothingOfTheSecretIsPublished();
    }

    @Test
    void aReportThatIsReplacedByALinkWhileTheNightWorksIsNotFollowed() throws IOException {
        nights.watchedBy(new Progress() {
            @Override
            public void begin(String task, long steps) {
            }

            @Override
            public void step() {
                try {
                    Files.deleteIfExists(input.resolve("nbc/26.csv"));
                    Files.createSymbolicLink(input.resolve("nbc/26.csv"), home.resolve("elsewhere/secret.csv"));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        });

        nights.run("2025-01-26");

        nothingOfTheSecretIsPublished();
    }

    @Test
    void aNameThatHoldsControlCharactersIsAFaultAndIsShownWithoutThem() throws IOException {
        Files.writeString(input.resolve("nbc/\u001b[2Ja\nb\u202e.csv"), SECRET);

        assertThat(nights.run("2025-01-26").faults())
                .containsExactly("nbc/\u00b7[2Ja\u00b7b\u00b7.csv: its name holds control characters (shown as \u00b7); rename "
                + "it");
        nothingOfTheSecretIsPublished();
    }

    @Test
    void reportsInFoldersBelowASourceAreNamed() throws IOException {
        nights.run("2025-01-26");
        for (String path : List.of("ice/2025/26.csv", "nbc/2025/1/a.csv", "nbc/2025/1/b.csv.gz", "nbc/2025/1/x\u001b.csv",
                "nbc/other/readme.txt", "nbc/.old/26.csv")) {
            Files.createDirectories(input.resolve(path).getParent());
            Files.writeString(input.resolve(path), SECRET);
        }
        Files.createSymbolicLink(input.resolve("nbc/up"), input);

        RunReport run = nights.run("2025-01-26");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.faults())
                .containsExactly("ice/2025/26.csv: a report below the folder of a source, so it was not read; put it into ice/, "
                + "or into a source's folder beside it where another publishes it, or name it under files in ice/source.yml",
                "nbc/2025/1/a.csv: and 2 more in this folder: reports below the folder of a source, so they were not read; put "
                + "them into nbc/, or into a source's folder beside it where another publishes them, or name them under files in "
                + "nbc/source.yml");
        nothingOfTheSecretIsPublished();
    }

    @ParameterizedTest
    @ValueSource(strings = {".x.csv", "..csv", ".csv", ".26.csv.gz"})
    void aReportWhoseNameBeginsWithADotIsNamed(String name) throws IOException {
        Files.writeString(input.resolve("nbc").resolve(name), SECRET);

        assertThat(nights.run("2025-01-26").faults())
                .containsExactly("nbc/" + name
                + ": its name begins with a dot, so it was not read; rename it, or take it out where it is no report");
        nothingOfTheSecretIsPublished();
    }

    @Test
    void whatIsNoPlainFileIsNeverOpened() throws Exception {
        Path pipe = input.resolve("nbc/pipe.csv");
        Assumptions.assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
                "no named pipe can be made here: not tried");

        assertThat(nights.run("2025-01-26").faults())
                .containsExactly("nbc/pipe.csv: is no plain file; put the report itself here");
    }

    @Test
    void theDatabaseIsOneFileThatNoOtherProcessIsOffered() {
        nights.run("2025-01-26");

        assertThat(Set.of(nights.workspace.databaseUrl().substring("jdbc:h2:file:".length()).split(";")))
                .containsExactlyInAnyOrder(nights.workspace.ledger().resolve("crossfoot").toString(), "DB_CLOSE_ON_EXIT=FALSE",
                        "WRITE_DELAY=" + Integer.MAX_VALUE, "QUERY_CACHE_SIZE=64", "AUTO_COMPACT_FILL_RATE=0",
                        "TRACE_LEVEL_FILE=4");
    }
}

package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossfoot.job.step.Progress;
import org.crossfoot.ledger.Archive;
import org.crossfoot.store.JobFailure;
import org.crossfoot.store.LedgerReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive lost bytes that an interrupted night needs: that night is finished as far as can be, and the next goes on. */
class LostArchiveTest {

    private static final String REPORT = Nights.HEADER + "2025-01-27,2025-01-26,2025-01-26,us,arrests,\"1,179\"\n";

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void aContradiction() {
        nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "1,179");
    }

    private void fail(Runnable beforeTheReportsAreRead) {
        nights.watchedBy(new Progress() {
            @Override
            public void begin(String task, long steps) {
                if (task.equals("intake")) {
                    beforeTheReportsAreRead.run();
                    throw new IllegalStateException("the power is gone");
                }
            }

            @Override
            public void step() {
            }
        });
        assertThatThrownBy(() -> nights.night("run", "2025-01-26").run()).isInstanceOf(JobFailure.class)
                .hasMessageContaining("power");
        nights.watchedBy(Progress.NONE);
    }

    private Path archived(byte[] content) {
        String sha256 = Archive.sha256(content);
        return nights.workspace.archive().resolve(sha256.substring(0, 2)).resolve(sha256 + ".gz");
    }

    private void lose(byte[] content, String how) {
        Path file = archived(content);
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            if (how.equals("cut")) {
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> damage() throws IOException {
        return new Archive(nights.workspace.archive()).damage(Archive.sha256(REPORT.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "cut"})
    void aReportThatStillStandsInTheInputFolderIsArchivedAgain(String how) throws IOException {
        fail(() -> lose(REPORT.getBytes(StandardCharsets.UTF_8), how));
        assertThat(damage()).isPresent();

        List<RunReport> runs = nights.all("run", "2025-01-26");

        assertThat(runs).extracting(RunReport::exitCode).containsExactly(1, 1);
        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree new 1");
        assertThat(damage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "cut"})
    void aReportThatStandsNowhereAsItWasIsAFaultUntilItIsDeliveredAgain(String how) throws IOException {
        fail(() -> lose(REPORT.getBytes(StandardCharsets.UTF_8), how));
        nights.put("nbc/26.csv", "overwritten");

        List<RunReport> runs = nights.all("run", "2025-01-26");
        assertThat(runs).extracting(RunReport::exitCode).containsExactly(3, 3);
        assertThat(runs.get(0).faults()).singleElement().asString().startsWith("nbc/26.csv: ").contains("archive")
                .contains("deliver it again");
        assertThat(nights.standing("2025-01-26")).as("what could be read is published").isEmpty();
        assertThat(nights.run("2025-01-27").exitCode()).as("later nights go on").isEqualTo(3);

        assertThat(nights.put("nbc/26.csv", REPORT).run("2025-01-26").exitCode()).isOne();
        assertThat(nights.standing("2025-01-26")).contains("sources-agree new 2");
    }

    @Test
    void aReportWhoseBytesComeBackIsReadAgainThoughItIsTheSame() throws IOException {
        nights.put("nbc/source.yml", "title: NBC News\n" + Nights.SOURCE);
        fail(() -> {
            lose(REPORT.getBytes(StandardCharsets.UTF_8), "cut");
            nights.put("nbc/26.csv", "overwritten");
        });
        nights.all("rerun", "2025-01-26");

        nights.put("nbc/26.csv", REPORT).run("2025-01-26");

        assertThat(nights.standing("2025-01-26")).contains("sources-agree new 2");
    }

    @Test
    void anInterruptedNightWhoseSettingsAreLostIsGivenUpAndTheNextDoesWhatItLeft() throws Exception {
        fail(() -> { });
        lose(Nights.AREAS.getBytes(StandardCharsets.UTF_8), "gone");
        Files.writeString(nights.workspace.input().resolve("areas.csv"), Nights.AREAS + "bos,Boston,,,\n");

        List<RunReport> runs = nights.all("run", "2025-01-28");

        assertThat(runs).extracting(RunReport::run).containsExactly("run-2");
        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree new 1");
        assertThat(runs.get(0).exitCode()).isOne();
        assertThat(LedgerReading.ask(nights.workspace,
                reading -> reading.questions().ask("select run, exit_code from runs order by run")).rows())
                .containsExactly(List.of("run-1", 4), List.of("run-2", 1));
    }

    @Test
    void aReportThatIsDeliveredAnewIsTakenThoughWhatItReplacesIsLost() {
        nights.run("2025-01-26");
        lose(REPORT.getBytes(StandardCharsets.UTF_8), "cut");

        nights.arrests("nbc/26.csv", "2025-01-26", "956");

        assertThat(nights.run("2025-01-26").exitCode()).isZero();
    }
}

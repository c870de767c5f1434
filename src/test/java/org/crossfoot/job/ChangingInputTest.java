package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.crossfoot.job.step.Progress;
import org.crossfoot.job.step.SpoiltReports;
import org.crossfoot.store.JobFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that come, change and go while a night is at work, and a night that runs out of memory. */
class ChangingInputTest {

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void aContradiction() {
        nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956").arrests("nbc/25.csv", "2025-01-25", "286")
                .arrests("nbc/26.csv", "2025-01-26", "1,179");
    }

    /** Does something when a task of the night has come to a step; the beginning of the task is step 0. */
    private void when(String task, int step, Runnable event) {
        nights.watchedBy(new Progress() {
            private String current;
            private int steps;

            @Override
            public synchronized void begin(String begun, long all) {
                current = begun;
                steps = 0;
                look();
            }

            @Override
            public synchronized void step() {
                steps++;
                look();
            }

            private void look() {
                if (task.equals(current) && step == steps) {
                    event.run();
                }
            }
        });
    }

    @Test
    void aReportThatGoesBeforeItIsReceivedIsNoFault() {
        when("receive", 0, () -> nights.delete("nbc/26.csv"));

        RunReport run = nights.run("2025-01-26");

        assertThat(run.faults()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aKnownReportThatGoesBeforeItIsReceivedTakesItsFiguresWithIt() {
        nights.run("2025-01-26");
        when("receive", 0, () -> nights.delete("nbc/26.csv"));

        RunReport run = nights.run("2025-01-26");

        assertThat(run.faults()).isEmpty();
        assertThat(nights.standing("2025-01-26")).containsExactly("figures-withdrawn new 2", "sources-agree lapsed 1");
    }

    @Test
    void aReportThatGoesAfterItWasReceivedIsReadFromTheArchiveAndWithdrawnByTheNextNight() {
        when("intake", 0, () -> nights.delete("nbc/26.csv"));
        assertThat(nights.run("2025-01-26").exitCode()).isOne();

        assertThat(nights.watchedBy(Progress.NONE).run("2025-01-26").exitCode()).isOne();
        assertThat(nights.standing("2025-01-26")).containsExactly("figures-withdrawn new 2", "sources-agree lapsed 1");
    }

    /** Writes on while the report is read: what was read is more than the buffers hold. */
    private static Thread writingOn(Path report) {
        Thread writer = new Thread(() -> {
            try (OutputStream out = Files.newOutputStream(report, StandardOpenOption.APPEND)) {
                while (!Thread.currentThread().isInterrupted()) {
                    out.write("2025-01-27,2025-01-26,2025-01-26,us,arrests,1\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (IOException e) {
                // The folder was taken away, or the thread told to end.
            }
        });
        writer.start();
        return writer;
    }

    @Test
    void aReportThatGrowsWhileItIsReadIsToldAndLeftToTheNextNight() throws Exception {
        nights.run("2025-01-26");
        Map<String, String> published = nights.published();
        Path report = nights.workspace.input().resolve("nbc/26.csv");
        nights.put("nbc/26.csv", Files.readString(report) + "2025-01-27,2025-01-26,2025-01-26,us,arrests,1\n".repeat(400_000));
        Thread[] writer = new Thread[1];
        when("receive", 0, () -> writer[0] = writingOn(report));

        RunReport run = nights.run("2025-01-26");
        writer[0].interrupt();
        writer[0].join();

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.faults()).singleElement().asString().startsWith("nbc/26.csv: is still being written (")
                .endsWith(SpoiltReports.STANDS);
        assertThat(nights.published()).isEqualTo(published);

        nights.watchedBy(Progress.NONE).arrests("nbc/26.csv", "2025-01-26", "956");
        assertThat(nights.run("2025-01-26").faults()).isEmpty();
    }

    @Test
    void aReportThatChangesAfterItWasReceivedIsReadAsItWasReceivedAndAgainByTheNextNight() {
        when("intake", 0, () -> nights.arrests("nbc/26.csv", "2025-01-26", "956"));
        assertThat(nights.run("2025-01-26").exitCode()).isOne();

        assertThat(nights.watchedBy(Progress.NONE).run("2025-01-26").exitCode()).isZero();
    }

    @Test
    void aNightThatRunsOutOfMemoryPublishesNothingAndIsFinishedByTheNext() {
        nights.run("2025-01-26");
        SortedMap<String, String> before = nights.published();
        nights.arrests("nbc/26.csv", "2025-01-26", "1,000");
        when("reconcile", 0, () -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThatThrownBy(() -> nights.night("run", "2025-01-26").run()).isInstanceOf(JobFailure.class)
                .hasMessage("while dates were reconciled for 2025-01-26: out of memory (Java heap space); give Java more, for "
                + "example with JAVA_TOOL_OPTIONS=-Xmx4g");
        assertThat(nights.published()).isEqualTo(before);

        List<RunReport> runs = nights.watchedBy(Progress.NONE).all("run", "2025-01-26");
        assertThat(runs).extracting(Nights::made).containsExactly(List.of("2025-01-26=2"), List.of());
    }
}

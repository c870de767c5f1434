package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.crossfoot.job.step.Progress;
import org.crossfoot.store.JobFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports whose copies may still be being written when the night begins. */
class SettledReportsTest {

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void twoSources() {
        nights = Nights.withTwoSources(home).arrests("nbc/26.csv", "2025-01-26", "956");
    }

    private void settled(String how) {
        nights.put("ice/source.yml", "title: ICE\nsettled: " + how + "\n" + Nights.SOURCE);
    }

    private RunReport runWith(String path, Duration age) {
        return nights.writtenAt(path, nights.nextBegins().minus(age)).run("2025-01-26");
    }

    @Test
    void aReportWrittenShortlyBeforeTheRunWaitsForTheNextOneAndIsNoFault() {
        settled("{ after: 10 minutes }");
        nights.arrests("ice/26.csv", "2025-01-26", "956");

        RunReport young = runWith("ice/26.csv", Duration.ofMinutes(10).minusSeconds(1));

        assertThat(young.exitCode()).isZero();
        assertThat(young.faults()).isEmpty();
        assertThat(young.waiting()).singleElement().asString()
                .isEqualTo("ice/26.csv: waits, since it was written at 2025-03-02T07:20:01Z; settled.after in source.yml says "
                + "how long");
        assertThat(nights.runJson(young).path("reports_waiting").get(0).asString()).startsWith("ice/26.csv: waits");
        assertThat(young.read()).extracting(report -> report.path()).containsExactly("nbc/26.csv");

        RunReport settled = nights.run("2025-01-26");

        assertThat(settled.waiting()).isEmpty();
        assertThat(settled.read()).extracting(report -> report.path()).containsExactly("ice/26.csv");
    }

    @Test
    void aReportThatHasLainJustLongEnoughIsTaken() {
        settled("{ after: 10 minutes }");
        nights.arrests("ice/26.csv", "2025-01-26", "956");

        assertThat(runWith("ice/26.csv", Duration.ofMinutes(10)).waiting()).isEmpty();
    }

    @Test
    void whileANewContentWaitsTheOneBeforeStands() {
        nights.arrests("ice/26.csv", "2025-01-26", "956").run("2025-01-26");
        settled("{ after: 1 hour }");

        RunReport same = runWith("ice/26.csv", Duration.ZERO);
        assertThat(same.waiting()).as("nothing new to wait for").isEmpty();

        nights.arrests("ice/26.csv", "2025-01-26", "1,179");
        RunReport changed = runWith("ice/26.csv", Duration.ofMinutes(59));

        assertThat(changed.waiting()).hasSize(1);
        assertThat(nights.standing("2025-01-26")).containsExactly("copied new 1");
        assertThat(nights.table("2025-01-26/figures.csv")).extracting(row -> row.get("as_printed")).containsOnly("956");
        assertThat(Nights.made(nights.run("2025-01-26"))).containsExactly("2025-01-26=2");
    }

    @Test
    void aFileTimeInTheFutureWaits() {
        settled("{ after: 1 second }");
        nights.arrests("ice/26.csv", "2025-01-26", "956");

        assertThat(runWith("ice/26.csv", Duration.ofDays(-400)).waiting()).hasSize(1);
        assertThat(nights.writtenAt("ice/26.csv", Instant.parse("9999-12-31T23:59:59Z")).run("2025-01-26").waiting()).hasSize(1);
    }

    @Test
    void aReportIsTakenOnceItsMarkerStandsBesideIt() {
        settled("{ marker: .done }");
        nights.arrests("ice/26.csv", "2025-01-26", "956");

        RunReport before = nights.run("2025-01-26");
        assertThat(before.waiting()).singleElement().asString().contains("ice/26.csv: waits for 26.csv.done beside it");
        assertThat(before.exitCode()).isZero();

        RunReport after = nights.put("ice/26.csv.done", "").run("2025-01-26");
        assertThat(after.waiting()).isEmpty();
        assertThat(after.read()).extracting(report -> report.path()).containsExactly("ice/26.csv");
        assertThat(nights.delete("ice/26.csv.done").run("2025-01-26").waiting()).as("it was taken already").isEmpty();
    }

    @Test
    void aWaitingReportThatIsScheduledIsMissingAsLongAsItWaits() {
        nights.put("ice/source.yml", "title: ICE\nschedule: daily\nsettled: { marker: .done }\n" + Nights.SOURCE);
        nights.arrests("ice/26.csv", "2025-01-26", "956");

        assertThat(nights.run("2025-01-26").exitCode()).isEqualTo(3);
        assertThat(nights.put("ice/26.csv.done", "").run("2025-01-26").exitCode()).isZero();
    }

    @Test
    void aRunThatWasInterruptedStillNamesWhatItLeftWaiting() {
        settled("{ marker: .done }");
        nights.arrests("ice/26.csv", "2025-01-26", "956");
        assertThatThrownBy(() -> nights.watchedBy(failingInIntake()).night("run", "2025-01-26").run())
                .isInstanceOf(JobFailure.class);

        var runs = nights.put("ice/26.csv.done", "").watchedBy(Progress.NONE).all("run", "2025-01-26");

        assertThat(runs.get(0).waiting()).hasSize(1);
        assertThat(runs.get(1).waiting()).isEmpty();
        assertThat(runs.get(1).read()).extracting(report -> report.path()).containsExactly("ice/26.csv");
    }

    private static Progress failingInIntake() {
        return new Progress() {
            @Override
            public void begin(String task, long steps) {
                if (task.equals("intake")) {
                    throw new IllegalStateException("the disk is full");
                }
            }

            @Override
            public void step() {
            }
        };
    }
}

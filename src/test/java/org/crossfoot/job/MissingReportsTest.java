package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules: when a report that did not come is a discrepancy, and how it is resolved. 2025-01-26 is a Sunday. */
class MissingReportsTest {

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void twoSources() {
        nights = Nights.withTwoSources(home).report("nbc/24.csv", "2025-01-25,2025-01-24,2025-01-24,us,arrests,593");
    }

    private void schedule(String schedule) {
        nights.put("ice/source.yml", "title: ICE\nschedule: " + schedule + "\n" + Nights.SOURCE)
                .arrests("ice/20.csv", "2025-01-20", "300");
    }

    @Test
    void aDailyReportIsMissingOnTheDayItHasNoFigureForAndTheNightIsIncomplete() {
        schedule("daily");

        RunReport run = nights.run("2025-01-26");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.missing()).isTrue();
        assertThat(nights.discrepancies("2025-01-26")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("rule", "report-missing")
                .containsEntry("area", "").containsEntry("severity", "error")
                .containsEntry("explanation", "ICE: no figure for 2025-01-26, though one is scheduled."));
        assertThat(nights.standing("2025-01-24")).as("the 24th was reconciled too").containsExactly("report-missing new 1");
    }

    @Test
    void aLateReportResolvesIt() {
        schedule("daily");
        nights.run("2025-01-26");

        RunReport late = nights.arrests("ice/24.csv", "2025-01-24", "593").arrests("ice/26.csv", "2025-01-26", "956")
                .run("2025-01-26");

        assertThat(late.exitCode()).isZero();
        assertThat(nights.standing("2025-01-26")).containsExactly("report-missing resolved 1");
        assertThat(nights.standing("2025-01-24")).containsExactly("report-missing resolved 1");
    }

    @Test
    void aWithdrawnReportIsMissingAgain() {
        schedule("daily");
        nights.arrests("ice/24.csv", "2025-01-24", "593").run("2025-01-24");
        assertThat(nights.standing("2025-01-24")).isEmpty();

        nights.delete("ice/24.csv").run("2025-01-24");

        assertThat(nights.standing("2025-01-24")).containsExactly("figures-withdrawn new 2", "report-missing new 2");
    }

    @Test
    void onWeekdaysNothingIsDueOnASunday() {
        schedule("weekdays");

        assertThat(nights.run("2025-01-26").exitCode()).as("Friday the 24th is published too").isEqualTo(3);

        assertThat(nights.standing("2025-01-26")).isEmpty();
        assertThat(nights.standing("2025-01-24")).containsExactly("report-missing new 1");
    }

    @Test
    void aWeekIsJudgedOnItsSundayAndAnyDayOfItWillDo() {
        schedule("weekly");
        assertThat(nights.run("2025-01-26").exitCode()).as("the 20th is in the week to the 26th").isZero();
        assertThat(nights.run("2025-02-02").exitCode()).isEqualTo(3);
        assertThat(nights.discrepancies("2025-02-02").get(0).get("explanation")).contains("any day of 2025-01-27 to 2025-02-02");

        nights.arrests("ice/29.csv", "2025-01-29", "1,016").run("2025-02-03");

        assertThat(nights.standing("2025-02-02")).containsExactly("report-missing resolved 1");
    }

    @Test
    void aMonthIsJudgedOnItsLastDay() {
        schedule("monthly");
        assertThat(nights.run("2025-01-31").exitCode()).isZero();
        assertThat(nights.run("2025-02-27").exitCode()).isZero();
        assertThat(nights.run("2025-02-28").exitCode()).isEqualTo(3);

        nights.arrests("ice/03.csv", "2025-02-03", "500").run("2025-03-01");

        assertThat(nights.standing("2025-02-28")).containsExactly("report-missing resolved 1");
    }

    @Test
    void onHolidaysAndBeforeItsFirstDayNothingIsDue() {
        schedule("{ every: daily, from: 2025-01-25, holidays: [2025-01-26] }");

        assertThat(nights.run("2025-01-24").exitCode()).isZero();
        assertThat(nights.run("2025-01-26").exitCode()).isZero();
        assertThat(nights.run("2025-01-25").exitCode()).isEqualTo(3);
    }

    @Test
    void aWaivedMissingReportMakesTheNightComplete() {
        schedule("daily");
        nights.run("2025-01-26");
        String id = nights.discrepancies("2025-01-26").get(0).get("id");

        RunReport run = nights.put("waivers.csv", "id,until,owner,reason\n" + id
                + ",2025-03-01,the steward,closed\nreport-missing//,2025-03-01,"
                + "the steward,closed\n").run("2025-01-26");

        assertThat(nights.standing("2025-01-26")).containsExactly("report-missing waived 1");
        assertThat(run.exitCode()).isZero();
    }
}

package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports that come late, change, go, come back, or come twice. */
class LateReportsTest {

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void threeDaysWithoutContradictions() {
        nights = Nights.withTwoSources(home)
                .arrests("ice/24.csv", "2025-01-24", "593").arrests("ice/25.csv", "2025-01-25", "286")
                .arrests("ice/26.csv", "2025-01-26", "956")
                .report("nbc/week.csv", "2025-01-27,2025-01-25,2025-01-26,us,arrests,at least 1000");
        assertThat(nights.run("2025-01-26").exitCode()).isZero();
    }

    @Test
    void aNightWithNothingNewEndsAfterReceiveWithTheExitCodeOfWhatStands() {
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179");
        assertThat(nights.run("2025-01-26").exitCode()).isOne();
        SortedMap<String, String> before = nights.published();

        RunReport again = nights.run("2025-01-26");
        RunReport other = nights.run("2025-01-25");

        assertThat(again.nothing()).isTrue();
        assertThat(again.exitCode()).isOne();
        assertThat(again.published()).isEmpty();
        assertThat(other.nothing()).isTrue();
        assertThat(other.exitCode()).as("nothing contradicts on the 25th").isZero();
        assertThat(nights.published()).isEqualTo(before);
    }

    @Test
    void aLateReportMakesNewRevisionsOnlyWhereTheResultChanged() {
        RunReport late = nights.arrests("nbc/24.csv", "2025-01-24", "1,000").run("2025-01-27");

        assertThat(Nights.made(late)).containsExactly("2025-01-24=2", "2025-01-27=1");
        assertThat(nights.standing("2025-01-24")).containsExactly("sources-agree new 2");
        assertThat(late.exitCode()).as("the 24th was published by this run").isOne();
        assertThat(nights.run("2025-01-27").exitCode()).as("nothing is open on the 27th itself").isZero();
    }

    @Test
    void aLateDayIsSeenByTheLongerPeriodsThatContainIt() {
        nights.report("nbc/month.csv", "2025-02-01,2025-01-01,2025-01-31,us,arrests,2000").run("2025-01-31");
        assertThat(nights.standing("2025-01-31")).isEmpty();

        RunReport late = nights.arrests("ice/23.csv", "2025-01-23", "538").run("2025-02-01");

        assertThat(Nights.made(late)).as("the 24th may be what is wrong as well")
                .containsExactly("2025-01-23=1", "2025-01-24=2", "2025-01-31=2", "2025-02-01=1");
        assertThat(nights.standing("2025-01-31")).containsExactly("days-add-up new 2");
    }

    @Test
    void aRerunReconcilesItsDateAndTheNextRunTheOthersThatWait() {
        nights.arrests("nbc/24.csv", "2025-01-24", "1,000").arrests("nbc/26.csv", "2025-01-26", "1,179");

        assertThat(Nights.made(nights.rerun("2025-01-26"))).containsExactly("2025-01-26=2");
        assertThat(Nights.made(nights.run("2025-01-26"))).containsExactly("2025-01-24=2");
        assertThat(nights.rerun("2025-01-26").published()).as("nothing changed").isEmpty();
    }

    @Test
    void earlierRevisionsStayWhole() throws Exception {
        String before = Files.readString(nights.workspace.output().resolve("2025-01-26/discrepancies.csv"));
        String packageBefore = Files.readString(nights.workspace.output().resolve("2025-01-26/datapackage.json"));

        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");
        nights.arrests("nbc/26.csv", "2025-01-26", "1,180").run("2025-01-26");

        assertThat(nights.workspace.output().resolve("2025-01-26/revisions/1/discrepancies.csv")).hasContent(before);
        assertThat(nights.workspace.output().resolve("2025-01-26/revisions/1/datapackage.json")).hasContent(packageBefore);
        assertThat(nights.table("2025-01-26/revisions/2/discrepancies.csv")).singleElement()
                .satisfies(row -> assertThat(row.get("figures")).contains("1,179"));
        assertThat(nights.workspace.output().resolve("2025-01-26/revisions/3")).doesNotExist();
    }

    @Test
    void aReportThatChangesUnderItsNameIsARestatementOfWhatItSaid() {
        nights.arrests("ice/26.csv", "2025-01-26", "900").run("2025-01-27");

        assertThat(nights.standing("2025-01-26")).containsExactly("restated new 2");
        assertThat(nights.discrepancies("2025-01-26").get(0).get("figures")).isEqualTo("ice:arrests=900 | ice:arrests=956");
        assertThat(nights.table("2025-01-26/figures.csv")).extracting(row -> row.get("as_printed") + " " + row.get("use"))
                .contains("900 kept", "956 superseded");
        assertThat(nights.revisions()).contains("2025-01-24=1");
    }

    @Test
    void aReportThatIsWithdrawnTakesItsFiguresAndItsContradictionsAlong() {
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");

        RunReport without = nights.delete("nbc/26.csv").run("2025-01-26");

        assertThat(Nights.made(without)).containsExactly("2025-01-26=3");
        assertThat(nights.standing("2025-01-26")).containsExactly("figures-withdrawn new 3", "sources-agree lapsed 2");
        assertThat(without.exitCode()).as("figures are gone").isOne();
        assertThat(nights.table("2025-01-26/figures.csv")).extracting(row -> row.get("as_printed")).doesNotContain("1,179");
    }

    @Test
    void aReportThatComesBackReopensWhatItHadContradicted() {
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");
        String with = nights.discrepancies("2025-01-26").get(0).get("id");
        nights.delete("nbc/26.csv").run("2025-01-26");

        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");

        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree reopened 2", "figures-withdrawn resolved 3");
        assertThat(nights.discrepancies("2025-01-26").get(0)).containsEntry("id", with);
    }

    @Test
    void theSameBytesUnderAnotherNameCountOnce() {
        nights.arrests("ice/26-copy.csv", "2025-01-26", "956").run("2025-01-26");

        assertThat(nights.standing("2025-01-26")).containsExactly("report-repeated new 2");
        assertThat(nights.discrepancies("2025-01-26").get(0).get("explanation"))
                .contains("ice/26.csv has the same bytes as ice/26-copy.csv");
        assertThat(nights.table("2025-01-26/totals.csv")).filteredOn(row -> row.get("period_start").equals("2025-01-26"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("best", "956").containsEntry("sources", "ice"));

        nights.delete("ice/26-copy.csv").run("2025-01-26");

        assertThat(nights.standing("2025-01-26")).containsExactly("report-repeated resolved 2");
        assertThat(nights.table("2025-01-26/figures.csv")).filteredOn(row -> row.get("file").equals("ice/26.csv")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("use", "kept"));
    }

    @Test
    void aReportWithoutAFigureIsADiscrepancyOfTheDayItCame() {
        nights.report("nbc/28.csv").run("2025-01-28");

        assertThat(nights.discrepancies("2025-01-28")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("rule", "report-empty").containsEntry("explanation", "NBC News: nbc/28.csv holds no figure."));

        nights.arrests("nbc/28.csv", "2025-01-28", "969").run("2025-01-28");

        assertThat(nights.standing("2025-01-28")).containsExactly("report-empty resolved 1");
    }

    @ParameterizedTest
    @CsvSource({"nbc/2025-01-25.csv, ''", "nbc/evening_20250125.csv, ''",
            "nbc/2025-01-25.csv, '2025-01-25,2025-01-24,2025-01-24,atlantis,arrests,5'",
        "nbc/lost.csv, '2025-01-25,2025-01-24,2025-01-24,atlantis,arrests,5'"})
    void aReportWithoutAFigureBelongsToTheDayItSaysAlsoWhereTheLedgerIsMadeAnew(String report, String row) {
        nights.report(report, row).run("2025-01-27");
        assertThat(nights.standing("2025-01-25")).containsExactly(told(row, 2));
        assertThat(nights.standing("2025-01-27")).isEmpty();

        Nights anew = new Nights(nights.workspace.input(), home.resolve("anew"));
        anew.run("2025-02-03");

        assertThat(anew.standing("2025-01-25")).containsExactly(told(row, 1));
        assertThat(anew.standing("2025-02-03")).isEmpty();
    }

    private static String[] told(String row, int revision) {
        String empty = "report-empty new " + revision;
        return row.isEmpty() ? new String[] {empty} : new String[] {empty, "rows-rejected new " + revision};
    }

    @Test
    void aReportWithoutAFigureOfADayThatNobodySpeaksOfIsTold() {
        nights.report("nbc/2025-01-10.csv").run("2025-01-27");
        assertThat(nights.standing("2025-01-10")).containsExactly("report-empty new 1");

        nights.arrests("nbc/2025-01-10.csv", "2025-01-10", "310").run("2025-01-28");
        assertThat(nights.standing("2025-01-10")).containsExactly("report-empty resolved 1");
    }

    @Test
    void aDiscrepancyGoesThroughNewChangedPersistingResolvedAndReopened() {
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");
        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree new 2");

        nights.arrests("nbc/26.csv", "2025-01-26", "1,000").run("2025-01-27");
        assertThat(nights.standing("2025-01-26")).contains("sources-agree changed 2");

        nights.report("ice/goal.csv", "2025-01-26,2025-01-26,2025-01-26,us,arrest_goal,2000").run("2025-01-28");
        assertThat(nights.standing("2025-01-26")).contains("sources-agree persisting 2", "goal-missed new 4");

        nights.delete("nbc/26.csv").run("2025-01-29");
        assertThat(nights.standing("2025-01-26")).contains("sources-agree lapsed 2", "goal-missed changed 4");

        nights.report("ice/goal.csv", "2025-01-26,2025-01-26,2025-01-26,us,arrest_goal,2001").run("2025-01-30");
        assertThat(nights.standing("2025-01-26")).as("it stays until its figures come again")
                .contains("sources-agree lapsed 2");

        nights.arrests("nbc/26.csv", "2025-01-26", "1,000").run("2025-01-31");
        assertThat(nights.standing("2025-01-26")).contains("sources-agree reopened 2");
    }

    @Test
    void anOpenGoalIsHeldAgainstEveryLaterDateUntilItIsReplaced() {
        RunReport goal = nights.report("nbc/goal.csv", "2025-01-25,2025-01-25,,us,arrest_goal,900").run("2025-01-26");
        assertThat(Nights.made(goal)).containsExactly("2025-01-25=2");
        assertThat(nights.standing("2025-01-25")).containsExactly("goal-missed new 2");
        assertThat(nights.standing("2025-01-24")).isEmpty();

        nights.arrests("ice/27.csv", "2025-01-27", "100").run("2025-01-27");
        assertThat(nights.standing("2025-01-27")).containsExactly("goal-missed new 1");

        nights.report("nbc/goal2.csv", "2025-01-27,2025-01-27,,us,arrest_goal,100").run("2025-01-28");
        assertThat(nights.standing("2025-01-27")).containsExactly("goal-missed resolved 1");
        assertThat(nights.standing("2025-01-25")).containsExactly("goal-missed new 2");
    }

    @Test
    void aNewLedgerOnTheSameInputSaysTheSameButForStatusAndAge() throws Exception {
        nights.arrests("nbc/24.csv", "2025-01-24", "1,000").run("2025-01-24");
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");

        Nights anew = new Nights(nights.workspace.input(), home.resolve("anew"));
        anew.run("2025-01-26");

        for (String date : new String[] {"2025-01-24", "2025-01-25", "2025-01-26"}) {
            assertThat(anew.table(date + "/figures.csv")).isEqualTo(nights.table(date + "/figures.csv"));
            assertThat(anew.table(date + "/totals.csv")).isEqualTo(nights.table(date + "/totals.csv"));
            assertThat(anew.discrepancies(date).stream().map(LateReportsTest::withoutAge).toList())
                    .isEqualTo(nights.discrepancies(date).stream().map(LateReportsTest::withoutAge).toList());
        }
    }

    private static Map<String, String> withoutAge(Map<String, String> row) {
        row.remove("status");
        row.remove("first_seen");
        return row;
    }
}

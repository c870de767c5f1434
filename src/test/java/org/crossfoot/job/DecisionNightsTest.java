package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decided of figures, night after night: dates follow, {@code verify} makes them again as they were decided. */
class DecisionNightsTest {

    private static final String HEADER = "figure,decision,owner,reason,until\n";

    @TempDir
    private Path home;

    /** Of which ICE is trusted more. */
    private Nights twoSources() {
        return Nights.withTwoSources(home).put("nbc/source.yml",
                "title: NBC News\n" + Nights.SOURCE.replace("official-statement", "named-via-press"));
    }

    private Nights contradicted() {
        return twoSources().arrests("ice/26.csv", "2025-01-26", "956").arrests("nbc/26.csv", "2025-01-26", "1,179")
                .arrests("ice/27.csv", "2025-01-27", "1,179");
    }

    private static Nights decided(Nights nights, String lines) {
        return nights.put("decisions.csv", HEADER + lines);
    }

    private static String overview(Nights nights) throws IOException {
        return Files.readString(nights.workspace.output().resolve("index.html"));
    }

    private static List<String> rows(Nights nights, String date) {
        return nights.discrepancies(date).stream().map(row -> row.get("rule") + " " + row.get("severity") + " "
                + row.get("status") + " " + row.get("verdict") + " " + row.get("blamed")).toList();
    }

    private static List<String> totals(Nights nights, String date) {
        return nights.table(date + "/totals.csv").stream().map(row -> row.get("best") + " " + row.get("basis") + " "
                + row.get("sources")).toList();
    }

    private static List<String> figures(Nights nights, String date) {
        return nights.table(date + "/figures.csv").stream().map(row -> row.get("source") + " " + row.get("period_end") + " "
                + row.get("use") + " " + row.getOrDefault("decided", "-")).toList();
    }

    @Test
    void aFigureOfAnotherDayCountsThereAndTheRowIsAnswered() throws Exception {
        Nights nights = contradicted();
        assertThat(nights.run("2025-01-27").open()).containsEntry(Severity.ERROR, 1L);
        assertThat(figures(nights, "2025-01-26")).containsExactly("ice 2025-01-26 kept -", "nbc 2025-01-26 set-aside -");

        RunReport run = decided(nights, "nbc:arrests@us@2025-01-26,belongs-to 2025-01-27,Ada,asked NBC,\n").run("2025-01-28");

        assertThat(run.exitCode()).as("nothing is open any more").isZero();
        assertThat(run.digest().text()).contains("; wrong here, as was decided: NBC News: 1,179 (nbc/26.csv:2)");
        assertThat(rows(nights, "2025-01-26")).containsExactly("sources-agree info changed decided nbc:arrests");
        assertThat(totals(nights, "2025-01-26")).containsExactly("956 single ice");
        assertThat(figures(nights, "2025-01-26")).containsExactly("ice 2025-01-26 kept ",
                "nbc 2025-01-26 moved belongs-to 2025-01-27 (Ada: asked NBC; decisions.csv:2)");
        assertThat(totals(nights, "2025-01-27")).containsExactly("1179 agreed ice | nbc");
        assertThat(figures(nights, "2025-01-27")).containsExactly(
                "nbc 2025-01-26 moved belongs-to 2025-01-27 (Ada: asked NBC; decisions.csv:2)", "ice 2025-01-27 kept ");
        assertThat(Files.readString(nights.workspace.output().resolve("2025-01-26/report.html")))
                .contains("asked NBC", "decisions.csv:2", "Without this decision the verdict would be localised")
                .contains("wrong here, as was decided");
        assertThat(AuditTest.findings(nights)).as("also the revisions from before it was decided").isEmpty();

        nights.delete("decisions.csv").run("2025-01-29");
        assertThat(rows(nights, "2025-01-26")).containsExactly("sources-agree error changed localised nbc:arrests");
        assertThat(totals(nights, "2025-01-27")).containsExactly("1179 single ice");
        assertThat(AuditTest.findings(nights)).isEmpty();
    }

    @Test
    void aDateThatNothingWasSaidOfIsMadeOfWhatWasDecidedToBeOfIt() throws Exception {
        Nights nights = contradicted();
        nights.run("2025-01-27");

        decided(nights, "nbc:arrests@us@2025-01-26,belongs-to 2025-01-24,Ada,asked NBC,\n").run("2025-01-28");
        assertThat(totals(nights, "2025-01-24")).containsExactly("1179 single nbc");

        nights.delete("nbc/26.csv").run("2025-01-29");
        assertThat(totals(nights, "2025-01-24")).as("gone with the report").isEmpty();
        assertThat(AuditTest.findings(nights)).isEmpty();
    }

    @Test
    void aReportThatComesAfterItWasDecidedTouchesTheOtherDateToo() throws Exception {
        Nights nights = decided(twoSources().arrests("ice/27.csv", "2025-01-27", "956"),
                "nbc:arrests@us@2025-01-26,belongs-to 2025-01-27,Ada,asked NBC,\n");
        RunReport first = nights.run("2025-01-27");
        assertThat(first.unusedDecisions().sentences()).singleElement().asString().contains("decisions.csv, line 2",
                "nbc:arrests@us@2025-01-26", "Ada");
        assertThat(nights.revisions()).containsExactly("2025-01-27=1");

        RunReport second = nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-28");

        assertThat(second.unusedDecisions().sentences()).isEmpty();
        assertThat(rows(nights, "2025-01-27")).containsExactly("sources-agree error new localised nbc:arrests@us@2025-01-26");
        assertThat(AuditTest.findings(nights)).isEmpty();
    }

    @Test
    void oneThatEndsLetsItsDatesBeReconciledAnewTheNightAfter() throws Exception {
        Nights nights = decided(contradicted(), "nbc:arrests@us@2025-01-26,belongs-to 2025-01-27,Ada,asked NBC,2025-01-28\n");
        assertThat(nights.run("2025-01-28").exitCode()).isZero();

        nights.run("2025-01-29");

        assertThat(rows(nights, "2025-01-26")).containsExactly("sources-agree error changed localised nbc:arrests",
                "decision-ended warning new undecided ");
        assertThat(totals(nights, "2025-01-27")).containsExactly("1179 single ice");
        assertThat(Nights.made(nights.run("2025-01-30"))).as("it says the same on every later night")
                .noneMatch(made -> made.startsWith("2025-01-26") || made.startsWith("2025-01-27"));
        assertThat(overview(nights)).contains("To be decided again", "Decision ran out",
                "what was decided of figures");
        assertThat(AuditTest.findings(nights)).isEmpty();
    }

    @Test
    void longerPeriodsThatEndLaterCountTheFigureWhereItWasDecidedToBe() throws Exception {
        Nights nights = twoSources().report("nbc/weeks.csv", "2025-02-03,2025-01-20,2025-01-26,us,arrests,700",
                "2025-02-03,2025-01-20,2025-02-02,us,arrests,900").arrests("ice/27.csv", "2025-01-27", "150");
        for (int day = 20; day < 26; day++) {
            nights.arrests("ice/" + day + ".csv", "2025-01-" + day, "100");
        }
        nights.run("2025-02-03");
        assertThat(rows(nights, "2025-01-26")).isEmpty();

        decided(nights, "ice:arrests@us@2025-01-27,belongs-to 2025-01-26,Ada,asked ICE,\n").run("2025-02-04");

        assertThat(rows(nights, "2025-01-26")).singleElement().asString().startsWith("days-add-up error new localised");
        assertThat(nights.discrepancies("2025-01-26").get(0).get("figures")).contains("ice:arrests@us@2025-01-27=150");
        assertThat(figures(nights, "2025-02-02")).contains(
                "ice 2025-01-27 moved belongs-to 2025-01-26 (Ada: asked ICE; decisions.csv:2)");

        nights.arrests("ice/27.csv", "2025-01-27", "100").run("2025-02-05");

        assertThat(rows(nights, "2025-01-26")).containsExactly("restated warning new not-localised ",
                "days-add-up error resolved localised nbc:arrests");
        assertThat(nights.table("2025-02-02/figures.csv")).filteredOn(row -> row.get("use").equals("moved")).singleElement()
                .extracting(row -> row.get("as_printed")).isEqualTo("100");
        assertThat(AuditTest.findings(nights)).isEmpty();
    }

    @Test
    void aDecisionOnNothingIsAFindingOfTheRunWithItsSeverity() throws IOException {
        Nights nights = decided(contradicted(), "nbc:arrests@us@2025-01-24,set-aside,Ada,asked NBC,\n").failOn(Severity.WARNING);

        RunReport run = nights.arrests("nbc/26.csv", "2025-01-26", "956").run("2025-01-26");

        assertThat(run.open()).doesNotContainKeys(Severity.ERROR, Severity.WARNING);
        assertThat(run.exitCode()).isOne();
        assertThat(overview(nights)).contains("Decision on nothing", "decisions.csv, line 2");
        assertThat(nights.runJson(run).path("unused_decisions").path("decisions")).hasSize(1);
    }

    @Test
    void theSameIsDecidedFromInputAlone() {
        Nights nights = decided(contradicted(), "nbc:arrests@us@2025-01-26,set-aside,Ada,asked NBC,\n");
        nights.run("2025-01-28");
        Map<String, String> published = nights.published();

        Nights anew = new Nights(nights.workspace.input(), home.resolve("anew"));
        anew.run("2025-01-28");

        assertThat(anew.published()).isEqualTo(published);
        assertThat(rows(nights, "2025-01-26")).containsExactly("sources-agree info new decided nbc:arrests");
    }
}

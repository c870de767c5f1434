package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Waivers that somebody has to decide on again are findings: of the dates they matter on, or of the run where they matter on
 * none.
 */
class DecisionsToReviewTest {

    private static final String HEADER = "id,until,owner,reason\n";

    @TempDir
    private Path home;

    private Nights contradicted(String waiver) {
        return Nights.withTwoSources(home).put("waivers.csv", HEADER + waiver).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "1,179");
    }

    private static String overview(Nights nights) throws IOException {
        return Files.readString(nights.workspace.output().resolve("index.html"));
    }

    private static Map<String, String> row(Nights nights, String rule) {
        return nights.discrepancies("2025-01-26").stream().filter(row -> row.get("rule").equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void aWaiverThatHoldsIsNoNews() throws IOException {
        Nights nights = contradicted("sources-agree/us/arrests,2025-12-31,Ada,known\n");

        RunReport run = nights.run("2025-01-26");

        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree waived 1");
        assertThat(run.unused().sentences()).isEmpty();
        assertThat(overview(nights)).doesNotContain("To be decided again").contains("1 accepted discrepancy");
    }

    @Test
    void oneThatRanOutIsAFindingOfItsDateFromTheNightAfterItsLastDayOn() throws Exception {
        Nights nights = contradicted("sources-agree/us/arrests,2025-01-27,Ada,known\n").failOn(Severity.WARNING);
        assertThat(nights.run("2025-01-27").exitCode()).isZero();

        nights.run("2025-01-28");

        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree changed 1", "waiver-expired new 2");
        assertThat(row(nights, "waiver-expired")).containsEntry("severity", "warning").containsEntry("verdict", "undecided")
                .containsEntry("area", "us").containsEntry("waived_until", "")
                .hasEntrySatisfying("explanation", text -> assertThat(text)
                        .contains("ran out after 2025-01-27", "waivers.csv, line 2 (Ada: known)",
                        row(nights, "sources-agree").get("id")));
        assertThat(Files.readString(nights.workspace.output().resolve("2025-01-26/report.html"))).contains("Acceptance ran out");
        assertThat(overview(nights)).contains("To be decided again", "2025-01-26/report.html#"
                + row(nights, "waiver-expired").get("id"));
        assertThat(Nights.made(nights.run("2025-01-29"))).as("it says the same on every later night")
                .doesNotContain("2025-01-26=3");
        assertThat(AuditTest.findings(nights)).isEmpty();
    }

    @Test
    void anotherDayWrittenDownSettlesIt() throws Exception {
        Nights nights = contradicted("sources-agree/us/arrests,2025-01-25,Ada,known\n");
        nights.run("2025-01-26");

        nights.put("waivers.csv", HEADER + "sources-agree/us/arrests,2025-02-28,Ada,known\n").run("2025-01-27");

        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree waived 1", "waiver-expired resolved 1");
        assertThat(overview(nights)).doesNotContain("To be decided again");
        assertThat(AuditTest.findings(nights)).isEmpty();
    }

    @Test
    void aGapThatGrewSinceItWasAcceptedIsAFindingAndStaysAccepted() throws Exception {
        Nights nights = contradicted("sources-agree/us/arrests,2025-12-31,Ada,known\n").failOn(Severity.WARNING);
        nights.run("2025-01-26");

        RunReport run = nights.arrests("nbc/26.csv", "2025-01-26", "2,000").run("2025-01-27");

        assertThat(run.exitCode()).isOne();
        assertThat(nights.standing("2025-01-26")).contains("sources-agree waived 1", "waiver-outgrown new 2");
        assertThat(row(nights, "waiver-outgrown")).containsEntry("gap", "821").hasEntrySatisfying("explanation",
                text -> assertThat(text).contains("the gap was 223 when", "and is 1,044 now"));
        assertThat(nights.rerun("2025-01-26").published()).as("it stands, and says the same").isEmpty();
        assertThat(AuditTest.findings(nights)).isEmpty();

        nights.put("waivers.csv", HEADER + "sources-agree/us/arrests,2025-11-30,Ada,known\n").run("2025-01-28");
        assertThat(nights.standing("2025-01-26")).as("decided again").contains("waiver-outgrown resolved 2");
        assertThat(AuditTest.findings(nights)).isEmpty();
    }

    @Test
    void aWaiverOfNothingIsAFindingOfTheRun() throws IOException {
        Nights nights = contradicted("days-add-up/us/arrests,2025-12-31,Ada,known\n0123456789ab,2025-12-31,Bo,gone\n")
                .report("nbc/26.csv", "2025-01-27,2025-01-26,2025-01-26,us,arrests,956").failOn(Severity.WARNING);

        RunReport run = nights.run("2025-01-26");

        assertThat(run.exitCode()).isOne();
        assertThat(run.open()).isEmpty();
        assertThat(run.unused().sentences()).containsExactly(
                "waivers.csv, line 2, days-add-up/us/arrests (Ada): nothing like this stands on any date; take the line out.",
                "waivers.csv, line 3, 0123456789ab (Bo): nothing like this stands on any date; take the line out.");
        assertThat(nights.runJson(run).at("/unused_waivers/severity").asString()).isEqualTo("warning");
        assertThat(nights.runJson(run).at("/unused_waivers/waivers")).hasSize(2);
        assertThat(overview(nights)).contains("To be decided again", "Acceptance of nothing",
                "waivers.csv, line 2, days-add-up/us/arrests (Ada)");
        assertThat(nights.failOn(Severity.ERROR).run("2025-01-26").exitCode()).as("a warning by default").isZero();
        assertThat(nights.failOn(Severity.WARNING).run("2025-01-26").exitCode()).as("as long as it stands there").isOne();
    }

    @Test
    void aWaiverOfADateOfLongAgoIsUsed() {
        Nights nights = contradicted("");
        nights.run("2025-01-26");
        String id = row(nights, "sources-agree").get("id");
        for (int day = 1; day <= 75; day++) {
            String date = LocalDate.of(2025, 1, 26).plusDays(day).toString();
            nights.arrests("ice/" + date + ".csv", date, "900");
        }

        RunReport run = nights.put("waivers.csv", HEADER + id
                + ",2025-12-31,Ada,known\nsources-agree/us/arrests,2025-12-31,Ada,known\n").run("2025-04-10");

        assertThat(run.unused().sentences()).isEmpty();
    }

    @Test
    void settingsMayMakeThemErrorsOrSwitchThemOff() {
        Nights nights = contradicted("days-add-up/us/arrests,2025-12-31,Ada,known\n").report("nbc/26.csv",
                "2025-01-27,2025-01-26,2025-01-26,us,arrests,956");

        assertThat(nights.put("crossfoot.yml", Nights.CROSSFOOT + "rules: { waiver-unused: { severity: error } }\n")
                .run("2025-01-26").exitCode()).isOne();
        assertThat(nights.put("crossfoot.yml", Nights.CROSSFOOT + "rules: { waiver-unused: { enabled: false } }\n")
                .failOn(Severity.INFO)
                .run("2025-01-26").exitCode()).isZero();
    }

    @Test
    void aLedgerMadeAnewSaysTheSameOfWaiversThatRanOut() {
        Nights nights = contradicted("sources-agree/us/arrests,2025-01-25,Ada,known\n");
        nights.run("2025-01-26");
        SortedMap<String, String> before = nights.published();

        nights.rebuilding(true).run("2025-01-26");

        assertThat(nights.published()).isEqualTo(before);
        assertThat(List.copyOf(before.keySet())).anyMatch(path -> path.endsWith("report.html"));
    }
}

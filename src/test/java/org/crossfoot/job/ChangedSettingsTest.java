package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that change between two nights, and waivers. */
class ChangedSettingsTest {

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void twoDaysOneOfThemContradicted() {
        nights = Nights.withTwoSources(home).arrests("ice/25.csv", "2025-01-25", "286").arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "1,000");
        nights.run("2025-01-26");
    }

    @Test
    void aToleranceResolvesWhatItCovers() {
        RunReport run = nights.put("crossfoot.yml", Nights.CROSSFOOT + "rules: { sources-agree: { tolerance: 44 } }\n")
                .run("2025-01-26");

        assertThat(Nights.made(run)).containsExactly("2025-01-26=2");
        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree resolved 1");
        assertThat(run.exitCode()).isZero();

        nights.put("crossfoot.yml", Nights.CROSSFOOT + "rules: { sources-agree: { tolerance: 43 } }\n").run("2025-01-26");
        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree reopened 1");
    }

    @Test
    void aNewAliasMakesRejectedRowsReadable() throws Exception {
        RunReport rejected = nights.report("nbc/25.csv", "2025-01-26,2025-01-25,2025-01-25,The Nation,arrests,300")
                .run("2025-01-26");
        assertThat(rejected.rejects()).isOne();
        assertThat(nights.standing("2025-01-26")).as("it holds no figure, and came on the 26th").contains("report-empty new 2");
        assertThat(nights.workspace.run(rejected.run()).resolve("rejects.csv")).content().contains("nbc,nbc/25.csv,2,place,area,")
                .contains("The Nation");

        RunReport read = nights.put("areas.csv", "area,name,part_of,breakdown,aliases\nus,United States,,,the nation\n")
                .run("2025-01-26");

        assertThat(read.rejects()).isZero();
        assertThat(Nights.made(read)).containsExactly("2025-01-25=2", "2025-01-26=3");
        assertThat(nights.standing("2025-01-25")).containsExactly("sources-agree new 2");
        assertThat(nights.standing("2025-01-26")).contains("report-empty resolved 2");
        assertThat(Files.readAllLines(nights.workspace.run(read.run()).resolve("rejects.csv"))).hasSize(1);
    }

    @Test
    void anotherTrustReadsItsSourceAgainAndNoOther() {
        RunReport run = nights.put("nbc/source.yml", "title: NBC News\n"
                + Nights.SOURCE.replace("official-statement", "official-data"))
                .run("2025-01-26");

        assertThat(run.read()).extracting(report -> report.path()).containsExactly("nbc/26.csv");
        assertThat(Nights.made(run)).containsExactly("2025-01-26=2");
        assertThat(nights.revisions()).contains("2025-01-25=1");
    }

    @Test
    void aMeasureMayGoWhileAnEarlierContentOfAReportStillNamesIt() {
        nights.report("ice/goal.csv", "2025-01-26,2025-01-25,,us,arrest_goal,900").run("2025-01-26");
        nights.report("ice/goal.csv", "2025-01-26,2025-01-25,2025-01-25,us,arrests,286").run("2025-01-26");

        RunReport run = nights.put("crossfoot.yml", "zone: America/New_York\nmeasures: { arrests: {} }\n").run("2025-01-26");

        assertThat(run.exitCode()).isOne();
        assertThat(nights.standing("2025-01-25")).noneMatch(row -> row.startsWith("goal-missed") && !row.contains("resolved"));
    }

    @Test
    void anEarlierContentIsReadByTheSettingsOfTodayBeforeItIsCalledRestated() {
        String swapped = Nights.SOURCE.replace("{ column: figure }", "{ column: detail }");
        nights.put("ice/source.yml", "title: ICE\n" + swapped).put("ice/27.csv", "published,from,to,place,counted,figure,detail\n"
                + "2025-01-28,2025-01-27,2025-01-27,us,arrests,1179,7\n").delete("ice/25.csv").delete("ice/26.csv")
                .run("2025-01-27");
        nights.put("ice/27.csv", "published,from,to,place,counted,figure,detail\n"
                + "2025-01-28,2025-01-27,2025-01-27,us,arrests,1179,8\n").run("2025-01-27");
        assertThat(nights.standing("2025-01-27")).contains("restated new 2");

        nights.put("ice/source.yml", "title: ICE\n" + Nights.SOURCE).run("2025-01-27");

        assertThat(nights.standing("2025-01-27")).as("it always said 1,179").contains("restated resolved 2");
    }

    @Test
    void aSourceThatLosesItsSettingsIsAFaultAndItsFiguresGo() {
        RunReport run = nights.delete("nbc/source.yml").run("2025-01-26");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.faults()).singleElement().asString().contains("nbc/source.yml: missing")
                .contains("its report was not read");
        assertThat(nights.standing("2025-01-26")).containsExactly("figures-withdrawn new 2", "sources-agree lapsed 1");
        assertThat(nights.put("nbc/source.yml", "title: NBC News\n" + Nights.SOURCE).run("2025-01-26").exitCode()).isOne();
        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree reopened 1", "figures-withdrawn resolved 2");
    }

    @Test
    void aWaivedDiscrepancyStandsWithItsDayAndDoesNotCount() {
        String id = nights.discrepancies("2025-01-26").get(0).get("id");

        RunReport run = nights.put("waivers.csv", "id,until,owner,reason\n" + id + ",2025-02-28,the steward,known\n")
                .run("2025-01-26");

        assertThat(run.exitCode()).isZero();
        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree waived 1");
        assertThat(nights.discrepancies("2025-01-26").get(0)).containsEntry("waived_until", "2025-02-28");
        assertThat(nights.table("summary.csv").get(1)).containsEntry("errors", "0").containsEntry("waived", "1")
                .containsEntry("fresh", "0");
        assertThat(nights.failOn(Severity.INFO).run("2025-01-26").exitCode()).isZero();
    }

    @Test
    void aWaiverForEveryPeriodIsWrittenAsRuleAreaAndMeasure() {
        RunReport run = nights.put("waivers.csv",
                "id,until,owner,reason\nsources-agree/us/arrests,2025-01-26,the steward,known\n")
                .run("2025-01-26");

        assertThat(nights.standing("2025-01-26")).as("its last day counts").containsExactly("sources-agree waived 1");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aWaiverThatHasRunOutCountsAgain() {
        nights.put("waivers.csv", "id,until,owner,reason\nsources-agree/us/arrests,2025-01-26,the steward,known\n")
                .run("2025-01-26");

        RunReport run = nights.arrests("nbc/26.csv", "2025-01-26", "1,001").run("2025-01-27");

        assertThat(nights.standing("2025-01-26")).contains("sources-agree changed 1");
        assertThat(nights.discrepancies("2025-01-26").get(0)).containsEntry("waived_until", "");
        assertThat(run.exitCode()).isOne();
    }

}

package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample's first night, read from what it publishes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleNightTest {

    private Nights nights;
    private RunReport run;

    @BeforeAll
    void theFirstNight(@TempDir Path home) {
        nights = new Nights(Path.of("input"), home);
        run = nights.run("2025-01-26");
    }

    private Map<String, String> discrepancy(String date, String rule) {
        List<Map<String, String>> found = nights.discrepancies(date).stream().filter(row -> row.get("rule").equals(rule))
                .toList();
        assertThat(found).as(rule + " on " + date).hasSize(1);
        return found.get(0);
    }

    @Test
    void itsExitCodeIsOne() {
        assertThat(run.exitCode()).isOne();
        assertThat(run.faults()).isEmpty();
        assertThat(run.missing()).as("the sample sets no schedule").isFalse();
        assertThat(run.rejects()).isZero();
    }

    @Test
    void iceAndTheOfficialContradictEachOtherAboutThe26thAndTheCopyIsShownWithThem() {
        assertThat(discrepancy("2025-01-26", "sources-agree")).containsEntry("area", "us").containsEntry("measure", "arrests")
                .containsEntry("figures",
                "ice-daily-posts:arrests=956 | latin-times:arrests=956 | official-via-nbc:arrests=1,179")
                .containsEntry("gap", "223").containsEntry("gap_percent", "18.91").containsEntry("severity", "error")
                .containsEntry("period_start", "2025-01-26").containsEntry("period_end", "2025-01-26")
                .containsEntry("status", "new");
    }

    @Test
    void theCopyCountsOnce() {
        assertThat(nights.table("2025-01-26/figures.csv")).filteredOn(row -> row.get("as_printed").equals("956"))
                .extracting(row -> row.get("source") + " " + row.get("use"))
                .containsExactlyInAnyOrder("ice-daily-posts kept", "latin-times repeated");
    }

    @Test
    void theOfficialsOwnSumIsTheSecondDiscrepancyOfThatDay() {
        assertThat(discrepancy("2025-01-26", "criminal-or-collateral")).containsEntry("area", "us").containsEntry("gap", "223")
                .satisfies(row -> assertThat(row.get("figures")).contains("ice-daily-posts:arrests=956",
                        "official-via-nbc:criminal_arrests=613", "official-via-nbc:collateral_arrests=at least 566"));
        assertThat(nights.discrepancies("2025-01-26")).extracting(row -> row.get("rule") + " " + row.get("severity"))
                .containsExactlyInAnyOrder("sources-agree error", "criminal-or-collateral error", "goal-missed info");
    }

    @Test
    void everyDiscrepancyHasItsReasonsAsData() {
        JsonNode explanations = new JsonMapper().readTree(nights.published().get("2025-01-26/explanations.json"));
        assertThat(explanations.propertyNames()).containsExactlyElementsOf(
                nights.discrepancies("2025-01-26").stream().map(row -> row.get("id")).toList());
        JsonNode reasons = explanations.path(discrepancy("2025-01-26", "sources-agree").get("id"));
        assertThat(reasons.path("verdict").asString()).isEqualTo("localised");
        assertThat(reasons.path("statements").get(0).path("published").asString()).isEqualTo("2025-01-27");
        assertThat(reasons.path("bounds").get(0).path("printedHighest").asLong()).isEqualTo(1179);
    }

    @Test
    void theRadiosTwelveDaysAreFewerThanTheNineDaysThatIcePosted() {
        assertThat(discrepancy("2025-01-31", "days-add-up")).containsEntry("period_start", "2025-01-20")
                .containsEntry("period_end", "2025-01-31")
                .containsEntry("measure", "arrests").satisfies(row -> {
                    assertThat(row.get("figures")).contains("new-york-radio:arrests=around 3,500");
                    assertThat(row.get("explanation")).contains("7,314");
                });
    }

    @Test
    void seventyFiveTimesTwentyFiveIsMoreThanTheGoalOfTheWhole() {
        assertThat(discrepancy("2025-01-25", "areas-add-up")).containsEntry("area", "us").containsEntry("measure", "arrest_goal")
                .containsEntry("period_start", "2025-01-25").containsEntry("period_end", "").satisfies(row -> {
                    assertThat(row.get("figures")).contains("latin-times:arrest_goal=1,200 to 1,500")
                            .contains("latin-times:arrest_goal@atlanta@2025-01-25/..=75");
                    assertThat(row.get("explanation")).contains("1,875", "1,500");
                });
    }

    @Test
    void theBookInsOfJanuaryFit() {
        assertThat(nights.discrepancies("2025-01-31")).noneMatch(row -> row.get("figures").contains("11,753"));
        assertThat(nights.table("2025-01-31/figures.csv")).filteredOn(row -> row.get("as_printed").equals("11,753"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("use", "kept"));
    }

    @Test
    void aMissedGoalIsForInformation() {
        assertThat(discrepancy("2025-01-30", "goal-missed")).containsEntry("severity", "info").containsEntry("gap", "287");
    }

    @Test
    void everyDateOfTheSampleIsPublished() {
        assertThat(nights.revisions()).containsExactly("2025-01-23=1", "2025-01-24=1", "2025-01-25=1", "2025-01-26=1",
                "2025-01-27=1", "2025-01-28=1", "2025-01-29=1", "2025-01-30=1", "2025-01-31=1", "2025-02-03=1", "2025-02-28=1");
    }

    @Test
    void theSameNightIntoAnotherFolderGivesTheSameBytes(@TempDir Path other) {
        Nights again = new Nights(Path.of("input"), other);
        again.run("2025-01-26");
        assertThat(again.published()).isEqualTo(nights.published()).hasSizeGreaterThan(40);
    }
}

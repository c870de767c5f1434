package org.crossfoot.reconcile.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.reconcile.Reconciliation;
import org.crossfoot.reconcile.TestEvidence;
import org.junit.jupiter.api.Test;

/** Why a total is what it is, in sentences. */
class TotalReasonsTest {

    private static final String DAY = "2025-01-26";
    private static final String WEEK = "2025-01-20/2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY);

    private TestEvidence says(String source, String measure, String area, String printed) {
        return evidence.says(source, measure, area, DAY, printed);
    }

    private String why(String measure, String area) {
        return evidence.reasons(measure, area, DAY).text();
    }

    private void example(int trustOfPost) {
        evidence.check("criminal-or-collateral", "criminal_arrests + collateral_arrests = arrests");
        says("ice", "arrests", "us", "956").trusted(trustOfPost).published("2025-01-27");
        says("official", "arrests", "us", "1,179");
        says("official", "criminal_arrests", "us", "613");
        says("official", "collateral_arrests", "us", "at least 566").derived();
    }

    @Test
    void withThePostTrustedMoreCollateralArrestsFollowStepByStep() {
        example(5);
        assertThat(why("collateral_arrests", "us")).isEqualTo("collateral arrests, United States, 2025-01-26: 343, derived. "
                + "Set aside as probably wrong: official: at least 566, derived from other figures (official/report.csv:5). "
                + "Exactly 343, because: 1. arrests is 956: ice, published 2025-01-27: 956 (ice/report.csv:2). "
                + "2. criminal arrests is 613: official: 613 (official/report.csv:4). "
                + "3. criminal_arrests + collateral_arrests = arrests: so collateral arrests is 956 - 613 = 343.");
        assertThat(why("arrests", "us")).isEqualTo("arrests, United States, 2025-01-26: 956, repaired. "
                + "Set aside as probably wrong: official: 1,179 (official/report.csv:3). "
                + "Exactly 956: ice, published 2025-01-27: 956 (ice/report.csv:2).");
    }

    @Test
    void withEqualTrustEachLimitNamesTheRepairThatGivesIt() {
        example(2);
        assertThat(why("collateral_arrests", "us")).contains("(343 to 566), open.")
                .contains("At least 343, if official: 1,179 (official/report.csv:3); official: at least 566, derived from other "
                + "figures "
                        + "(official/report.csv:5) are set aside (one of 2 equally cheap repairs; no other leaves more room), "
                        + "because: "
                        + "1. arrests is at least 956: ice, published 2025-01-27: 956 (ice/report.csv:2). "
                        + "2. criminal arrests is at most 613: official: 613 (official/report.csv:4). "
                        + "3. criminal_arrests + collateral_arrests = arrests: so collateral arrests is at least 956 - 613 = "
                        + "343.")
                .contains("At most 566, if ice, published 2025-01-27: 956 (ice/report.csv:2) is set aside (one of 2 equally "
                + "cheap repairs; "
                        + "no other leaves more room), because: 1. arrests is at most 1,179: official: 1,179 "
                        + "(official/report.csv:3).")
                .contains("so collateral arrests is at most 1,179 - 613 = 566.");
        assertThat(why("criminal_arrests", "us")).endsWith("single. Exactly 613: official: 613 (official/report.csv:4).");
    }

    @Test
    void theWholeIsTheSumOfItsParts() {
        evidence.complete("office", "boston", "chicago");
        says("ice", "arrests", "boston", "400");
        says("ice", "arrests", "chicago", "500 to 556");
        assertThat(why("arrests", "us")).isEqualTo("arrests, United States, 2025-01-26: 928 (900 to 956), derived. "
                + "At least 900, because: 1. boston is at least 400: ice: 400 (ice/report.csv:2). "
                + "2. chicago is at least 500: ice: 500 to 556 (ice/report.csv:3). "
                + "3. United States is the sum of boston and chicago: so arrests is at least 400 + 500 = 900. "
                + "At most 956, because: 1. boston is at most 400: ice: 400 (ice/report.csv:2). "
                + "2. chicago is at most 556: ice: 500 to 556 (ice/report.csv:3). "
                + "3. United States is the sum of boston and chicago: so arrests is at most 400 + 556 = 956. "
                + "Best value 928: the middle of what is possible, as no figure is kept.");
        assertThat(evidence.reasons("arrests", "us", DAY).total()).isEqualTo(evidence.total("arrests", "us", DAY));
    }

    @Test
    void aDayLimitsTheWeekFromBelowAndNothingFromAbove() {
        says("ice", "arrests", "us", "956");
        evidence.says("press", "arrests", "us", "2025-01-25", "286").says("official", "arrests", "us", WEEK, "at least 1,000");
        assertThat(evidence.reasons("arrests", "us", WEEK).text())
                .isEqualTo("arrests, United States, 2025-01-20 to 2025-01-26: no one value (at least 1,242), single. At least "
                + "1,242, because: "
                        + "1. arrests, 2025-01-26 is at least 956: ice: 956 (ice/report.csv:2). "
                        + "2. arrests, 2025-01-25 is at least 286: press: 286 (press/report.csv:3). "
                        + "3. 2025-01-20 to 2025-01-26 is the sum of 2025-01-20 to 2025-01-24, 2025-01-25 and 2025-01-26: so "
                        + "arrests is at least "
                        + "286 + 956 = 1,242. Nothing limits it from above. No best value: only a lower limit is known.");
    }

    @Test
    void partsThatAreNotAllOfItBoundTheWholeFromBelow() {
        evidence.incomplete("office", "boston", "chicago");
        says("ice", "arrests", "boston", "400");
        assertThat(why("arrests", "us")).contains("United States is at least the sum of boston: so arrests is at least 400.")
                .contains("Nothing limits it from above.").contains("No best value: only a lower limit is known.");
    }

    @Test
    void aCountIsNeverBelowZero() {
        evidence.check("after", "detentions <= arrests");
        says("ice", "arrests", "us", "956");
        says("press", "detentions", "us", "up to 2,000");
        assertThat(why("detentions", "us")).contains("At least 0: a count cannot be below zero. At most 956, because: ");
    }

    @Test
    void aGoalIsLimitedByTheGoalsOfItsParts() {
        evidence.complete("office", "boston", "chicago").says("official", "arrest_goal", "boston", DAY + "/..", "75")
                .says("official", "arrest_goal", "chicago", DAY + "/..", "75");
        assertThat(new Reconciliation(evidence.vocabulary(), evidence.rules()).reasons(evidence.evidence(), "arrest_goal", "us"))
                .singleElement().extracting(TotalReasons::text).asString()
                .contains("from 2025-01-26 on: 150, derived.").contains("so goal of arrests a day is 75 + 75 = 150.");
    }

    @Test
    void whereSourcesMayDifferTheTruthLiesBetweenThem() {
        says("ice", "arrests", "us", "1,000");
        says("official", "arrests", "us", "1,010").tolerance("sources-agree", "1%");
        assertThat(why("arrests", "us"))
                .contains("At most 1,010: ice: 1,000 (ice/report.csv:2), taken for 1,000 to 1,010 as others may differ from it.")
                .contains("Best value 1,003: nearest to the mean, by trust, of ice: 1,000 (ice/report.csv:2); official: 1,010 "
                + "(official/report.csv:3).");
    }

    @Test
    void sourcesThatNeedNotAgreeLeaveEverythingBetweenThem() {
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "us", "1,179").switchOff("sources-agree");
        assertThat(why("arrests", "us")).contains("At least 956").contains("At most 1,179").contains("taken for 956 to 1,179");
    }

    @Test
    void whatTheRulesLeaveIsWidenedByWhatIsTolerated() {
        evidence.complete("office", "boston", "chicago").tolerance("sources-agree", "1%");
        says("ice", "arrests", "us", "1,000");
        says("official", "arrests", "us", "1,010");
        says("press", "arrests", "boston", "400");
        says("press", "arrests", "chicago", "600");
        assertThat(why("arrests", "us")).contains("At least 1,000: ice: 1,000 (ice/report.csv:2), taken for 1,000 to 1,010")
                .contains("At most 1,010: figures differ, within the tolerance of sources-agree, and the truth may lie anywhere "
                + "between them: "
                        + "ice: 1,000 (ice/report.csv:2); official: 1,010 (official/report.csv:3).");
    }

    @Test
    void aFigureOfALargeSumThatMayBeTheWrongOneSaysWhatItWouldBe() {
        large();
        says("ice", "arrests", "us", "2,600");
        assertThat(evidence.reasons("arrests", "office-100", DAY).text()).contains("(10 to 110), open.")
                .contains("At most 110: one figure of a sum is "
                + "wrong, which of several cannot be told; it would be this if it were ice: 10 (ice/report.csv:2).");
    }

    private void large() {
        String[] offices = IntStream.range(100, 350).mapToObj(i -> "office-" + i).toArray(String[]::new);
        evidence.complete("office", offices);
        for (String office : offices) {
            says("ice", "arrests", office, "10");
        }
    }

    /** Of three measures every two add up to 10: each is 5, which no single sum says. */
    @Test
    void whatOnlyTryingValuesShowsIsCalledSo() {
        evidence.check("a", "arrests + criminal_arrests = 10").check("b", "arrests + collateral_arrests = 10")
                .check("c", "criminal_arrests + collateral_arrests = 10");
        says("ice", "arrests", "us", "0 to 9");
        assertThat(why("arrests", "us")).contains("arrests, United States, 2025-01-26: 5, single.")
                .contains("At least 5: arrests + criminal_arrests = 10; arrests + collateral_arrests = 10; "
                        + "criminal_arrests + collateral_arrests = 10; together these leave no other value, found by trying "
                        + "values");
    }

    @Test
    void ofManyStepsTheFirstAndTheLastAreShown() {
        String[] offices = IntStream.range(10, 60).mapToObj(i -> "office-" + i).toArray(String[]::new);
        evidence.complete("office", offices);
        for (String office : offices) {
            says("ice", "arrests", office, "10");
        }
        TotalReasons reasons = evidence.reasons("arrests", "us", DAY);
        assertThat(reasons.text())
                .contains("10. office-19 is 10: ice: 10 (ice/report.csv:11). And 37 more steps. 48. office-57 is 10")
                .endsWith("51. United States is the sum of 50 parts by office: so arrests is 500.")
                .doesNotContain("11. ", "47. ");
        assertThat(((LimitReasons.Proven) reasons.lowest()).steps()).hasSize(51);
    }

    @Test
    void thereAreNoReasonsForATotalThatThereIsNot() {
        says("ice", "arrests", "us", "956");
        assertThat(new Reconciliation(evidence.vocabulary(), evidence.rules()).reasons(evidence.evidence(), "detentions", "us"))
                .isEqualTo(List.of());
    }
}

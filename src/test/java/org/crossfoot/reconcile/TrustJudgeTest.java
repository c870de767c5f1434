package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustJudgeTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY).source("weak", 1);

    private TestEvidence says(String source, String area, String printed) {
        return evidence.says(source, "arrests", area, DAY, printed);
    }

    private List<String> blamed(String rule) {
        return said(evidence.theOne(rule).blamed());
    }

    @Test
    void theLessTrustedOfTwoIsBlamed() {
        says("ice", "us", "956");
        says("official", "us", "1,179");
        assertThat(blamed("sources-agree")).containsExactly("official=1,179");
        assertThat(evidence.theOne("sources-agree").verdict()).isEqualTo(Verdict.LOCALISED);
        assertThat(evidence.theOne("sources-agree").explanation())
                .endsWith("Cheapest: set aside (2) official's 1,179 (trust 2), at a cost of 2 in trust.");
    }

    @Test
    void equalTrustIsATie() {
        says("ice", "us", "956");
        says("official", "us", "1,179").trusted(5);
        assertThat(blamed("sources-agree")).isEmpty();
        assertThat(evidence.theOne("sources-agree").verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        assertThat(evidence.theOne("sources-agree").explanation()).contains("It cannot be told which of these is wrong",
                "(1) ice's 956 (trust 5), (2) official's 1,179 (trust 5)");
    }

    @Test
    void twoIndependentVoicesOutweighOne() {
        says("ice", "us", "956");
        says("press", "us", "1,179");
        says("official", "us", "at least 1,100").trusted(3);
        assertThat(blamed("sources-agree")).containsExactly("ice=956");
    }

    @Test
    void copiesDoNot() {
        evidence.repeats("copy", "press").repeats("another", "press");
        says("ice", "us", "956");
        says("press", "us", "1,179");
        says("copy", "us", "1,179");
        says("another", "us", "1,179");
        assertThat(blamed("sources-agree")).containsExactlyInAnyOrder("press=1,179", "copy=1,179", "another=1,179");
    }

    @Test
    void whereTrustIsEqualFewerFiguresAreSetAside() {
        says("ice", "us", "956").trusted(4);
        says("press", "us", "1,179").trusted(2);
        says("official", "us", "1,179").trusted(2);
        assertThat(blamed("sources-agree")).containsExactly("ice=956");
    }

    @Test
    void aDerivedFigureIsBlamedFirst() {
        says("ice", "us", "956").derived();
        says("weak", "us", "1,179");
        assertThat(blamed("sources-agree")).containsExactly("ice=956");
    }

    @Test
    void aToleranceKeepsWhatLiesWithinItOfEachOther() {
        // 100 and 104, or 104 and 108, lie within 6; all three do not.
        evidence.tolerance("sources-agree", "6");
        says("weak", "us", "100");
        says("ice", "us", "104");
        says("press", "us", "108");
        assertThat(blamed("sources-agree")).containsExactly("weak=100");
    }

    @Test
    void aSumIsMendedByTheCheapestFigureThatCanMendIt() {
        evidence.complete("office", "boston", "chicago");
        says("ice", "us", "956");
        says("weak", "boston", "5");
        says("official", "chicago", "1,000");
        assertThat(blamed("areas-add-up")).as("Boston's 5 is cheaper, and too small to matter").containsExactly("official=1,000");
    }

    @Test
    void aSumThatHoldsAfterItsCellsWereJudgedBlamesWhatTheyBlamed() {
        evidence.complete("office", "boston");
        says("ice", "us", "956");
        says("official", "us", "1,179");
        says("ice", "boston", "956");
        assertThat(blamed("areas-add-up")).containsExactly("official=1,179");
        assertThat(evidence.theOne("areas-add-up").verdict()).isEqualTo(Verdict.LOCALISED);
    }

    @Test
    void whatACheckWithinAnAreaBlamesIsNotHeldAgainstTheWhole() {
        evidence.complete("office", "boston", "chicago").check("after", "criminal_arrests <= arrests");
        says("official", "us", "30");
        says("weak", "boston", "1");
        evidence.says("ice", "criminal_arrests", "boston", DAY, "10");
        says("ice", "chicago", "20");
        assertThat(blamed("after")).containsExactly("weak=1");
        assertThat(blamed("areas-add-up")).containsExactly("weak=1");
    }

    @Test
    void whereNoSingleFigureMendsASumItIsUndecided() {
        evidence.complete("office", "boston", "chicago");
        says("ice", "us", "10");
        says("official", "us", "at most 11").trusted(5);
        says("press", "boston", "50");
        says("press", "chicago", "60");
        assertThat(evidence.theOne("areas-add-up").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(evidence.theOne("areas-add-up").explanation()).endsWith("No single figure explains it.");
    }

    @Test
    void whatIsBlamedIsListedInOneOrder() {
        evidence.complete("office", "boston", "chicago", "dallas");
        says("ice", "us", "10");
        says("press", "us", "up to 12");
        for (String area : List.of("dallas", "chicago", "boston")) {
            says("ice", area, "50");
            says("weak", area, "60");
        }
        assertThat(evidence.theOne("areas-add-up").explanation())
                .containsSubsequence("Cheapest: set aside", "weak's 60", "weak's 60", "weak's 60", "No single figure explains the rest.");
        assertThat(evidence.theOne("areas-add-up").explanation()).isEqualTo(evidence.shuffled(7).theOne("areas-add-up").explanation());
        assertThat(evidence.theOne("areas-add-up").explanation().replaceAll(".*set aside (\\(\\d+\\)).*? (\\(\\d+\\)) .*? (\\(\\d+\\)) .*", "$1$2$3"))
                .isEqualTo("(4)(6)(8)");
    }

    @Test
    void aDerivedFigureThatNeedNotBeSetAsideIsNotInQuestion() {
        says("ice", "us", "900 to 2,000");
        says("press", "us", "950 to 960").derived();
        says("weak", "us", "2,500");
        assertThat(blamed("sources-agree")).containsExactly("weak=2,500");
        assertThat(evidence.theOne("sources-agree").explanation()).doesNotContain("cannot be told");
    }

    @Test
    void twoErrorsThatChecksFindExplainTheSumOfTheirAreas() {
        evidence.complete("office", "boston", "chicago").check("most", "arrests <= criminal_arrests");
        says("official", "us", "40");
        for (String area : List.of("boston", "chicago")) {
            says("weak", area, "500");
            evidence.says("ice", "criminal_arrests", area, DAY, "10");
        }
        assertThat(blamed("areas-add-up")).containsExactly("weak=500", "weak=500");
    }
}

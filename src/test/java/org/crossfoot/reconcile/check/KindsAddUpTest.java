package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Verdict;
import org.junit.jupiter.api.Test;

class KindsAddUpTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY);

    private TestEvidence says(String measure, String printed) {
        return evidence.says("ice", measure, "us", DAY, printed);
    }

    private TestEvidence ofArrests(boolean complete, String arrests, String criminal, String collateral) {
        evidence.kinds("arrests", "criminality", complete, "criminal_arrests", "collateral_arrests");
        says("arrests", arrests);
        says("criminal_arrests", criminal);
        return says("collateral_arrests", collateral);
    }

    @Test
    void completeKindsThatAddUpAreFine() {
        assertThat(ofArrests(true, "1,179", "613", "566").discrepancies()).isEmpty();
    }

    @Test
    void completeKindsThatAddUpToMoreOrLessAreFound() {
        Discrepancy found = ofArrests(true, "956", "613", "566").theOne("kinds-add-up");

        assertThat(found.gap()).isEqualTo(223);
        assertThat(found.measure()).isEqualTo("arrests");
        assertThat(said(found.figures())).containsExactlyInAnyOrder("ice=956", "ice=613", "ice=566");
        assertThat(found.explanation()).contains("the kinds do not add up to the whole")
                .contains("All 2 kinds by criminality add up to at least 1,179; the figure for arrests to at most 956: 223 too "
                + "many.");
        assertThat(TestEvidence.on(DAY).kinds("arrests", "criminality", true, "criminal_arrests", "collateral_arrests")
                .says("ice", "arrests", "us", DAY, "956").says("ice", "criminal_arrests", "us", DAY, "400")
                .says("ice", "collateral_arrests", "us", DAY, "500").theOne("kinds-add-up").gap()).isEqualTo(56);
    }

    @Test
    void kindsThatAreNotCompleteOnlyBoundTheMeasureFromBelow() {
        assertThat(ofArrests(false, "956", "1", "2").discrepancies()).isEmpty();
        assertThat(TestEvidence.on(DAY).kinds("arrests", "criminality", false, "criminal_arrests", "collateral_arrests")
                .says("ice", "arrests", "us", DAY, "956").says("ice", "criminal_arrests", "us", DAY, "900")
                .says("ice", "collateral_arrests", "us", DAY, "100").theOne("kinds-add-up").gap()).isEqualTo(44);
    }

    @Test
    void aKindThatNobodySpeaksOfHoldsTheRestAndNoFewerThanNobody() {
        evidence.kinds("arrests", "criminality", true, "criminal_arrests", "collateral_arrests");
        says("arrests", "956");
        says("criminal_arrests", "613");

        assertThat(evidence.discrepancies()).isEmpty();
        assertThat(evidence.total("collateral_arrests", "us", DAY).best()).isEqualTo(343);

        says("criminal_arrests", "957").in("z.csv");
        assertThat(evidence.found("kinds-add-up")).hasSize(1);
    }

    @Test
    void twoWaysToTakeAMeasureApartMustHaveOneSumThoughNobodyPrintedIt() {
        evidence.kinds("arrests", "criminality", true, "criminal_arrests", "collateral_arrests")
                .kinds("arrests", "outcome", true, "detentions");
        says("criminal_arrests", "400");
        says("collateral_arrests", "500");

        assertThat(says("detentions", "900").discrepancies()).isEmpty();
        assertThat(says("detentions", "903").in("z.csv").published("2025-01-30").theOne("kinds-add-up").gap()).isEqualTo(3);
    }

    @Test
    void theFigureThatTheOthersContradictIsBlamed() {
        ofArrests(true, "956", "613", "566");
        evidence.says("press", "arrests", "us", DAY, "1,179");
        evidence.says("official", "criminal_arrests", "us", DAY, "613");

        Discrepancy found = evidence.theOne("kinds-add-up");
        assertThat(found.verdict()).isEqualTo(Verdict.LOCALISED);
        assertThat(said(found.blamed())).containsExactly("ice=956");
    }

    @Test
    void kindsOfAWeekAreHeldAgainstTheDaysOfTheMeasure() {
        evidence.kinds("arrests", "criminality", true, "criminal_arrests", "collateral_arrests");
        evidence.says("ice", "arrests", "us", "2025-01-25", "10").says("ice", "arrests", "us", "2025-01-26", "20");
        evidence.says("ice", "criminal_arrests", "us", "2025-01-25/2025-01-26", "15");
        evidence.says("ice", "collateral_arrests", "us", "2025-01-25/2025-01-26", "16");

        assertThat(evidence.discrepancies()).singleElement()
                .satisfies(found -> assertThat(found.explanation()).contains("kinds-add-up"));
    }

    @Test
    void aToleranceOfTheRuleCoversAGapOfItsSize() {
        assertThat(ofArrests(true, "956", "613", "345").tolerance("kinds-add-up", "2").discrepancies()).isEmpty();
        assertThat(TestEvidence.on(DAY).kinds("arrests", "criminality", true, "criminal_arrests", "collateral_arrests")
                .switchOff("kinds-add-up").says("ice", "arrests", "us", DAY, "956").says("ice", "criminal_arrests", "us", DAY,
                "999")
                .discrepancies()).isEmpty();
    }
}

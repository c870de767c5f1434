package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.junit.jupiter.api.Test;

class AreasAddUpTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY);

    private TestEvidence says(String area, String printed) {
        return evidence.says("ice", "arrests", area, DAY, printed);
    }

    private TestEvidence offices(String us, String boston, String chicago) {
        evidence.complete("office", "boston", "chicago");
        says("us", us);
        says("boston", boston);
        return says("chicago", chicago);
    }

    @Test
    void aCompleteBreakdownThatAddsUpIsFine() {
        assertThat(offices("956", "400", "556").found("areas-add-up")).isEmpty();
    }

    @Test
    void aCompleteBreakdownThatAddsUpToMoreIsFound() {
        Discrepancy found = offices("956", "400", "600").theOne("areas-add-up");
        assertThat(found.gap()).isEqualTo(44);
        assertThat(found.area()).isEqualTo("us");
        assertThat(found.largerSide()).isEqualTo(1000);
        assertThat(said(found.figures())).containsExactlyInAnyOrder("ice=956", "ice=400", "ice=600");
    }

    @Test
    void aCompleteBreakdownThatAddsUpToLessIsFound() {
        assertThat(offices("956", "400", "500").theOne("areas-add-up").gap()).isEqualTo(56);
    }

    @Test
    void anUnknownPartMayHoldTheRest() {
        evidence.complete("office", "boston", "chicago", "dallas");
        says("us", "956");
        says("boston", "400");
        assertThat(says("chicago", "500").found("areas-add-up")).isEmpty();
    }

    @Test
    void anUnknownPartHoldsNoFewerThanNobody() {
        evidence.complete("office", "boston", "chicago", "dallas");
        says("us", "956");
        says("boston", "400");
        assertThat(says("chicago", "600").theOne("areas-add-up").gap()).isEqualTo(44);
    }

    @Test
    void anIncompleteBreakdownOnlyBoundsTheWholeFromBelow() {
        evidence.incomplete("place", "aurora", "denver");
        says("us", "956");
        says("aurora", "1");
        assertThat(says("denver", "2").found("areas-add-up")).isEmpty();
    }

    @Test
    void anIncompleteBreakdownThatHoldsMoreThanTheWholeIsFound() {
        evidence.incomplete("place", "aurora", "denver");
        says("us", "956");
        says("aurora", "900");
        assertThat(says("denver", "100").theOne("areas-add-up").gap()).isEqualTo(44);
    }

    @Test
    void twoCompleteBreakdownsMustHaveOneSumThoughNobodyPrintedTheWhole() {
        evidence.complete("office", "boston", "chicago").complete("state", "maine", "ohio");
        says("boston", "400");
        says("chicago", "500");
        says("maine", "300");
        Discrepancy found = says("ohio", "650").theOne("areas-add-up");
        assertThat(found.gap()).isEqualTo(50);
        assertThat(found.area()).isEqualTo("us");
        assertThat(found.figures()).hasSize(4);
    }

    @Test
    void twoBreakdownsAndTheWholeMakeOneDiscrepancy() {
        evidence.complete("office", "boston", "chicago").complete("state", "maine", "ohio");
        says("us", "900");
        says("boston", "400");
        says("chicago", "500");
        says("maine", "300");
        Discrepancy found = says("ohio", "650").theOne("areas-add-up");
        assertThat(found.gap()).isEqualTo(50);
        assertThat(found.figures()).hasSize(5);
    }

    @Test
    void anIncompleteBreakdownBesideACompleteOneHoldsNoMoreThanIt() {
        evidence.complete("office", "boston", "chicago").incomplete("place", "aurora");
        says("boston", "400");
        says("chicago", "500");
        assertThat(says("aurora", "901").theOne("areas-add-up").gap()).isEqualTo(1);
    }

    @Test
    void intervalsAddUpLikeNumbers() {
        assertThat(offices("956", "at least 400", "at least 500").found("areas-add-up")).isEmpty();
        assertThat(TestEvidence.on(DAY).complete("office", "boston").says("ice", "arrests", "us", DAY, "up to 40")
                .says("ice", "arrests", "boston", DAY, "over 40").theOne("areas-add-up").gap()).isEqualTo(1);
    }

    @Test
    void aGapEqualToTheTolerancePassesAndOneMoreFails() {
        assertThat(offices("956", "400", "600").tolerance("areas-add-up", "44").found("areas-add-up")).isEmpty();
        assertThat(evidence.tolerance("areas-add-up", "43").found("areas-add-up")).hasSize(1);
    }

    @Test
    void aPercentageIsOfTheLargerSideRoundedDown() {
        // 4.4 % of the parts' 1,000 are 44, of the whole's 956 only 42.
        assertThat(offices("956", "400", "600").tolerance("areas-add-up", "4.4%").found("areas-add-up")).isEmpty();
        assertThat(evidence.tolerance("areas-add-up", "4.39%").found("areas-add-up")).hasSize(1);
    }

    @Test
    void measuresAndPeriodsAreNeverAddedToEachOther() {
        evidence.complete("office", "boston", "chicago");
        says("us", "956");
        evidence.says("ice", "detentions", "boston", DAY, "5,000");
        evidence.says("ice", "arrests", "chicago", "2025-01-20/2025-01-26", "5,000");
        assertThat(evidence.found("areas-add-up")).isEmpty();
    }

    @Test
    void aPartMayBeAWholeItself() {
        evidence.complete("office", "boston").breakdown("boston", "city", true, "salem", "lowell");
        says("us", "400");
        says("boston", "400");
        says("salem", "100");
        assertThat(says("lowell", "200").theOne("areas-add-up").area()).isEqualTo("boston");
    }

    @Test
    void stocksAddUpOverAreasToo() {
        evidence.complete("office", "boston");
        evidence.says("ice", "detained_people", "us", DAY, "39,000").says("ice", "detained_people", "boston", DAY, "39,001");
        assertThat(evidence.theOne("areas-add-up").gap()).isEqualTo(1);
    }

    @Test
    void theArithmeticShowsBothSums() {
        assertThat(offices("956", "400", "600").theOne("areas-add-up").explanation())
                .contains("All 2 parts by office add up to at least 1,000; the figure for United States to at most 956: 44 too "
                + "many.");
    }
}

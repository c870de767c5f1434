package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Verdict;
import org.junit.jupiter.api.Test;

class SourcesAgreeTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY);

    private TestEvidence both(String ice, String official) {
        return evidence.says("ice", "arrests", "us", DAY, ice).says("official", "arrests", "us", DAY, official);
    }

    @Test
    void twoNumbersForOneCellConflict() {
        Discrepancy found = both("956", "1,179").theOne("sources-agree");
        assertThat(found.gap()).isEqualTo(223);
        assertThat(found.largerSide()).isEqualTo(1179);
        assertThat(said(found.figures())).containsExactly("ice=956", "official=1,179");
    }

    @Test
    void theSameNumberTwiceDoesNot() {
        assertThat(both("1,179", "1 179").found("sources-agree")).isEmpty();
    }

    @Test
    void intervalsThatTouchInOneNumberAgree() {
        assertThat(both("956", "at least 956").found("sources-agree")).isEmpty();
        assertThat(both("up to 956", "956 to 1,179").found("sources-agree")).isEmpty();
    }

    @Test
    void intervalsOneApartConflictByOne() {
        assertThat(both("956", "over 956").theOne("sources-agree").gap()).isEqualTo(1);
    }

    @Test
    void aroundConflictsOnlyOutsideItsOuterBand() {
        assertThat(TestEvidence.on(DAY).says("ice", "arrests", "us", DAY, "around 3,500")
                .says("official", "arrests", "us", DAY, "3,150").found("sources-agree")).isEmpty();
        assertThat(TestEvidence.on(DAY).says("ice", "arrests", "us", DAY, "around 3,500")
                .says("official", "arrests", "us", DAY, "3,149").theOne("sources-agree").gap()).isEqualTo(1);
    }

    @Test
    void aGapEqualToTheTolerancePasses() {
        assertThat(both("956", "1,179").tolerance("sources-agree", "223").found("sources-agree")).isEmpty();
    }

    @Test
    void aGapOneBeyondTheToleranceFailsAndIsReportedInFull() {
        assertThat(both("956", "1,179").tolerance("sources-agree", "222").theOne("sources-agree").gap()).isEqualTo(223);
    }

    @Test
    void whatIsOneMoreApartThanAnOddToleranceIsDecidedLikeAnyOther() {
        for (int tolerance = 1; tolerance < 8; tolerance++) {
            TestEvidence beyond = TestEvidence.on(DAY).tolerance("sources-agree", String.valueOf(tolerance))
                    .says("ice", "arrests", "us", DAY, "25").says("press", "arrests", "us", DAY, String.valueOf(26 + tolerance));
            assertThat(beyond.theOne("sources-agree").verdict()).as("tolerance %s", tolerance).isEqualTo(Verdict.LOCALISED);
            assertThat(beyond.total("arrests", "us", DAY).basis()).as("tolerance %s", tolerance).isEqualTo(Basis.REPAIRED);
        }
    }

    @Test
    void aPercentageIsOfTheLargerSideAndRoundedDown() {
        // 2 % of 150 is 3; 2 % of 199 is 3.98.
        assertThat(TestEvidence.on(DAY).tolerance("sources-agree", "2%").says("ice", "arrests", "us", DAY, "147")
                .says("official", "arrests", "us", DAY, "150").found("sources-agree")).isEmpty();
        assertThat(TestEvidence.on(DAY).tolerance("sources-agree", "2%").says("ice", "arrests", "us", DAY, "195")
                .says("official", "arrests", "us", DAY, "199").found("sources-agree")).hasSize(1);
    }

    @Test
    void aSourceThatContradictsItselfIsFound() {
        Discrepancy found = evidence.says("ice", "arrests", "us", DAY, "956").says("ice", "arrests", "us", DAY, "965")
                .theOne("sources-agree");
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        assertThat(said(found.figures())).containsExactly("ice=956", "ice=965");
    }

    @Test
    void threeSourcesMakeOneDiscrepancyWhoseGapIsTheLeastSumOfChanges() {
        Discrepancy found = both("956", "1,179").says("press", "arrests", "us", DAY, "960").theOne("sources-agree");
        assertThat(found.gap()).as("956 and 1,179 become 960").isEqualTo(4 + 219);
        assertThat(found.explanation()).contains("3 statements cannot all be right");
    }

    @Test
    void otherAreasMeasuresAndPeriodsAreOtherCells() {
        evidence.complete("office", "boston").says("ice", "arrests", "us", DAY, "956")
                .says("official", "detentions", "us", DAY, "1")
                .says("official", "arrests", "boston", DAY, "2").says("press", "arrests", "us", "2025-01-20/2025-01-26", "2,681");
        assertThat(evidence.found("sources-agree")).isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffFindsNothing() {
        assertThat(both("956", "1,179").switchOff("sources-agree").found("sources-agree")).isEmpty();
    }

    @Test
    void aConflictOfAnotherDateIsThatDatesToReport() {
        evidence.says("ice", "arrests", "us", "2025-01-25", "286").says("official", "arrests", "us", "2025-01-25", "300")
                .says("ice", "arrests", "us", "2025-01-25/2025-01-26", "1,242");
        assertThat(evidence.found("sources-agree")).isEmpty();
    }
}

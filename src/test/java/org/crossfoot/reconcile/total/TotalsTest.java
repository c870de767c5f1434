package org.crossfoot.reconcile.total;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.cell;

import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY);

    private TestEvidence says(String source, String measure, String area, String printed) {
        return evidence.says(source, measure, area, DAY, printed);
    }

    private static Total total(String measure, String area, long best, long lowest, long highest, Basis basis,
            String... sources) {
        return new Total(cell(measure, area, DAY), best, lowest, highest, basis, List.of(sources));
    }

    private Total arrests() {
        return evidence.total("arrests", "us", DAY);
    }

    @Test
    void oneVoiceIsSingle() {
        says("ice", "arrests", "us", "956");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 956, 956, 956, Basis.SINGLE, "ice"));
    }

    @Test
    void voicesThatAgreeNarrowEachOther() {
        says("ice", "arrests", "us", "around 1,000");
        says("official", "arrests", "us", "at least 980");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 1000, 980, 1100, Basis.AGREED, "ice", "official"));
    }

    @Test
    void aFigureSetAsideLeavesTheOther() {
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "us", "1,179");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 956, 956, 956, Basis.REPAIRED, "ice"));
    }

    @Test
    void aTieIsOpenBetweenItsReadings() {
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "us", "1,179").trusted(5);
        says("press", "arrests", "us", "at least 500");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 1068, 956, 1179, Basis.OPEN, "ice", "official", "press"));
    }

    @Test
    void withinTheToleranceTheTruthLiesBetween() {
        says("ice", "arrests", "us", "1,000");
        says("official", "arrests", "us", "1,010").tolerance("sources-agree", "1%");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 1003, 1000, 1010, Basis.AGREED, "ice", "official"));
    }

    @Test
    void sourcesThatNobodyAskedToAgreeAreNotCalledAgreed() {
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "us", "1,179").switchOff("sources-agree");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 1020, 956, 1179, Basis.OPEN, "ice", "official"));
    }

    @Test
    void withoutAnUpperLimitThereIsNone() {
        says("ice", "arrests", "us", "at least 2,681");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 2681, 2681, Amount.NO_LIMIT, Basis.SINGLE, "ice"));
    }

    @Test
    void aWholeSetAsideFollowsFromItsParts() {
        evidence.complete("office", "boston", "chicago");
        says("official", "arrests", "us", "5,000");
        says("ice", "arrests", "boston", "400");
        says("ice", "arrests", "chicago", "556");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 956, 956, 956, Basis.DERIVED, "ice"));
    }

    @Test
    void aPartSetAsideFollowsFromTheWholeAndTheOtherParts() {
        evidence.complete("office", "boston", "chicago");
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "boston", "900");
        says("ice", "arrests", "chicago", "556");
        assertThat(evidence.total("arrests", "boston", DAY))
                .isEqualTo(total("arrests", "boston", 400, 400, 400, Basis.DERIVED, "ice"));
    }

    @Test
    void whereASumIsTiedEveryPartOfItIsOpen() {
        evidence.complete("office", "boston", "chicago");
        says("ice", "arrests", "us", "956");
        says("ice", "arrests", "boston", "500");
        says("ice", "arrests", "chicago", "556");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 990, 956, 1056, Basis.OPEN, "ice"));
        assertThat(evidence.total("arrests", "boston", DAY))
                .isEqualTo(total("arrests", "boston", 467, 400, 500, Basis.OPEN, "ice"));
        assertThat(evidence.total("arrests", "chicago", DAY).best()).isEqualTo(990 - 467);
    }

    @Test
    void checksProveLimitsInBothDirections() {
        // At least 10 fewer than the arrests, of which 956 are sure and 566 not criminal.
        evidence.check("a", "criminal_arrests + 10 <= arrests").check("b", "criminal_arrests + collateral_arrests >= arrests");
        says("ice", "arrests", "us", "956");
        says("ice", "collateral_arrests", "us", "566");
        says("official", "criminal_arrests", "us", "10");
        assertThat(evidence.total("criminal_arrests", "us", DAY))
                .isEqualTo(total("criminal_arrests", "us", 668, 390, 946, Basis.DERIVED, "ice"));
    }

    @Test
    void aCheckOfSeverityInfoProvesNothing() {
        evidence.check("a", "criminal_arrests <= arrests").check("b", "criminal_arrests >= 20", "0", Severity.INFO);
        says("ice", "arrests", "us", "10");
        says("official", "criminal_arrests", "us", "15");
        assertThat(evidence.total("criminal_arrests", "us", DAY))
                .isEqualTo(total("criminal_arrests", "us", 5, 0, 10, Basis.DERIVED, "ice"));
    }

    @Test
    void aCheckProvesAnIntervalFromIntervals() {
        evidence.check("a", "criminal_arrests + collateral_arrests = arrests");
        says("ice", "criminal_arrests", "us", "613");
        says("ice", "collateral_arrests", "us", "300 to 400");
        says("official", "arrests", "us", "2,000");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 963, 913, 1013, Basis.DERIVED, "ice"));
    }
}

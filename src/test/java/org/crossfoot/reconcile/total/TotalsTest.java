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

    private static Total total(String measure, String area, Long best, long lowest, long highest, Basis basis,
            String... sources) {
        return new Total(cell(measure, area, DAY), best, lowest, highest, basis, List.of(sources));
    }

    private Total arrests() {
        return evidence.total("arrests", "us", DAY);
    }

    @Test
    void oneVoiceIsSingle() {
        says("ice", "arrests", "us", "956");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 956L, 956, 956, Basis.SINGLE, "ice"));
    }

    @Test
    void voicesThatAgreeNarrowEachOther() {
        says("ice", "arrests", "us", "around 1,000");
        says("official", "arrests", "us", "at least 980");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 1000L, 980, 1100, Basis.AGREED, "ice", "official"));
    }

    @Test
    void aFigureSetAsideLeavesTheOther() {
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "us", "1,179");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 956L, 956, 956, Basis.REPAIRED, "ice"));
    }

    @Test
    void aTieIsOpenBetweenItsReadings() {
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "us", "1,179").trusted(5);
        says("press", "arrests", "us", "at least 500");
        assertThat(arrests()).isEqualTo(total("arrests", "us", null, 956, 1179, Basis.OPEN, "ice", "official", "press"));
    }

    @Test
    void withinTheToleranceTheTruthLiesBetween() {
        says("ice", "arrests", "us", "1,000");
        says("official", "arrests", "us", "1,010").tolerance("sources-agree", "1%");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 1003L, 1000, 1010, Basis.AGREED, "ice", "official"));
    }

    @Test
    void sourcesThatNobodyAskedToAgreeAreNotCalledAgreed() {
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "us", "1,179").switchOff("sources-agree");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 1020L, 956, 1179, Basis.OPEN, "ice", "official"));
    }

    @Test
    void withoutAnUpperLimitThereIsNone() {
        says("ice", "arrests", "us", "at least 2,681");
        assertThat(arrests()).isEqualTo(total("arrests", "us", null, 2681, Amount.NO_LIMIT, Basis.SINGLE, "ice"));
    }

    @Test
    void aWholeSetAsideFollowsFromItsParts() {
        evidence.complete("office", "boston", "chicago");
        says("official", "arrests", "us", "5,000");
        says("ice", "arrests", "boston", "400");
        says("ice", "arrests", "chicago", "556");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 956L, 956, 956, Basis.DERIVED, "ice"));
    }

    @Test
    void aPartSetAsideFollowsFromTheWholeAndTheOtherParts() {
        evidence.complete("office", "boston", "chicago");
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "boston", "900");
        says("ice", "arrests", "chicago", "556");
        assertThat(evidence.total("arrests", "boston", DAY))
                .isEqualTo(total("arrests", "boston", 400L, 400, 400, Basis.DERIVED, "ice"));
    }

    @Test
    void aPartsOwnDayFollowsFromItsRunningTotalsThoughItsWholeIsToldDayByDay() {
        evidence.complete("office", "boston", "chicago");
        for (int day = 20; day <= 26; day++) {
            evidence.says("official", "arrests", "us", "2025-01-" + day, String.valueOf(day));
        }
        evidence.says("ice", "arrests", "boston", "2025-01-20/2025-01-25", "100");
        evidence.says("ice", "arrests", "boston", "2025-01-20/2025-01-26", "107");
        evidence.says("ice", "arrests", "chicago", "2025-01-20/2025-01-25", "35");
        evidence.says("ice", "arrests", "chicago", "2025-01-20/2025-01-26", "54");
        assertThat(evidence.total("arrests", "boston", DAY))
                .isEqualTo(total("arrests", "boston", 7L, 7, 7, Basis.DERIVED, "ice", "official"));
        assertThat(evidence.outcome().discrepancies()).isEmpty();
    }

    @Test
    void whereASumIsTiedEveryPartOfItIsOpen() {
        evidence.complete("office", "boston", "chicago");
        says("ice", "arrests", "us", "956");
        says("ice", "arrests", "boston", "500");
        says("ice", "arrests", "chicago", "556");
        assertThat(arrests()).isEqualTo(total("arrests", "us", null, 956, 1056, Basis.OPEN, "ice"));
        assertThat(evidence.total("arrests", "boston", DAY))
                .isEqualTo(total("arrests", "boston", null, 400, 500, Basis.OPEN, "ice"));
        assertThat(evidence.total("arrests", "chicago", DAY).best()).isNull();
    }

    @Test
    void checksProveLimitsInBothDirections() {
        // At least 10 fewer than the arrests, of which 956 are sure and 566 not criminal.
        evidence.check("a", "criminal_arrests + 10 <= arrests").check("b", "criminal_arrests + collateral_arrests >= arrests");
        says("ice", "arrests", "us", "956");
        says("ice", "collateral_arrests", "us", "566");
        says("official", "criminal_arrests", "us", "10");
        assertThat(evidence.total("criminal_arrests", "us", DAY))
                .isEqualTo(total("criminal_arrests", "us", 668L, 390, 946, Basis.DERIVED, "ice"));
    }

    @Test
    void aCheckOfSeverityInfoProvesNothing() {
        evidence.check("a", "criminal_arrests <= arrests").check("b", "criminal_arrests >= 20", "0", Severity.INFO);
        says("ice", "arrests", "us", "10");
        says("official", "criminal_arrests", "us", "15");
        assertThat(evidence.total("criminal_arrests", "us", DAY))
                .isEqualTo(total("criminal_arrests", "us", 5L, 0, 10, Basis.DERIVED, "ice"));
    }

    @Test
    void aCheckProvesAnIntervalFromIntervals() {
        evidence.check("a", "criminal_arrests + collateral_arrests = arrests");
        says("ice", "criminal_arrests", "us", "613");
        says("ice", "collateral_arrests", "us", "300 to 400");
        says("official", "arrests", "us", "2,000");
        assertThat(arrests()).isEqualTo(total("arrests", "us", 963L, 913, 1013, Basis.DERIVED, "ice"));
    }

    /** All on one cell, each by a source of its own. */
    private Total equalVoices(String... printed) {
        return voices(8, printed);
    }

    private Total voices(int trust, String... printed) {
        TestEvidence all = TestEvidence.on(DAY);
        for (int i = 0; i < printed.length; i++) {
            all.source("s" + i, trust).says("s" + i, "arrests", "us", DAY, printed[i]);
        }
        return all.total("arrests", "us", DAY);
    }

    @Test
    void twoThatDifferMeanNoOneValue() {
        assertThat(equalVoices("10", "71")).isEqualTo(total("arrests", "us", null, 10, 71, Basis.OPEN, "s0", "s1"));
        assertThat(equalVoices("60", "600").best()).isNull();
        assertThat(equalVoices("100 to 200", "600 to 700").best()).isNull();
    }

    @Test
    void ofThreeAndMoreEqualVoicesTheMiddleOneIsTheBest() {
        assertThat(equalVoices("148", "5", "1")).isEqualTo(total("arrests", "us", 5L, 1, 148, Basis.OPEN, "s0", "s1", "s2"));
        assertThat(equalVoices("40", "10", "30", "20", "900").best()).isEqualTo(30);
        assertThat(equalVoices("40", "10", "30", "20").best()).as("of two in the middle the lower").isEqualTo(20);
        assertThat(equalVoices("100", "200", "100", "200", "300").best()).as("of five").isEqualTo(200);
    }

    @Test
    void ofThreeAndMoreWhatMostSayIsTheBest() {
        assertThat(equalVoices("100", "900", "900")).isEqualTo(total("arrests", "us", 900L, 900, 900, Basis.REPAIRED, "s1",
                "s2"));
    }

    @Test
    void aSumFollowsTheMiddleVoiceOfItsPart() {
        evidence.complete("office", "boston", "chicago").source("a", 3).source("b", 3).source("c", 3);
        says("a", "arrests", "boston", "100");
        says("b", "arrests", "boston", "200");
        says("c", "arrests", "boston", "900");
        says("ice", "arrests", "chicago", "56");
        assertThat(evidence.total("arrests", "boston", DAY).best()).isEqualTo(200);
        assertThat(arrests()).isEqualTo(total("arrests", "us", 256L, 156, 956, Basis.DERIVED, "a", "b", "c", "ice"));
    }

    @Test
    void aSumWithATornPartMeansNoOneValueAndItsOtherPartsDo() {
        evidence.complete("office", "boston", "chicago").source("a", 3).source("b", 3);
        says("a", "arrests", "boston", "60");
        says("b", "arrests", "boston", "600");
        says("ice", "arrests", "chicago", "56");
        assertThat(arrests().best()).isNull();
        assertThat(evidence.total("arrests", "boston", DAY).best()).isNull();
        assertThat(evidence.total("arrests", "chicago", DAY)).isEqualTo(total("arrests", "chicago", 56L, 56, 56, Basis.SINGLE,
                "ice"));
    }

    @Test
    void whatFollowsFromALowerLimitAloneMeansNoOneValue() {
        evidence.incomplete("office", "boston", "chicago");
        says("ice", "arrests", "boston", "50");
        says("ice", "arrests", "chicago", "at least 20");
        assertThat(arrests()).isEqualTo(total("arrests", "us", null, 70, Amount.NO_LIMIT, Basis.OPEN, "ice"));
        assertThat(evidence.total("arrests", "chicago", DAY).basis()).isEqualTo(Basis.SINGLE);
    }

    /** What one printed roughly pulls as far as it does, however narrow the sums make it: nothing is nearer to all four. */
    @Test
    void theBestValuesAreTheNearestToAllThatIsKept() {
        evidence.check("r1", "criminal_arrests + collateral_arrests = arrests").check("r2", "detentions = criminal_arrests")
                .check("r3", "detentions + collateral_arrests = detained_people");
        says("ice", "collateral_arrests", "us", "10,000 to 30,000");
        says("ice", "arrests", "us", "50,000 to 150,000");
        says("ice", "detentions", "us", "30,000 to 90,000");
        says("ice", "detained_people", "us", "45,000 to 135,000");
        assertThat(evidence.outcome().totals()).extracting(total -> total.cell().measure() + " " + total.best())
                .containsExactlyInAnyOrder(
                "collateral_arrests 26000", "arrests 92000", "detentions 66000", "detained_people 92000",
                "criminal_arrests 66000");
    }

    @Test
    void whatIsContradictedIsNeitherAgreedNorSingle() {
        evidence.check("a", "criminal_arrests >= 10").check("b", "criminal_arrests <= 5");
        says("ice", "criminal_arrests", "us", "7");
        says("official", "criminal_arrests", "us", "7");
        assertThat(evidence.total("criminal_arrests", "us", DAY).basis()).isEqualTo(Basis.OPEN);
    }

    /** The official says 1,179 and 613 in one row; ICE says 956. */
    private TestEvidence officialsRow() {
        evidence.check("kinds", "criminal_arrests + collateral_arrests = arrests");
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "us", "1,179").atLine(9);
        return says("official", "criminal_arrests", "us", "613").atLine(9);
    }

    @Test
    void whatWasSaidTogetherWithAFigureThatIsSetAsideIsDoubtfulAndSoIsWhatFollowsFromIt() {
        officialsRow();
        assertThat(evidence.total("criminal_arrests", "us", DAY)).satisfies(criminal -> {
            assertThat(criminal.basis()).isEqualTo(Basis.DOUBTFUL);
            assertThat(criminal.best()).isEqualTo(613);
            assertThat(criminal.note()).isEqualTo("rests on what was said together with official: 1,179 (official/report.csv:9), "
                    + "which is set aside");
        });
        assertThat(evidence.total("collateral_arrests", "us", DAY)).satisfies(collateral -> {
            assertThat(collateral.basis()).isEqualTo(Basis.DOUBTFUL);
            assertThat(collateral.best()).isEqualTo(343);
        });
        assertThat(arrests().basis()).isEqualTo(Basis.REPAIRED);
    }

    @Test
    void eachDoubtfulTotalNamesWhatWasSetAsideBesideWhatItRestsOn() {
        evidence.incomplete("office", "boston", "chicago").check("kinds", "criminal_arrests + collateral_arrests = arrests");
        for (String office : List.of("boston", "chicago")) {
            says("ice", "arrests", office, "100");
            says("official", "arrests", office, office.equals("boston") ? "170" : "180").atLine(office.length());
            says("official", "criminal_arrests", office, "60").atLine(office.length());
        }
        assertThat(evidence.total("collateral_arrests", "boston", DAY).note()).contains("official: 170").doesNotContain("more");
        assertThat(evidence.total("criminal_arrests", "chicago", DAY).note()).contains("official: 180").doesNotContain("more");
    }

    @Test
    void whatAnotherSourceBearsOutIsNotDoubtful() {
        officialsRow();
        says("press", "criminal_arrests", "us", "613");
        assertThat(evidence.total("criminal_arrests", "us", DAY).basis()).isEqualTo(Basis.AGREED);
        assertThat(evidence.total("collateral_arrests", "us", DAY).basis()).isEqualTo(Basis.DERIVED);
    }

    @Test
    void whatOtherFiguresProveIsNotDoubtful() {
        officialsRow();
        says("press", "collateral_arrests", "us", "343");
        assertThat(evidence.total("criminal_arrests", "us", DAY).basis()).isEqualTo(Basis.SINGLE);
    }

    @Test
    void whatASourceSaidInAnotherRowOrOfAnotherAreaIsNotDoubtful() {
        evidence.incomplete("office", "boston");
        says("ice", "arrests", "us", "956");
        says("official", "arrests", "us", "1,179").atLine(9);
        says("official", "criminal_arrests", "us", "613").atLine(10);
        says("official", "criminal_arrests", "boston", "20").atLine(9);
        assertThat(evidence.total("criminal_arrests", "us", DAY).basis()).isEqualTo(Basis.SINGLE);
        assertThat(evidence.total("criminal_arrests", "boston", DAY).basis()).isEqualTo(Basis.SINGLE);
    }
}

package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;

class ChecksHoldTest {

    private static final String DAY = "2025-01-26";
    private static final String RULE = "criminal-or-collateral";

    private final TestEvidence evidence = TestEvidence.on(DAY).check(RULE, "criminal_arrests + collateral_arrests = arrests");

    private TestEvidence says(String measure, String printed) {
        return evidence.says("official", measure, "us", DAY, printed);
    }

    @Test
    void theOfficialsOwnNumbersFit() {
        says("arrests", "1,179");
        says("criminal_arrests", "613");
        assertThat(says("collateral_arrests", "at least 566").found(RULE)).isEmpty();
    }

    @Test
    void againstTheDailyPostTheyDoNot() {
        says("criminal_arrests", "613");
        says("collateral_arrests", "at least 566");
        evidence.says("ice", "arrests", "us", DAY, "956");
        Discrepancy found = evidence.theOne(RULE);
        assertThat(found.gap()).isEqualTo(223);
        assertThat(found.measure()).as("the first the check names").isEqualTo("criminal_arrests");
        assertThat(found.largerSide()).isEqualTo(1179);
        assertThat(said(found.figures())).containsExactlyInAnyOrder("official=613", "official=at least 566", "ice=956");
        assertThat(found.explanation()).contains("criminal arrests 613; collateral arrests at least 566; arrests 956",
                "the two sides are 223 apart");
    }

    @Test
    void anUnknownMeasureIsZeroOrMore() {
        says("arrests", "600");
        assertThat(says("criminal_arrests", "613").theOne(RULE).gap()).isEqualTo(13);
        assertThat(TestEvidence.on(DAY).check(RULE, "criminal_arrests + collateral_arrests = arrests")
                .says("ice", "arrests", "us", DAY, "614").says("ice", "criminal_arrests", "us", DAY, "613").found(RULE))
                .isEmpty();
    }

    @Test
    void anInequalityHoldsOneWay() {
        TestEvidence fine = TestEvidence.on(DAY).check("after", "detentions <= arrests")
                .says("ice", "detentions", "us", DAY, "100")
                .says("ice", "arrests", "us", DAY, "956");
        assertThat(fine.found("after")).isEmpty();
        TestEvidence wrong = TestEvidence.on(DAY).check("after", "detentions <= arrests")
                .says("ice", "detentions", "us", DAY, "957")
                .says("ice", "arrests", "us", DAY, "956");
        assertThat(wrong.theOne("after").gap()).isEqualTo(1);
    }

    @Test
    void constantsAndCoefficientsCount() {
        assertThat(TestEvidence.on(DAY).check("ten", "arrests >= 10").says("ice", "arrests", "us", DAY, "10").found("ten"))
                .isEmpty();
        assertThat(TestEvidence.on(DAY).check("ten", "arrests >= 10").says("ice", "arrests", "us", DAY, "9").theOne("ten").gap())
                .isEqualTo(1);
        TestEvidence twice = TestEvidence.on(DAY).check("twice", "2*criminal_arrests + 1 = arrests")
                .says("ice", "criminal_arrests", "us", DAY, "10").says("ice", "arrests", "us", DAY, "26");
        assertThat(twice.theOne("twice").gap()).as("criminal arrests 2 more and arrests 1 less").isEqualTo(3);
    }

    @Test
    void aGapEqualToTheTolerancePassesAndOneMoreFails() {
        assertThat(inTolerance("2%", "1,020")).as("2 % of 1,020 are 20.4").isEmpty();
        assertThat(inTolerance("2%", "1,021")).hasSize(1);
        assertThat(inTolerance("25", "1,025")).isEmpty();
        assertThat(inTolerance("24", "1,025")).hasSize(1);
    }

    private static java.util.List<Discrepancy> inTolerance(String tolerance, String detentions) {
        return TestEvidence.on(DAY).check("after", "detentions <= arrests", tolerance, Severity.WARNING)
                .says("ice", "detentions", "us", DAY, detentions).says("ice", "arrests", "us", DAY, "1,000").found("after");
    }

    @Test
    void areasAndPeriodsAreNotMixed() {
        evidence.complete("office", "boston");
        says("criminal_arrests", "613");
        evidence.says("ice", "arrests", "boston", DAY, "1").says("ice", "arrests", "us", "2025-01-25/2025-01-26", "2");
        assertThat(evidence.found(RULE)).isEmpty();
    }

    @Test
    void everyAreaAndPeriodHasADiscrepancyOfItsOwn() {
        evidence.complete("office", "boston");
        for (String area : new String[] {"us", "boston"}) {
            for (String period : new String[] {DAY, "2025-01-25/2025-01-26"}) {
                evidence.says("ice", "arrests", area, period, "1").says("ice", "criminal_arrests", area, period, "2");
            }
        }
        assertThat(evidence.found(RULE)).hasSize(4).extracting(Discrepancy::id).doesNotHaveDuplicates();
    }

    @Test
    void aCheckOfSeverityInfoBlamesNobody() {
        TestEvidence info = TestEvidence.on(DAY).check("after", "detentions <= arrests", "0", Severity.INFO)
                .says("ice", "detentions", "us", DAY, "957").says("official", "arrests", "us", DAY, "956");
        assertThat(info.theOne("after").blamed()).isEmpty();
        assertThat(info.total("arrests", "us", DAY).best()).isEqualTo(956);
        assertThat(info.outcome().figures()).extracting(FigureUse::use).containsOnly(Use.KEPT);
    }
}

package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.DiscrepancyId;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;

/** Conflicts that no single rule shows. */
class JointTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY);

    private Discrepancy only() {
        assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::rule).containsExactly("joint");
        return evidence.theOne("joint");
    }

    @Test
    void twoChecksThroughAMeasureNobodyPrinted() {
        evidence.check("a", "criminal_arrests + collateral_arrests = arrests").check("b", "detentions <= arrests")
                .says("ice", "criminal_arrests", "us", DAY, "10").says("ice", "collateral_arrests", "us", DAY, "5")
                .says("official", "detentions", "us", DAY, "40");
        Discrepancy found = only();
        assertThat(found.area()).isEqualTo("us");
        assertThat(found.measure()).isEmpty();
        assertThat(found.period()).isEqualTo(TestEvidence.period(DAY));
        assertThat(found.gap()).isEqualTo(25);
        assertThat(said(found.figures())).containsExactlyInAnyOrder("ice=10", "ice=5", "official=40");
        assertThat(said(found.blamed())).containsExactly("official=40");
        assertThat(found.explanation())
                .startsWith("United States, 2025-01-26: each rule holds by itself, but together they cannot: a, b.");
    }

    @Test
    void windowsThatOverlapThoughNoneOfThemExceedsAnother() {
        evidence.says("ice", "arrests", "us", "2025-01-19/2025-01-23", "50")
                .says("ice", "arrests", "us", "2025-01-21/2025-01-26", "50")
                .says("ice", "arrests", "us", "2025-01-19/2025-01-26", "95")
                .says("official", "arrests", "us", "2025-01-21/2025-01-23", "10");
        Discrepancy found = only();
        assertThat(found.measure()).isEqualTo("arrests");
        assertThat(found.period()).isEqualTo(TestEvidence.period("2025-01-19/2025-01-26"));
        assertThat(found.gap()).isEqualTo(5);
        assertThat(said(found.blamed())).containsExactly("official=10");
        assertThat(found.explanation()).contains("together they cannot: days-add-up.");
    }

    @Test
    void officesWhoseCollateralArrestsFollowAgainstANationThatPrintsThem() {
        evidence.complete("office", "boston", "chicago").check("a", "criminal_arrests + collateral_arrests = arrests")
                .says("ice", "arrests", "boston", DAY, "10").says("ice", "criminal_arrests", "boston", DAY, "6")
                .says("ice", "arrests", "chicago", DAY, "20").says("ice", "criminal_arrests", "chicago", DAY, "15")
                .says("official", "collateral_arrests", "us", DAY, "12");
        Discrepancy found = only();
        assertThat(found.area()).isEqualTo("us");
        assertThat(found.measure()).isEmpty();
        assertThat(said(found.blamed())).containsExactly("official=12");
        assertThat(found.gap()).isEqualTo(3);
    }

    @Test
    void sumsInACircleThatLimitsAloneDoNotShow() {
        evidence.check("a", "criminal_arrests + collateral_arrests = arrests")
                .check("b", "criminal_arrests = collateral_arrests + 2*detentions").says("ice", "arrests", "us", DAY, "9");
        assertThat(said(only().blamed())).containsExactly("ice=9");
    }

    @Test
    void rulesThatCannotHoldWhateverIsPrintedBlameNobody() {
        evidence.complete("office", "boston", "chicago").check("a", "arrests >= 10").check("b", "arrests <= 15")
                .says("ice", "arrests", "boston", DAY, "12").says("ice", "arrests", "chicago", DAY, "12");
        Discrepancy found = only();
        assertThat(found.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found.blamed()).isEmpty();
        assertThat(found.explanation())
                .contains("together they cannot: a, areas-add-up, b.", "The rules themselves cannot hold together.");
    }

    @Test
    void eachComponentHasOneOfItsOwn() {
        evidence.complete("office", "boston", "chicago").switchOff("areas-add-up").check("a", "criminal_arrests <= arrests")
                .check("b", "arrests <= detentions");
        for (String area : new String[] {"boston", "chicago"}) {
            evidence.says("ice", "criminal_arrests", area, DAY, "40").says("official", "detentions", area, DAY, "10");
        }
        assertThat(evidence.found("joint")).extracting(Discrepancy::area).containsExactly("boston", "chicago");
    }

    /** Chains of measures of which each must be no more than the next: only the first and the last are printed. */
    private static TestEvidence chains(Random shape, Random numbers) {
        TestEvidence evidence = TestEvidence.on(DAY).complete("office", "boston", "chicago");
        if (shape.nextBoolean()) {
            evidence.switchOff("areas-add-up");
        }
        int chains = 1 + shape.nextInt(4);
        for (int chain = 0; chain < chains; chain++) {
            String name = String.valueOf((char) ('k' + chain));
            evidence.measures(List.of(name + 1, name + 2, name + 3)).check(name + "-below", name + "1 <= " + name + 2)
                    .check(name + "-above", name + "2 <= " + name + 3);
            for (String area : new String[] {"us", "boston", "chicago"}) {
                boolean broken = shape.nextInt(3) > 0;
                for (int end = 0; end < 2; end++) {
                    long many = 60 + numbers.nextInt(40);
                    long few = numbers.nextInt(50);
                    if (shape.nextInt(4) > 0) {
                        evidence.says("ice", name + (1 + 2 * end), area, DAY, String.valueOf(broken == (end == 0) ? many : few));
                    }
                }
            }
        }
        return evidence;
    }

    @Test
    void ofSeveralInOneAreaAndPeriodEachHasAnIdOfItsOwnWhateverTheValuesAndTheirOrder() {
        int shared = 0;
        for (int seed = 0; seed < 300; seed++) {
            List<Discrepancy> found = chains(new Random(seed), new Random(seed)).found("joint");
            assertThat(found).as("seed %s", seed).extracting(Discrepancy::id).doesNotHaveDuplicates();
            Map<String, List<Discrepancy>> byCell = found.stream().collect(Collectors.groupingBy(one ->
                    one.area() + " " + one.measure() + " " + one.period()));
            for (List<Discrepancy> there : byCell.values()) {
                Discrepancy one = there.get(0);
                assertThat(one.id().equals(DiscrepancyId.of("joint", one.area(), one.measure(), one.period(), "")))
                        .as("seed %s: one that is alone goes by these alone", seed).isEqualTo(there.size() == 1);
                shared += there.size() > 1 ? 1 : 0;
            }
            List<Discrepancy> otherwise = chains(new Random(seed), new Random(seed + 1_000)).shuffled(seed).found("joint");
            Map<String, Set<String>> ids = ids(found);
            if (ids(otherwise).keySet().equals(ids.keySet())) {
                assertThat(ids(otherwise)).as("seed %s", seed).isEqualTo(ids);
            }
        }
        assertThat(shared).as("times that several shared an area and period").isGreaterThan(50);
    }

    /** The ids of those that are about the same figures. */
    private static Map<String, Set<String>> ids(List<Discrepancy> found) {
        return found.stream().collect(Collectors.groupingBy(one -> one.figures().stream().map(figure -> figure.cell().toString())
                .sorted().toList()
                .toString(), Collectors.mapping(Discrepancy::id, Collectors.toSet())));
    }

    @Test
    void rulesOfSeverityInfoDoNotBind() {
        evidence.check("a", "criminal_arrests <= arrests").check("b", "arrests <= detentions", "0", Severity.INFO)
                .says("ice", "criminal_arrests", "us", DAY, "40").says("official", "detentions", "us", DAY, "10");
        assertThat(evidence.outcome().discrepancies()).isEmpty();
    }

    @Test
    void aToleranceWidensEveryRuleOnTheWay() {
        evidence.check("a", "criminal_arrests <= arrests", "20", Severity.ERROR)
                .check("b", "arrests <= detentions", "10", Severity.ERROR)
                .says("ice", "criminal_arrests", "us", DAY, "40").says("official", "detentions", "us", DAY, "10");
        assertThat(evidence.outcome().discrepancies()).isEmpty();
    }

    @Test
    void whereSourcesNeedNotAgreeOneThatFitsIsEnough() {
        evidence.switchOff("sources-agree").check("a", "criminal_arrests <= arrests").check("b", "arrests <= detentions")
                .says("ice", "criminal_arrests", "us", DAY, "40").says("official", "detentions", "us", DAY, "10")
                .says("ice", "detentions", "us", DAY, "50");
        assertThat(evidence.outcome().discrepancies()).isEmpty();
    }

    @Test
    void aWeekAgainstTheKindsOfItsDays() {
        evidence.check("kinds", "criminal_arrests + collateral_arrests = arrests").source("data", 8)
                .says("data", "arrests", "us", "2025-01-20/2025-01-26", "700");
        for (int day = 20; day <= 26; day++) {
            evidence.says("ice", "criminal_arrests", "us", "2025-01-" + day, "60")
                    .says("ice", "collateral_arrests", "us", "2025-01-" + day, "60");
        }
        Discrepancy found = only();
        assertThat(found.gap()).isEqualTo(140);
        assertThat(said(found.blamed())).containsExactly("data=700");
        assertThat(evidence.total("arrests", "us", "2025-01-20/2025-01-26").best()).isEqualTo(840);
    }

    @Test
    void aWeekOfWhichTheKindsOfEveryDayFitIsNone() {
        evidence.check("kinds", "criminal_arrests + collateral_arrests = arrests")
                .says("ice", "arrests", "us", "2025-01-25/2025-01-26", "240");
        for (String day : List.of("2025-01-25", DAY)) {
            evidence.says("ice", "criminal_arrests", "us", day, "60").says("ice", "collateral_arrests", "us", day, "60");
        }
        assertThat(evidence.outcome().discrepancies()).isEmpty();
    }

    @Test
    void anOfficesTwoDaysAgainstTheNationOnOneOfThem() {
        evidence.complete("office", "boston", "chicago").source("data", 8)
                .says("ice", "arrests", "boston", "2025-01-25/2025-01-26", "500")
                .says("ice", "arrests", "boston", "2025-01-25", "100").says("data", "arrests", "us", DAY, "50");
        Discrepancy found = only();
        assertThat(found.gap()).isEqualTo(350);
        assertThat(said(found.figures())).containsExactlyInAnyOrder("ice=500", "ice=100", "data=50");
    }

    @Test
    void aNationsTwoDaysAgainstWhatItsOfficesSayOfEach() {
        evidence.complete("office", "boston", "chicago").source("data", 8)
                .says("data", "arrests", "us", "2025-01-25/2025-01-26", "70");
        for (String office : List.of("boston", "chicago")) {
            evidence.says("ice", "arrests", office, "2025-01-25", "10").says("ice", "arrests", office, DAY, "20");
        }
        assertThat(said(evidence.found("joint").get(0).figures())).contains("data=70", "ice=10", "ice=20");
        assertThat(evidence.total("arrests", "us", DAY).highest()).isEqualTo(50);
        assertThat(said(only().figures())).containsExactlyInAnyOrder("data=70", "ice=10", "ice=20", "ice=10", "ice=20");
    }

    @Test
    void anInequalityHoldsOfWhatTwoRunningTotalsLeaveForTheLastDay() {
        evidence.check("a", "detentions <= arrests").says("ice", "arrests", "us", "2025-01-20/2025-01-25", "100")
                .says("ice", "arrests", "us", "2025-01-20/2025-01-26", "105")
                .says("ice", "detentions", "us", "2025-01-20/2025-01-25", "50")
                .says("ice", "detentions", "us", "2025-01-20/2025-01-26", "60");
        assertThat(said(only().figures())).containsExactlyInAnyOrder("ice=100", "ice=105", "ice=50", "ice=60");
    }

    @Test
    void aCheckWithANumberSpeaksOfEveryPartWhetherItHasAFigureOrNot() {
        evidence.complete("office", "a", "b", "c", "d", "e").check("ten", "arrests >= 10")
                .says("ice", "arrests", "us", DAY, "20").says("ice", "arrests", "a", DAY, "12");
        assertThat(said(only().blamed())).containsExactly("ice=20");
        assertThat(evidence.total("arrests", "us", DAY).lowest()).isEqualTo(52);
    }

    @Test
    void aCheckWithANumberDoesNotSpeakOfPiecesThatNobodySpeaksOf() {
        evidence.check("ten", "arrests >= 10").says("ice", "arrests", "us", "2025-01-20/2025-01-26", "30")
                .says("ice", "arrests", "us", "2025-01-23", "15");
        assertThat(evidence.outcome().discrepancies()).isEmpty();
    }
}

package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sizes that a night may have: what is found in them is as right as in small ones. */
class LargeDatesTest {

    /** Of a processor, since others may use the machine as well. What takes the square of a size takes more. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private long begun;

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @BeforeEach
    void begin() {
        begun = processorTime();
    }

    @AfterEach
    void eachTakesLittle() {
        assertThat(Duration.ofNanos(processorTime() - begun)).isLessThan(MOST);
    }

    @Test
    void twoThousandAreasWithFiftyDamagedFiguresAreReconciled() {
        String[] areas = IntStream.range(0, 2000).mapToObj(i -> "area-" + i).toArray(String[]::new);
        String[] measures = {"arrests", "criminal_arrests", "collateral_arrests", "detentions"};
        TestEvidence evidence = TestEvidence.on("2025-01-26").complete("office", areas)
                .check("criminal-or-collateral", "criminal_arrests + collateral_arrests = arrests")
                .check("after", "detentions <= arrests", "2%", Severity.WARNING);
        for (int i = 0; i < areas.length; i++) {
            boolean damaged = i % 40 == 7;
            evidence.says("ice", "arrests", areas[i], "2025-01-26", damaged ? "190" : "100")
                    .says("press", "arrests", areas[i], "2025-01-26", "100")
                    .says("ice", "criminal_arrests", areas[i], "2025-01-26", "60")
                    .says("ice", "collateral_arrests", areas[i], "2025-01-26", "40")
                    .says("ice", "detentions", areas[i], "2025-01-26", "90");
        }
        for (String measure : measures) {
            evidence.says("press", measure, "us", "2025-01-26", String.valueOf(2000 * (measure.startsWith("cr") ? 60
                    : measure.startsWith("co") ? 40 : measure.startsWith("d") ? 90 : 100)));
        }
        Outcome outcome = evidence.outcome();
        assertThat(outcome.discrepancies()).filteredOn(found -> found.rule().equals("sources-agree")).hasSize(50);
        assertThat(outcome.discrepancies()).filteredOn(found -> found.rule().equals("areas-add-up")).hasSize(1);
        assertThat(outcome.totals()).hasSize(2001 * 4);
    }

    /** A hundred thousand figures in question: no finding looks at those of all others. */
    @Test
    void eightThousandAreasOfWhichNobodyKnowsWhoIsRightAreReconciled() {
        int areas = 8000;
        TestEvidence evidence = TestEvidence.on("2025-01-26").incomplete("office",
                IntStream.range(0, areas).mapToObj(i -> "area-" + i).toArray(String[]::new));
        for (int voice = 0; voice < 12; voice++) {
            evidence.source("voice-" + voice, 5);
            for (int i = 0; i < areas; i++) {
                evidence.says("voice-" + voice, "arrests", "area-" + i, "2025-01-26", String.valueOf(100 + voice));
            }
        }
        assertThat(evidence.outcome().discrepancies()).hasSize(areas).allMatch(found -> found.verdict() == Verdict.NOT_LOCALISED);
    }

    /**
     * Two thousand offices in two sources and a nation's totals, all right; two kinds add up to arrests.
     *
     * @param log what the first source prints of an office: arrests and both kinds
     */
    private static TestEvidence offices(IntFunction<UnaryOperator<long[]>> log) {
        String[] areas = IntStream.range(0, 2000).mapToObj(i -> "area-" + i).toArray(String[]::new);
        String[] measures = {"arrests", "criminal_arrests", "collateral_arrests", "detentions"};
        TestEvidence evidence = TestEvidence.on("2025-01-26").source("custody", 8).complete("office", areas)
                .check("criminal-or-collateral", "criminal_arrests + collateral_arrests = arrests")
                .check("after", "detentions <= arrests", "0", Severity.WARNING);
        Random random = new Random(26);
        long[] nation = new long[4];
        for (int i = 0; i < areas.length; i++) {
            long arrests = 2 + random.nextInt(60);
            long criminal = random.nextInt((int) arrests);
            long[] numbers = {arrests, criminal, arrests - criminal, arrests * 4 / 5};
            Arrays.setAll(nation, measure -> nation[measure] + numbers[measure]);
            long[] printed = log.apply(i).apply(Arrays.copyOf(numbers, 3));
            for (int measure = 0; measure < 3; measure++) {
                evidence.says("ice", measures[measure], areas[i], "2025-01-26", String.valueOf(printed[measure]));
            }
            evidence.says("custody", "arrests", areas[i], "2025-01-26", String.valueOf(numbers[0]))
                    .says("custody", "detentions", areas[i], "2025-01-26", String.valueOf(numbers[3]));
        }
        for (int measure = 0; measure < measures.length; measure++) {
            evidence.says("ice", measures[measure], "us", "2025-01-26", String.valueOf(nation[measure]));
        }
        return evidence;
    }

    @Test
    void anotherRowInTwentyOfTwoThousandOfficesIsDecided() {
        Random random = new Random(27);
        Outcome outcome = offices(office -> numbers -> {
            long criminal = random.nextInt(30);
            long collateral = random.nextInt(30);
            return office % 100 == 7 ? new long[] {criminal + collateral, criminal, collateral} : numbers;
        }).outcome();
        assertThat(outcome.discrepancies()).hasSizeGreaterThan(15).extracting(Discrepancy::verdict)
                .doesNotContain(Verdict.UNDECIDED);
    }

    @Test
    void aSourceThatIsOffByAFactorInTwoThousandOfficesIsDecided() {
        Outcome outcome = offices(office -> numbers -> Arrays.stream(numbers).map(number -> number * 11 / 10).toArray())
                .outcome();
        assertThat(outcome.discrepancies()).hasSizeGreaterThan(1_000).extracting(Discrepancy::verdict)
                .doesNotContain(Verdict.UNDECIDED);
    }

    @Test
    void aTieOfTwoThousandAreasTakesLittleTime() {
        String[] areas = IntStream.range(0, 2000).mapToObj(i -> "area-" + i).toArray(String[]::new);
        TestEvidence evidence = TestEvidence.on("2025-01-26").complete("office", areas)
                .says("ice", "arrests", "us", "2025-01-26", "199,999");
        for (String area : areas) {
            evidence.says("ice", "arrests", area, "2025-01-26", "100");
        }
        assertThat(evidence.total("arrests", "area-3", "2025-01-26").lowest()).isEqualTo(99);
    }

    @Test
    void aHundredAndSixtyRunningTotalsAboveTheirDaysAreReconciled() {
        LocalDate first = LocalDate.parse("2025-01-20");
        TestEvidence evidence = TestEvidence.on(first.plusDays(160).toString());
        for (int day = 0; day <= 160; day++) {
            evidence.says("ice", "arrests", "us", first.plusDays(day).toString(), "100");
            evidence.says("press", "arrests", "us", first + "/" + first.plusDays(day), String.valueOf(99 * (day + 1)));
        }
        assertThat(evidence.found("days-add-up")).hasSize(1);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aWrongSumOverFortyThousandPartsNeedsNoSquareOfTheirNumber() {
        String[] areas = IntStream.range(0, 40_000).mapToObj(i -> "area-" + i).toArray(String[]::new);
        TestEvidence evidence = TestEvidence.on("2025-01-26").complete("office", areas)
                .says("ice", "arrests", "us", "2025-01-26", "39,999");
        for (String area : areas) {
            evidence.says("ice", "arrests", area, "2025-01-26", "1");
        }
        Outcome outcome = evidence.outcome();
        assertThat(outcome.discrepancies()).extracting(Discrepancy::verdict).containsExactly(Verdict.NOT_LOCALISED);
        assertThat(outcome.totals()).hasSize(40_001).allMatch(total -> total.lowest() == total.highest() - 1);
        assertThat(outcome.totals()).as("any one may be wrong").extracting(Total::best).containsOnlyNulls();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void thirtyThousandVoicesOnOneCellNeedNoSquareOfTheirNumber() {
        TestEvidence evidence = TestEvidence.on("2025-01-26");
        for (int person = 0; person < 30_000; person++) {
            evidence.says("ice", "arrests", "us", "2025-01-26", String.valueOf(person)).quoting("person " + person);
            evidence.says("ice", "criminal_arrests", "us", "2025-01-26", person == 77 ? "8" : "7").quoting("person " + person);
        }
        assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::verdict)
                .containsExactly(Verdict.NOT_LOCALISED, Verdict.NOT_LOCALISED);
        assertThat(evidence.total("criminal_arrests", "us", "2025-01-26").lowest()).isEqualTo(7);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aThousandCellsOnWhichTwentyFiveContradictEachOtherShareTheSearch() {
        String[] areas = IntStream.range(0, 1_000).mapToObj(i -> "area-" + i).toArray(String[]::new);
        TestEvidence evidence = TestEvidence.on("2025-01-26").complete("office", areas);
        for (String area : areas) {
            for (int person = 0; person < 25; person++) {
                evidence.says("ice", "arrests", area, "2025-01-26", String.valueOf(100 + 3 * person)).quoting("person " + person);
            }
        }
        assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::verdict).hasSize(1_000)
                .containsOnly(Verdict.NOT_LOCALISED);
    }

    /** Each area is a part of the one before. */
    private static TestEvidence deep(int areas, boolean complete, IntUnaryOperator figure) {
        TestEvidence evidence = TestEvidence.on("2025-01-26");
        for (int area = 1; area < areas; area++) {
            evidence.breakdown(area == 1 ? "us" : "area-" + (area - 1), "more", complete, "area-" + area);
        }
        for (int area = 0; area < areas; area++) {
            evidence.says("ice", "arrests", area == 0 ? "us" : "area-" + area, "2025-01-26",
                    String.valueOf(figure.applyAsInt(area)));
        }
        return evidence;
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aTreeThirtyThousandDeepInWhichEverySumFailsNeedsNoSquareOfTheirNumber() {
        Outcome outcome = deep(30_000, false, area -> area + 1).outcome();
        assertThat(outcome.discrepancies()).extracting(Discrepancy::rule).hasSize(29_999).containsOnly("areas-add-up");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aWrongFigureInATreeAHundredThousandDeepNeedsNoSquareOfTheirNumber() {
        Outcome outcome = deep(100_000, true, area -> area == 50_000 ? 7 : 8).outcome();
        assertThat(outcome.discrepancies()).hasSize(2).allSatisfy(found -> assertThat(found.area()).startsWith("area-"));
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aTreeTwoThousandDeepWithATieInEachAreaEnds() {
        TestEvidence evidence = deep(2_000, true, area -> 3);
        for (int area = 0; area < 2_000; area++) {
            evidence.says("press", "arrests", area == 0 ? "us" : "area-" + area, "2025-01-26", "4").trusted(5);
        }
        assertThat(evidence.outcome().discrepancies()).hasSizeGreaterThanOrEqualTo(2_000).allSatisfy(found ->
                assertThat(found.blamed()).isEmpty());
    }
}

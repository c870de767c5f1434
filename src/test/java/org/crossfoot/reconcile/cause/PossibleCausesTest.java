package org.crossfoot.reconcile.cause;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may have gone wrong, cause by cause; what fits in two ways is not named. */
class PossibleCausesTest {

    private static final String DAY = "2025-01-26";
    private static final String CHECK = "criminal-or-collateral";

    private static TestEvidence evidence() {
        return TestEvidence.on(DAY).check(CHECK, "criminal_arrests + collateral_arrests = arrests");
    }

    /** ICE is trusted, the official is not. */
    private static TestEvidence twoSay(String trusted, String doubted) {
        return TestEvidence.on(DAY).says("ice", "arrests", "us", DAY, trusted).says("official", "arrests", "us", DAY, doubted);
    }

    private static String cause(TestEvidence evidence) {
        return evidence.theOne("sources-agree").possibleCause();
    }

    @Test
    void theOfficials1179IsIcesFigureOfTheNextDay() {
        Discrepancy found = twoSay("956", "1,179").says("ice", "arrests", "us", "2025-01-27", "1,179").theOne("sources-agree");
        assertThat(found.possibleCause())
                .isEqualTo("possible: the neighbouring day's figure (ice: 1,179 for 2025-01-27, ice/report.csv:4)");
        assertThat(found.explanation())
                .endsWith(" Possible cause: the neighbouring day's figure (ice: 1,179 for 2025-01-27, ice/report.csv:4).");
    }

    private static TestEvidence officialsRow() {
        return TestEvidence.on(DAY).says("ice", "arrests", "us", DAY, "956")
                .says("official", "arrests", "us", DAY, "1,179").atLine(9)
                .says("official", "criminal_arrests", "us", DAY, "613").atLine(9)
                .says("official", "collateral_arrests", "us", DAY, "at least 566").atLine(9)
                .says("ice", "arrests", "us", "2025-01-27", "1,179");
    }

    @Test
    void aDayShiftIsToldOnceForAllThatWasSaidTogether() {
        assertThat(officialsRow().theOne("sources-agree").possibleCause()).isEqualTo("possible: the neighbouring day's figure "
                + "(ice: 1,179 for 2025-01-27, ice/report.csv:6), and nothing known there contradicts what was said with it: "
                + "at least 566 for collateral arrests, 613 for criminal arrests");
        assertThat(officialsRow().says("ice", "collateral_arrests", "us", "2025-01-27", "700").theOne("sources-agree")
                .possibleCause()).contains("contradicts what was said with it");
    }

    @Test
    void whereTheRestOfAStatementDoesNotFitTheDayTheFigureAloneIsTold() {
        assertThat(officialsRow().says("ice", "criminal_arrests", "us", "2025-01-27", "500").theOne("sources-agree")
                .possibleCause()).isEqualTo("possible: the neighbouring day's figure (ice: 1,179 for 2025-01-27, "
                + "ice/report.csv:6)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"at least 700", "fewer than 600", "620 to 640"})
    void whatIsNotSaidExactlyContradictsTheRestOfAStatementToo(String known) {
        assertThat(officialsRow().says("press", "criminal_arrests", "us", "2025-01-27", known).theOne("sources-agree")
                .possibleCause()).doesNotContain("what was said with it");
    }

    @Test
    void aRunningTotalGivenAsADaysIsToldForAllThatWasSaidTogether() {
        String sinceMonday = "2025-01-20/" + DAY;
        assertThat(TestEvidence.on(DAY).says("ice", "arrests", "us", DAY, "956").says("ice", "arrests", "us", sinceMonday,
                "5,530")
                .says("official", "arrests", "us", DAY, "5,530").atLine(9)
                .says("official", "criminal_arrests", "us", DAY, "2,613").atLine(9).theOne("sources-agree").possibleCause())
                .startsWith("possible: a running total given as a day's (").endsWith(
                "and nothing known there contradicts what was said with it: 2,613 for criminal arrests");
    }

    @Test
    void theFigureOfTheDayBeforeIsANeighbourToo() {
        assertThat(cause(twoSay("956", "286").says("press", "arrests", "us", "2025-01-25", "286")))
                .contains("press: 286 for 2025-01-25");
    }

    @Test
    void twoNeighboursWithTheSameFigureNameNone() {
        assertThat(cause(twoSay("956", "286").says("press", "arrests", "us", "2025-01-25", "286")
                .says("press", "arrests", "us", "2025-01-27", "286"))).isEmpty();
    }

    @Test
    void aNeighbourThatWasRestatedSinceIsNone() {
        assertThat(cause(twoSay("956", "1,179").says("ice", "arrests", "us", "2025-01-27", "1,179").published("2025-01-28")
                .says("ice", "arrests", "us", "2025-01-27", "1,200").published("2025-01-29"))).isEmpty();
    }

    @Test
    void theFigureTheDayAfterTheNeighbourIsNone() {
        assertThat(cause(twoSay("956", "1,179").says("ice", "arrests", "us", "2025-01-28", "1,179"))).isEmpty();
    }

    @Test
    void digitsInterchangedLeftOutAddedAndMistyped() {
        assertThat(cause(twoSay("1,239", "1,329"))).isEqualTo("possible: two digits interchanged, for 1,239");
        assertThat(cause(twoSay("1,239", "139"))).isEqualTo("possible: a digit left out, for 1,239");
        assertThat(cause(twoSay("1,239", "12,339"))).isEqualTo("possible: a digit too many, for 1,239");
        assertThat(cause(twoSay("1,239", "1,839"))).isEqualTo("possible: a digit mistyped, for 1,239");
        assertThat(cause(twoSay("1,239", "1,856"))).isEmpty();
        assertThat(cause(twoSay("3", "8"))).as("any digit is any other mistyped").isEmpty();
    }

    @Test
    void tenTimesIsOneCauseAndNoDigitTooMany() {
        assertThat(cause(twoSay("956", "9,560"))).isEqualTo("possible: ten times too much, for 956");
        assertThat(cause(twoSay("9,560", "956"))).isEqualTo("possible: a tenth of what was meant, 9,560");
    }

    @Test
    void tenTimesNeedsNoSingleNumberToFit() {
        assertThat(TestEvidence.on(DAY).check("after", "detentions <= arrests").says("official", "detentions", "us", DAY, "9,560")
                .says("ice", "arrests", "us", DAY, "1,000").theOne("after").possibleCause())
                .as("detentions may be anything up to 1,000: nothing speaks for 956").isEmpty();
        assertThat(cause(twoSay("940 to 980", "9,560"))).as("a range is no exact witness").isEmpty();
    }

    @Test
    void roundNumbersAreRounded() {
        assertThat(cause(twoSay("3,478", "3,500"))).isEqualTo("possible: off by rounding, for 3,478");
        assertThat(cause(twoSay("3,438", "3,500"))).isEmpty();
        assertThat(cause(twoSay("956", "957"))).as("two counts that differ by one are no rounding")
                .startsWith("possible: a digit mistyped");
    }

    @Test
    void inASumOneOrTwoAreLeftByRounding() {
        TestEvidence sum = evidence().says("official", "arrests", "us", DAY, "958")
                .says("ice", "criminal_arrests", "us", DAY, "613")
                .says("ice", "collateral_arrests", "us", DAY, "343");
        assertThat(sum.theOne(CHECK).possibleCause()).isEqualTo("possible: off by rounding, for 956");
    }

    @Test
    void columnsSwappedFitWhenTheyAreExchanged() {
        TestEvidence swapped = evidence().says("ice", "criminal_arrests", "us", DAY, "613")
                .says("ice", "collateral_arrests", "us", DAY, "343")
                .says("official", "criminal_arrests", "us", DAY, "343").says("official", "collateral_arrests", "us", DAY, "613");
        assertThat(swapped.found("sources-agree")).extracting(Discrepancy::possibleCause).containsExactly(
                "possible: swapped with another figure (official: 343 for criminal arrests, official/report.csv:4)",
                "possible: swapped with another figure (official: 613 for collateral arrests, official/report.csv:5)");
    }

    @Test
    void aColumnWithTheFigureOfAnotherIsNotSwapped() {
        assertThat(TestEvidence.on(DAY).says("ice", "arrests", "us", DAY, "956").says("official", "arrests", "us", DAY, "1,834")
                .says("official", "detentions", "us", DAY, "1,834").theOne("sources-agree").possibleCause())
                .isEqualTo("possible: another measure's figure (official: 1,834 for detentions, official/report.csv:4)");
    }

    @Test
    void aRowThatSlippedHasItsNeighboursFigure() {
        TestEvidence slipped = TestEvidence.on(DAY).incomplete("office", "atlanta", "boston", "chicago", "denver")
                .says("ice", "arrests", "boston", DAY, "31").says("official", "arrests", "boston", DAY, "74")
                .says("official", "arrests", "chicago", DAY, "74").says("press", "arrests", "atlanta", DAY, "74")
                .says("official", "arrests", "denver", DAY, "74");
        assertThat(cause(slipped))
                .isEqualTo("possible: the neighbouring area's figure (official: 74 for chicago, official/report.csv:4)");
    }

    @Test
    void aRunningTotalGivenAsADaysIsOneThatWasPrinted() {
        assertThat(cause(twoSay("956", "2,681").says("press", "arrests", "us", "2025-01-20/2025-01-26", "2,681")))
                .isEqualTo("possible: a running total given as a day's (press: 2,681 for 2025-01-20 to 2025-01-26, "
                + "press/report.csv:4)");
    }

    @Test
    void aRunningTotalIsTheDayWithTheDaysBefore() {
        assertThat(cause(twoSay("956", "1,242").says("ice", "arrests", "us", "2025-01-25", "286")))
                .isEqualTo("possible: a running total given as a day's (ice: 286 for 2025-01-25, ice/report.csv:4)");
        assertThat(cause(twoSay("956", "1,835").says("ice", "arrests", "us", "2025-01-25", "286")
                .says("ice", "arrests", "us", "2025-01-24", "593")
                .says("press", "arrests", "us", "2025-01-24/2025-01-26", "1,800 to 1,900")))
                .isEqualTo("possible: a running total given as a day's (879 in the 2 days before, and 956)");
    }

    @Test
    void arrestsAndDetentionsAddedTogether() {
        assertThat(cause(twoSay("956", "1,510").says("ice", "detentions", "us", DAY, "554")))
                .isEqualTo("possible: 956 and another measure added together (ice: 554 for detentions, ice/report.csv:4)");
    }

    @Test
    void aSumWithoutOneOfItsParts() {
        TestEvidence parts = TestEvidence.on(DAY).complete("office", "atlanta", "boston", "chicago")
                .says("official", "arrests", "us", DAY, "171")
                .says("ice", "arrests", "atlanta", DAY, "100").says("ice", "arrests", "boston", DAY, "71")
                .says("ice", "arrests", "chicago", DAY, "212");
        assertThat(parts.theOne("areas-add-up").possibleCause())
                .isEqualTo("possible: the sum of the parts without one of them (ice: 212 for chicago, ice/report.csv:5)");
    }

    @Test
    void aTotalWithoutOneOfItsKindsOrDaysNamesThatPart() {
        assertThat(evidence().says("official", "arrests", "us", DAY, "613").says("ice", "criminal_arrests", "us", DAY, "613")
                .says("ice", "collateral_arrests", "us", DAY, "343").theOne(CHECK).possibleCause())
                .isEqualTo("possible: the sum of the parts without one of them (ice: 343 for collateral arrests, "
                + "ice/report.csv:4)");
        assertThat(TestEvidence.on(DAY).says("official", "arrests", "us", "2025-01-24/2025-01-26", "1,242")
                .says("ice", "arrests", "us", "2025-01-24", "593").says("ice", "arrests", "us", "2025-01-25", "286")
                .says("ice", "arrests", "us", DAY, "956").theOne("days-add-up").possibleCause())
                .isEqualTo("possible: the sum of the parts without one of them (ice: 593 for 2025-01-24, ice/report.csv:3)");
    }

    /** A row of one line. */
    private static TestEvidence rowOf(String area, String day, TestEvidence evidence, String source, String... numbers) {
        String[] measures = {"arrests", "criminal_arrests", "detentions"};
        for (int i = 0; i < numbers.length; i++) {
            evidence.says(source, measures[i], area, day, numbers[i]);
            evidence.atLine(area.length() * 100 + Integer.parseInt(day.substring(8)));
        }
        return evidence;
    }

    @Test
    void aRowOfTheNeighbouringAreaIsOneCauseForAllItsFigures() {
        TestEvidence slipped = TestEvidence.on(DAY).incomplete("office", "boston", "chicago", "denver");
        rowOf("boston", DAY, slipped, "ice", "31", "12", "7");
        rowOf("boston", DAY, slipped, "official", "74", "40", "5");
        rowOf("chicago", DAY, slipped, "official", "74", "40", "5");
        assertThat(slipped.found("sources-agree")).hasSize(3).extracting(Discrepancy::possibleCause).containsOnly(
                "possible: the neighbouring area's row (official, chicago: 74 for arrests, 40 for criminal arrests, 5 for "
                + "detentions, "
                        + "official/report.csv:726)");
    }

    @Test
    void aRowOfTheDayBeforeIsOneCauseForAllItsFigures() {
        TestEvidence again = TestEvidence.on(DAY);
        rowOf("us", DAY, again, "ice", "956", "613", "7");
        rowOf("us", DAY, again, "official", "286", "90", "5");
        rowOf("us", "2025-01-25", again, "official", "286", "90", "5");
        assertThat(again.found("sources-agree")).hasSize(3).extracting(Discrepancy::possibleCause).containsOnly(
                "possible: the neighbouring day's row (official, 2025-01-25: 286 for arrests, 90 for criminal arrests, 5 for "
                + "detentions, "
                        + "official/report.csv:225)");
    }

    @Test
    void aRowThatIsOnlyPartlyItsNeighboursIsNone() {
        TestEvidence partly = TestEvidence.on(DAY);
        rowOf("us", DAY, partly, "ice", "956", "613", "7");
        rowOf("us", DAY, partly, "official", "286", "90", "5");
        rowOf("us", "2025-01-25", partly, "official", "286", "91", "5");
        assertThat(partly.found("sources-agree").get(0).possibleCause()).contains("the neighbouring day's figure");
    }

    /** What ice says, and the official's of it times a factor. */
    private static TestEvidence timesAll(double factor, long... numbers) {
        String[] areas = new String[numbers.length];
        TestEvidence evidence = TestEvidence.on(DAY);
        for (int i = 0; i < numbers.length; i++) {
            areas[i] = "area" + i;
            evidence.says("ice", "arrests", areas[i], DAY, String.valueOf(numbers[i]))
                    .says("official", "arrests", areas[i], DAY, String.valueOf(Math.round(numbers[i] * factor)));
        }
        return evidence.incomplete("office", areas);
    }

    @Test
    void aSourceThatIsOffByOneFactorIsOneCauseForAllItsFigures() {
        for (String factor : new String[] {"1.1", "10", "1000", "0.1"}) {
            assertThat(timesAll(Double.parseDouble(factor), 120, 250, 1_310, 4_000).found("sources-agree")).hasSize(4)
                    .extracting(Discrepancy::possibleCause).containsOnly(
                            "possible: off by a factor of " + factor + ", as 4 figures of official for the date are");
        }
    }

    @Test
    void twoFiguresThatHappenToBeTenTimesTooMuchAreNoFactor() {
        assertThat(timesAll(10, 120, 250).found("sources-agree")).extracting(Discrepancy::possibleCause)
                .containsExactly("possible: ten times too much, for 120", "possible: ten times too much, for 250");
    }

    @Test
    void aSwapIsNotAnotherMeasureAdded() {
        // 343 and 613 swapped; 613 is also 343 and the 270 of detentions.
        TestEvidence swapped = evidence().says("ice", "criminal_arrests", "us", DAY, "343")
                .says("ice", "collateral_arrests", "us", DAY, "613").says("official", "criminal_arrests", "us", DAY, "613")
                .says("official", "collateral_arrests", "us", DAY, "343").says("official", "detentions", "us", DAY, "270");
        assertThat(swapped.found("sources-agree")).hasSize(2)
                .allSatisfy(found -> assertThat(found.possibleCause()).startsWith("possible: swapped with another figure"));
    }

    @Test
    void aCauseSaysWhichFigureItIsAboutWhereSeveralAreBlamed() {
        Discrepancy found = evidence().says("ice", "arrests", "us", DAY, "956").says("official", "arrests", "us", DAY, "1,179")
                .says("official", "criminal_arrests", "us", DAY, "613").says("official", "collateral_arrests", "us", DAY, "566")
                .derived()
                .says("ice", "arrests", "us", "2025-01-27", "1,179").theOne(CHECK);
        assertThat(found.blamed()).hasSize(2);
        assertThat(found.possibleCause())
                .startsWith("possible: official: 1,179 (official/report.csv:3): the neighbouring day's figure");
    }

    @Test
    void numbersOfOneDigitAreNoSign() {
        assertThat(cause(twoSay("6", "8").says("ice", "detentions", "us", DAY, "2"))).isEmpty();
        assertThat(cause(twoSay("6", "8").says("ice", "arrests", "us", "2025-01-25", "2"))).isEmpty();
        assertThat(cause(twoSay("6", "8").says("ice", "arrests", "us", "2025-01-27", "8"))).isEmpty();
    }

    @Test
    void whatFitsInTwoWaysIsNotNamed() {
        assertThat(cause(twoSay("956", "9,560").says("ice", "arrests", "us", "2025-01-27", "9,560"))).isEmpty();
    }

    @Test
    void aTieBetweenTwoWhoMayBothBeMistypedIsLeftAlone() {
        assertThat(cause(TestEvidence.on(DAY).source("radio", 5).says("ice", "arrests", "us", DAY, "1,239")
                .says("radio", "arrests", "us", DAY, "1,329")))
                .isEmpty();
    }

    @Test
    void inATieTheExplainedFiguresRepairIsShownFirstAndNothingElseChanges() {
        TestEvidence tie = TestEvidence.on(DAY).source("radio", 5).says("radio", "arrests", "us", DAY, "1,179")
                .says("ice", "arrests", "us", DAY, "956");
        TestEvidence explained = TestEvidence.on(DAY).source("radio", 5).says("radio", "arrests", "us", DAY, "1,179")
                .says("ice", "arrests", "us", DAY, "956").says("ice", "arrests", "us", "2025-01-27", "1,179");
        Discrepancy found = explained.theOne("sources-agree");
        assertThat(tie.theOne("sources-agree").explanation()).contains("Equally cheap: set aside (1); or (2)");
        assertThat(found.explanation()).contains("(2) radio: 1,179", "Equally cheap: set aside (2); or (1)");
        assertThat(found.possibleCause()).isEqualTo("possible: radio: 1,179 (radio/report.csv:2): the neighbouring day's figure "
                + "(ice: 1,179 for 2025-01-27, ice/report.csv:4)");
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        assertThat(found.blamed()).isEmpty();
        assertThat(explained.outcome().totals()).isEqualTo(tie.outcome().totals());
    }

    @Test
    void aFigureThatASumBearsOutIsNoCandidate() {
        TestEvidence borneOut = TestEvidence.on(DAY).source("radio", 9)
                .check(CHECK, "criminal_arrests + collateral_arrests = arrests")
                .says("official", "arrests", "us", DAY, "9,560").says("official", "criminal_arrests", "us", DAY, "4,000")
                .says("official", "collateral_arrests", "us", DAY, "5,560").says("radio", "arrests", "us", DAY, "956");
        Discrepancy found = borneOut.theOne("sources-agree");
        assertThat(found.blamed()).extracting(figure -> figure.source()).containsExactly("official");
        assertThat(found.possibleCause()).as("it was printed with parts that add up to it: no nought too many").isEmpty();
    }

    @Test
    void aFigureThatAnotherSourceGivesAsWellIsNoCandidate() {
        assertThat(cause(TestEvidence.on(DAY).source("radio", 9).says("radio", "arrests", "us", DAY, "956")
                .says("official", "arrests", "us", DAY, "9,560")
                .says("press", "arrests", "us", DAY, "9,560"))).isEmpty();
    }

    @Test
    void derivedFiguresAndRangesAreNoCandidates() {
        assertThat(cause(TestEvidence.on(DAY).says("ice", "arrests", "us", DAY, "956")
                .says("official", "arrests", "us", DAY, "9,560").derived()))
                .isEmpty();
        assertThat(cause(twoSay("956", "9,500 to 9,560"))).isEmpty();
    }

    @Test
    void theOrderOfDeliveriesChangesNoCause() {
        String expected = cause(twoSay("956", "1,179").says("ice", "arrests", "us", "2025-01-27", "1,179")
                .says("press", "arrests", "us", "2025-01-27", "1,179"));
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(cause(twoSay("956", "1,179").says("ice", "arrests", "us", "2025-01-27", "1,179")
                    .says("press", "arrests", "us", "2025-01-27", "1,179").shuffled(seed))).isEqualTo(expected)
                    .contains("ice: 1,179");
        }
    }
}

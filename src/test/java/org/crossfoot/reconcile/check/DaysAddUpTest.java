package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.junit.jupiter.api.Test;

class DaysAddUpTest {

    private static final String WEEK = "2025-01-20/2025-01-26";

    private final TestEvidence evidence = TestEvidence.on("2025-01-26");

    private TestEvidence says(String period, String printed) {
        return evidence.says("ice", "arrests", "us", period, printed);
    }

    /** Every day of the week. */
    private TestEvidence days(int... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            says("2025-01-" + (20 + i), String.valueOf(numbers[i]));
        }
        return evidence;
    }

    @Test
    void daysThatAddUpToThePeriodAreFine() {
        days(10, 20, 30, 40, 50, 60, 70);
        assertThat(says(WEEK, "280").found("days-add-up")).isEmpty();
    }

    /** What one report says, with a running total since the 24th to the day before it was published. */
    private TestEvidence release(String file, String published, String total, int... days) {
        for (int i = 0; i < days.length; i++) {
            says("2025-01-" + (24 + i), String.valueOf(days[i])).in(file).published(published);
        }
        return total.isEmpty() ? evidence
                : says("2025-01-24/2025-01-" + (23 + days.length), total).in(file).published(published);
    }

    @Test
    void aReportsLongerPeriodIsHeldAgainstItsOwnDaysAndNotAgainstThoseChangedSince() {
        release("1.csv", "2025-01-27", "60", 10, 20, 30);
        release("2.csv", "2025-01-28", "", 15, 18);

        assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::rule).isEmpty();
        assertThat(evidence.total("arrests", "us", "2025-01-24/2025-01-26").best()).isEqualTo(60);
    }

    @Test
    void aReportThatContradictsItselfIsFoundWhateverALaterOneSays() {
        release("1.csv", "2025-01-27", "70", 10, 20, 30);
        release("2.csv", "2025-01-28", "", 20, 20);

        Discrepancy found = evidence.theOne("days-add-up");
        assertThat(found.gap()).isEqualTo(10);
        assertThat(said(found.figures())).containsExactlyInAnyOrder("ice=10", "ice=20", "ice=30", "ice=70");
    }

    @Test
    void whatAReportDoesNotSayItselfIsWhatItsSourceSaysNow() {
        release("days-1.csv", "2025-01-27", "", 10, 20, 30);
        release("days-2.csv", "2025-01-28", "", 15, 20);
        says("2025-01-24/2025-01-26", "60").in("total.csv").published("2025-01-27");

        assertThat(evidence.theOne("days-add-up").gap()).isEqualTo(5);
    }

    @Test
    void aRunningTotalOfWhatWasChangedSinceSpeaksAgainstNoLaterOne() {
        release("1.csv", "2025-01-26", "30", 10, 20);
        release("2.csv", "2025-01-27", "45", 5, 15, 25);

        assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::rule).isEmpty();
    }

    @Test
    void aRunningTotalSpeaksNoLongerWhereAPartThatWasStillRunningFell() {
        says("2025-01-20/2025-01-25", "600").in("1.csv").published("2025-01-26");
        says("2025-01-24/2025-01-25", "200").in("1.csv").published("2025-01-26");
        says("2025-01-20/2025-01-26", "610").in("2.csv").published("2025-01-27");
        says("2025-01-24/2025-01-26", "170").in("2.csv").published("2025-01-27");
        says("2025-01-26", "40").in("2.csv").published("2025-01-27");

        assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::rule).containsOnly("running-total-fell");
    }

    @Test
    void daysThatAddUpToMoreAreFound() {
        days(10, 20, 30, 40, 50, 60, 70);
        Discrepancy found = says(WEEK, "279").theOne("days-add-up");
        assertThat(found.gap()).isEqualTo(1);
        assertThat(found.figures()).hasSize(8);
        assertThat(found.period()).isEqualTo(TestEvidence.period(WEEK));
        assertThat(found.explanation()).contains("10 + 20 + 30 + 40 + 50 + 60 + 70 = at least 280 in 7 of its 7 days");
    }

    @Test
    void daysThatAddUpToLessAreFound() {
        days(10, 20, 30, 40, 50, 60, 70);
        assertThat(says(WEEK, "285").theOne("days-add-up").gap()).isEqualTo(5);
    }

    @Test
    void unknownDaysAreNotZero() {
        days(10, 20, 30, 40, 50, 60);
        assertThat(says(WEEK, "1,000").found("days-add-up")).isEmpty();
        assertThat(says(WEEK, "209").theOne("days-add-up").gap()).isEqualTo(1);
    }

    @Test
    void theRealFourDaysFitAtLeast2681() {
        says("2025-01-23", "538");
        says("2025-01-24", "593");
        says("2025-01-25", "286");
        says("2025-01-26", "956");
        assertThat(says(WEEK, "at least 2,681").found("days-add-up")).isEmpty();
    }

    @Test
    void aWindowInsideAWindowHoldsNoMore() {
        says("2025-01-22/2025-01-24", "300");
        assertThat(says(WEEK, "299").theOne("days-add-up").gap()).isEqualTo(1);
        assertThat(said(evidence.theOne("days-add-up").figures())).containsExactly("ice=299", "ice=300");
    }

    @Test
    void overlappingWindowsAreNotAddedTogether() {
        says("2025-01-20/2025-01-23", "200");
        says("2025-01-22/2025-01-25", "250");
        assertThat(says(WEEK, "250").found("days-add-up")).isEmpty();
    }

    @Test
    void overlappingWindowsThatCoverThePeriodBoundItFromAbove() {
        says("2025-01-20/2025-01-23", "200");
        says("2025-01-22/2025-01-26", "250");
        assertThat(says(WEEK, "450").found("days-add-up")).isEmpty();
        assertThat(TestEvidence.on("2025-01-26").says("ice", "arrests", "us", "2025-01-20/2025-01-23", "200")
                .says("ice", "arrests", "us", "2025-01-22/2025-01-26", "250").says("ice", "arrests", "us", WEEK, "451")
                .theOne("days-add-up").gap()).isEqualTo(1);
    }

    @Test
    void aCoverMayReachOutOfThePeriod() {
        says("2025-01-13/2025-01-22", "100");
        says("2025-01-23/2025-01-26", "200");
        assertThat(says(WEEK, "301").theOne("days-add-up").explanation()).contains("100 + 200 = at most 300 over all its days");
    }

    @Test
    void theLongerOfTwoPeriodsThatEndTogetherIsTheOneThatIsWrong() {
        says("2025-01-24/2025-01-26", "300");
        assertThat(says(WEEK, "299").theOne("days-add-up").period()).isEqualTo(TestEvidence.period(WEEK));
    }

    @Test
    void stocksAndGoalsDoNotAddUpOverDays() {
        evidence.says("ice", "detained_people", "us", "2025-01-25", "39,000").says("ice", "detained_people", "us", WEEK, "39,000")
                .says("ice", "detained_people", "us", "2025-01-26", "39,000");
        evidence.says("ice", "arrest_goal", "us", "2025-01-25", "1,200").says("ice", "arrest_goal", "us", WEEK, "75");
        assertThat(evidence.found("days-add-up")).isEmpty();
    }

    @Test
    void daysOfAnotherAreaOrMeasureAreLeftOut() {
        evidence.complete("office", "boston");
        evidence.says("ice", "arrests", "boston", "2025-01-25", "500").says("ice", "detentions", "us", "2025-01-25", "500");
        assertThat(says(WEEK, "300").found("days-add-up")).isEmpty();
    }

    @Test
    void aGapEqualToTheTolerancePassesAndOneMoreFails() {
        says("2025-01-25", "300");
        says(WEEK, "290");
        assertThat(evidence.tolerance("days-add-up", "10").found("days-add-up")).isEmpty();
        assertThat(evidence.tolerance("days-add-up", "9").found("days-add-up")).hasSize(1);
    }

    @Test
    void aPercentageIsOfTheLargerSidesHighestLimit() {
        // The day may be 400, so 10 % are 40 people and not 30.
        says("2025-01-25", "300 to 400");
        says(WEEK, "260");
        assertThat(evidence.tolerance("days-add-up", "10%").found("days-add-up")).isEmpty();
        assertThat(evidence.tolerance("days-add-up", "9.9%").found("days-add-up")).hasSize(1);
    }

    @Test
    void aFallenRunningTotalOfOneSourceIsNoMatterOfDays() {
        says("2025-01-20/2025-01-25", "3,000");
        says(WEEK, "2,500");
        assertThat(evidence.found("days-add-up")).isEmpty();
        assertThat(evidence.theOne("running-total-fell").severity()).hasToString("warning");
    }

    @Test
    void aFallenRunningTotalIsNotMadeAMatterOfDaysByTheDayAfterIt() {
        says("2025-01-20/2025-01-25", "3,000");
        says("2025-01-26", "10");
        says(WEEK, "2,500");
        assertThat(evidence.found("days-add-up")).isEmpty();
        assertThat(evidence.found("running-total-fell")).hasSize(1);
    }

    @Test
    void anEarlierRunningTotalAndTheDaysSinceHoldNoMoreThanTheLaterOne() {
        says("2025-01-20/2025-01-25", "2,000");
        says("2025-01-26", "956");
        assertThat(says(WEEK, "2,900").theOne("days-add-up").gap()).isEqualTo(56);
        assertThat(evidence.found("running-total-fell")).isEmpty();
    }

    @Test
    void anotherSourcesLargerRunningTotalIsAConflict() {
        says("2025-01-20/2025-01-25", "3,000");
        evidence.says("press", "arrests", "us", WEEK, "2,500");
        assertThat(evidence.theOne("days-add-up").gap()).isEqualTo(500);
        assertThat(evidence.found("running-total-fell")).isEmpty();
    }

    @Test
    void whatItsSourceTookBackContradictsNoOtherSourceEither() {
        says("2025-01-20/2025-01-25", "3,000");
        says(WEEK, "2,500");
        evidence.says("press", "arrests", "us", WEEK, "2,600");
        assertThat(evidence.found("days-add-up")).isEmpty();
        assertThat(evidence.found("sources-agree")).hasSize(1);
    }

    @Test
    void totalsOfTwoPeopleWhomOneSourceQuotesAreNoRunningTotal() {
        says("2025-01-20/2025-01-25", "3,000").quoting("ICE");
        says(WEEK, "2,500").quoting("Tom Homan");
        assertThat(evidence.found("running-total-fell")).isEmpty();
        assertThat(evidence.found("days-add-up")).hasSize(1);
    }

    @Test
    void theWeekIsNotBlamedLessBecauseItsDaysAreSaidTwice() {
        // Days and a running total both say more than the week; and the running total, 610, does not fit its days, 600.
        days(100, 100, 100, 100, 100, 100, 0);
        evidence.says("official", "arrests", "us", "2025-01-20/2025-01-25", "610");
        evidence.says("press", "arrests", "us", WEEK, "500").trusted(3);
        Discrepancy found = evidence.theOne("days-add-up");
        assertThat(said(found.blamed())).containsExactly("official=610", "press=500");
    }

    @Test
    void theWeekIsNotBlamedLessBecauseItsDaysAreCoveredTwice() {
        says("2025-01-20/2025-01-23", "200");
        says("2025-01-24/2025-01-26", "250");
        evidence.says("official", "arrests", "us", "2025-01-24/2025-01-26", "250")
                .says("official", "arrests", "us", "2025-01-19/2025-01-23", "210");
        evidence.says("press", "arrests", "us", WEEK, "500").trusted(3);
        assertThat(said(evidence.theOne("days-add-up").blamed())).containsExactly("press=500");
    }

    @Test
    void aCoverThatAnotherOneReplacesIsNotBlamed() {
        evidence.says("official", "arrests", "us", "2025-01-20/2025-01-25", "100")
                .says("ice", "arrests", "us", "2025-01-19/2025-01-25", "110");
        says("2025-01-26", "10").trusted(8);
        evidence.says("press", "arrests", "us", WEEK, "500");
        assertThat(said(evidence.theOne("days-add-up").blamed())).containsExactly("press=500");
    }

    @Test
    void aDayBelowZeroCountsInSumsOverDays() {
        days(20, 30, -5, -2, -3, 40, 0);
        assertThat(says(WEEK, "80").discrepancies()).isEmpty();
        assertThat(evidence.total("arrests", "us", WEEK).best()).isEqualTo(80);
    }

    @Test
    void daysThatDoNotAddUpWithTheirCorrectionsAreFound() {
        days(20, 30, -5, -2, -3, 40, 0);
        Discrepancy found = says(WEEK, "75").theOne("days-add-up");
        assertThat(found.gap()).isEqualTo(5);
        assertThat(said(found.figures())).contains("ice=-5", "ice=-2", "ice=-3");
        assertThat(found.explanation()).contains("20 + 30 - 5 - 2 - 3 + 40").contains("at least 80")
                .contains("arrests taken back");
    }

    @Test
    void daysThatAreCorrectedToTooFewAreFound() {
        days(20, 30, -5, -2, -3, 40, 0);
        assertThat(says(WEEK, "85").theOne("days-add-up").gap()).isEqualTo(5);
    }

    @Test
    void aCorrectionTakesNothingFromAPeriodThatIsToldAsAWhole() {
        says("2025-01-20/2025-01-23", "45");
        says("2025-01-22", "-5");
        says("2025-01-24/2025-01-26", "5");
        assertThat(says(WEEK, "50").discrepancies()).isEmpty();
    }

    @Test
    void daysThatNobodySpeaksOfHoldTheRestAlsoBesideACorrection() {
        says("2025-01-20", "20");
        says("2025-01-26", "-5");
        assertThat(says(WEEK, "15").discrepancies()).isEmpty();

        says(WEEK, "14").in("later.csv").published("2025-01-30");
        assertThat(evidence.found("days-add-up")).hasSize(1);
    }

    @Test
    void ofItsOwnDayACorrectionSaysNothing() {
        evidence.complete("office", "boston", "chicago");
        says("2025-01-26", "-5");
        evidence.says("press", "arrests", "us", "2025-01-26", "3").says("ice", "arrests", "boston", "2025-01-26", "-6");
        evidence.says("ice", "arrests", "chicago", "2025-01-26", "1").says("ice", "criminal_arrests", "us", "2025-01-26", "2");
        evidence.check("some-are-criminal", "criminal_arrests <= arrests");

        assertThat(evidence.discrepancies()).isEmpty();
        assertThat(evidence.total("arrests", "us", "2025-01-26").best()).isEqualTo(3);
        assertThat(evidence.total("arrests", "boston", "2025-01-26").best()).as("what its whole leaves").isEqualTo(2);
    }

    @Test
    void twoSourcesThatCorrectADayMustAgree() {
        says("2025-01-26", "-5");
        assertThat(evidence.says("press", "arrests", "us", "2025-01-26", "-5").discrepancies()).isEmpty();
        assertThat(evidence.says("official", "arrests", "us", "2025-01-26", "-4").theOne("sources-agree").gap()).isEqualTo(1);
    }

    @Test
    void aCorrectionThatIsReplacedByACountNoLongerTakesAnythingBack() {
        says("2025-01-20/2025-01-25", "45");
        says("2025-01-26", "-5").in("a.csv").published("2025-01-27");
        says("2025-01-26", "7").in("b.csv").published("2025-01-28");

        assertThat(says(WEEK, "52").found("days-add-up")).isEmpty();
    }
}

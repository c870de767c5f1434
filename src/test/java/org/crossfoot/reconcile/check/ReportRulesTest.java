package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.junit.jupiter.api.Test;

class ReportRulesTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY);

    @Test
    void aScheduledSourceThatIsSilentIsMissing() {
        Discrepancy found = evidence.missing("ice", DAY).theOne("report-missing");
        assertThat(found.source()).isEqualTo("ice");
        assertThat(found.severity()).hasToString("error");
        assertThat(found.explanation()).isEqualTo("ice: no figure for 2025-01-26, though one is scheduled.");
    }

    @Test
    void aWeekWithoutAFigureIsNamed() {
        assertThat(evidence.missing("ice", "2025-01-20/2025-01-26").theOne("report-missing").explanation())
                .isEqualTo("ice: no figure for any day of 2025-01-20 to 2025-01-26, though one is scheduled.");
    }

    @Test
    void everySourceHasADiscrepancyOfItsOwn() {
        assertThat(evidence.missing("ice", DAY).missing("press", DAY).found("report-missing")).hasSize(2)
                .extracting(Discrepancy::id).doesNotHaveDuplicates();
    }

    @Test
    void allEmptyReportsOfASourceAreOneDiscrepancy() {
        assertThat(evidence.empty("ice", "ice/b.csv").empty("ice", "ice/a.csv").theOne("report-empty").explanation())
                .isEqualTo("ice: ice/a.csv holds no figure; ice/b.csv holds no figure.");
    }

    @Test
    void theSameBytesAgainAreAWarning() {
        Discrepancy found = evidence.repeated("ice", "ice/b.csv", "ice/a.csv").theOne("report-repeated");
        assertThat(found.severity()).hasToString("warning");
        assertThat(found.explanation()).isEqualTo("ice: ice/b.csv has the same bytes as ice/a.csv; it counts once.");
        assertThat(evidence.found("report-empty")).isEmpty();
    }

    @Test
    void aPeriodThatEndsAfterItsPublicationIsFutureDated() {
        evidence.says("ice", "arrests", "us", DAY, "956").published("2025-01-25");
        evidence.says("ice", "detentions", "us", DAY, "554").published("2025-01-25");
        Discrepancy found = evidence.theOne("future-dated");
        assertThat(found.figures()).hasSize(2);
        assertThat(found.source()).isEqualTo("ice");
        assertThat(found.severity()).hasToString("warning");
    }

    @Test
    void onTheDayOfItsPublicationAPeriodHasEnded() {
        assertThat(evidence.says("ice", "arrests", "us", DAY, "956").published(DAY).found("future-dated")).isEmpty();
    }

    @Test
    void withoutADayOfPublicationNothingIsSaidOfTheFuture() {
        assertThat(evidence.says("ice", "arrests", "us", DAY, "956").found("future-dated")).isEmpty();
    }

    @Test
    void goalsAreForTheFuture() {
        assertThat(evidence.says("ice", "arrest_goal", "us", "2025-01-26/..", "1,200").published("2025-01-20")
                .found("future-dated")).isEmpty();
        assertThat(evidence.says("ice", "arrest_goal", "us", "2025-01-25/2025-01-26", "9").published("2025-01-20")
                .found("future-dated"))
                .isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffSaysNothing() {
        assertThat(evidence.missing("ice", DAY).switchOff("report-missing").outcome().discrepancies()).isEmpty();
    }
}

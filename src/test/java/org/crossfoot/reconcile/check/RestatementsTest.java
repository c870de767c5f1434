package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Use;
import org.junit.jupiter.api.Test;

class RestatementsTest {

    private static final String MONTH = "2021-02-01/2021-02-28";

    private final TestEvidence evidence = TestEvidence.on("2021-02-28");

    private TestEvidence release(String published, String printed) {
        return evidence.says("ice", "detentions", "us", MONTH, printed).in(published + ".csv").published(published);
    }

    @Test
    void aClosedMonthThatChangedIsAWarning() {
        release("2021-03-08", "1,706");
        Discrepancy found = release("2021-03-22", "1,710").theOne("restated");
        assertThat(found.gap()).isEqualTo(4);
        assertThat(found.severity()).hasToString("warning");
        assertThat(said(found.figures())).containsExactly("ice=1,706", "ice=1,710");
        assertThat(found.explanation()).contains("ice changed 1,706 (ice/2021-03-08.csv:2) to 1,710 (ice/2021-03-22.csv:3).");
    }

    @Test
    void aMonthThatWasStillRunningMayGrow() {
        release("2021-02-22", "1,100");
        assertThat(release("2021-03-08", "1,706").found("restated")).isEmpty();
    }

    @Test
    void onItsLastDayAPeriodIsNotOver() {
        release("2021-02-28", "1,100");
        assertThat(release("2021-03-08", "1,706").found("restated")).isEmpty();
    }

    @Test
    void withoutADayOfPublicationTheDayItWasReceivedCounts() {
        evidence.says("ice", "detentions", "us", MONTH, "1,706").received("2021-03-08").withdrawn();
        assertThat(evidence.says("ice", "detentions", "us", MONTH, "1,710").received("2021-03-22").version(2).found("restated"))
                .hasSize(1);
        TestEvidence running = TestEvidence.on("2021-02-28").says("ice", "detentions", "us", MONTH, "1,100")
                .received("2021-02-22")
                .withdrawn().says("ice", "detentions", "us", MONTH, "1,706").received("2021-03-08").version(2);
        assertThat(running.found("restated")).isEmpty();
    }

    @Test
    void aFigureThatBecameMoreExactIsSupersededAndNotRestated() {
        release("2021-03-08", "around 1,700");
        release("2021-03-22", "1,706");
        assertThat(evidence.found("restated")).isEmpty();
        assertThat(evidence.outcome().figures()).extracting(FigureUse::use).containsExactly(Use.SUPERSEDED, Use.KEPT);
    }

    @Test
    void twoChangesAreOneDiscrepancyWithTheLargerGap() {
        release("2021-03-08", "1,706");
        release("2021-03-22", "1,710");
        Discrepancy found = release("2021-04-05", "1,700").theOne("restated");
        assertThat(found.figures()).hasSize(3);
        assertThat(found.gap()).isEqualTo(10);
    }

    @Test
    void nobodyIsBlamedForIt() {
        release("2021-03-08", "1,706");
        release("2021-03-22", "1,710");
        assertThat(evidence.theOne("restated").blamed()).isEmpty();
        assertThat(evidence.found("sources-agree")).isEmpty();
        assertThat(evidence.total("detentions", "us", MONTH).best()).isEqualTo(1710);
    }
}

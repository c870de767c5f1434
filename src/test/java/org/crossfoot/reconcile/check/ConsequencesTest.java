package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY).complete("office", "boston", "chicago")
            .source("cbs", 8).source("ice", 8).source("wapo", 8);

    private void says(String source, String us, String boston, String chicago) {
        says(source, "us", us);
        says(source, "boston", boston);
        says(source, "chicago", chicago);
    }

    private void says(String source, String area, String printed) {
        evidence.says(source, "arrests", area, DAY, printed);
    }

    @Test
    void aSumThatFailsOnlyAcrossPublishersFollowsFromWhatTheyDisagreeAbout() {
        says("ice", "100", "60", "40");
        says("cbs", "104", "64", "40");
        assertThat(evidence.found("sources-agree")).hasSize(2).allSatisfy(row -> {
            assertThat(row.severity()).isEqualTo(Severity.ERROR);
            assertThat(row.explanation()).contains("From this follows: areas-add-up, arrests, United States, 2025-01-26.");
        });
        Discrepancy sum = evidence.theOne("areas-add-up");
        assertThat(sum.severity()).isEqualTo(Severity.INFO);
        assertThat(sum.explanation())
                .contains("Each publisher's own figures fit; it follows from what they say of arrests, boston,"
                + " 2025-01-26; arrests, United States, 2025-01-26.");
    }

    @Test
    void aSumThatFailsWithinOnePublisherIsAnErrorOfItsOwn() {
        says("ice", "100", "60", "40");
        says("cbs", "104", "60", "40");
        assertThat(evidence.theOne("areas-add-up").severity()).isEqualTo(Severity.ERROR);
        assertThat(evidence.theOne("sources-agree").explanation()).doesNotContain("From this follows");
    }

    @Test
    void aSumThatFailsWithTheCellsOfWhichAllSayTheSameIsAnErrorOfItsOwn() {
        says("ice", "us", "100");
        says("cbs", "boston", "150");
        says("ice", "chicago", "40");
        says("cbs", "chicago", "50");
        assertThat(evidence.theOne("areas-add-up").severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aSumOfWhichAFigureMayHaveToGoThatNobodyDisputesIsAnErrorOfItsOwn() {
        says("ice", "us", "100");
        says("cbs", "boston", "95");
        says("ice", "chicago", "40");
        says("cbs", "chicago", "10");
        assertThat(evidence.theOne("areas-add-up").severity()).as("95 of Boston fits neither").isEqualTo(Severity.ERROR);
    }

    @Test
    void aSumWithoutADisputeIsAnErrorOfItsOwn() {
        says("ice", "us", "100");
        says("cbs", "boston", "60");
        says("wapo", "chicago", "60");
        assertThat(evidence.theOne("areas-add-up").severity()).isEqualTo(Severity.ERROR);
    }
}

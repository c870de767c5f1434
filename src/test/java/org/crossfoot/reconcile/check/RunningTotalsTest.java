package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.junit.jupiter.api.Test;

class RunningTotalsTest {

    private static final String RULE = "running-total-fell";

    private final TestEvidence evidence = TestEvidence.on("2025-01-26");

    private TestEvidence says(String source, String period, String printed) {
        return evidence.says(source, "arrests", "us", period, printed);
    }

    @Test
    void aTotalSinceADayThatFellIsAWarning() {
        says("ice", "2025-01-20/2025-01-25", "3,000");
        Discrepancy found = says("ice", "2025-01-20/2025-01-26", "2,681").theOne(RULE);
        assertThat(found.gap()).isEqualTo(319);
        assertThat(found.severity()).hasToString("warning");
        assertThat(said(found.figures())).containsExactly("ice=3,000", "ice=2,681");
        assertThat(found.explanation()).contains("ice: 3,000 by 2025-01-25, 2,681 by 2025-01-26: 319 fewer.");
        assertThat(found.blamed()).isEmpty();
    }

    @Test
    void aTotalThatStandsStillDidNotFall() {
        says("ice", "2025-01-20/2025-01-25", "2,681");
        assertThat(says("ice", "2025-01-20/2025-01-26", "2,681").found(RULE)).isEmpty();
    }

    @Test
    void intervalsFellOnlyWhereTheyMustHave() {
        says("ice", "2025-01-20/2025-01-25", "at least 2,700");
        assertThat(says("ice", "2025-01-20/2025-01-26", "at least 2,681").found(RULE)).isEmpty();
    }

    @Test
    void anotherStartIsAnotherRunningTotal() {
        says("ice", "2025-01-19/2025-01-25", "3,000");
        assertThat(says("ice", "2025-01-20/2025-01-26", "2,681").found(RULE)).isEmpty();
    }

    @Test
    void anotherSourceIsAnotherRunningTotal() {
        says("press", "2025-01-20/2025-01-25", "3,000");
        assertThat(says("ice", "2025-01-20/2025-01-26", "2,681").found(RULE)).isEmpty();
    }

    @Test
    void aDayIsNoRunningTotal() {
        says("ice", "2025-01-25", "3,000");
        assertThat(says("ice", "2025-01-25/2025-01-26", "2,681").found(RULE)).isEmpty();
    }

    @Test
    void itIsComparedWithTheOneRightBeforeIt() {
        says("ice", "2025-01-20/2025-01-23", "4,000");
        says("ice", "2025-01-20/2025-01-25", "2,600");
        assertThat(says("ice", "2025-01-20/2025-01-26", "2,681").found(RULE)).isEmpty();
    }

    @Test
    void twoSourcesThatFellMakeOneDiscrepancy() {
        says("ice", "2025-01-20/2025-01-25", "3,000");
        says("ice", "2025-01-20/2025-01-26", "2,681");
        says("press", "2025-01-20/2025-01-25", "2,700");
        says("press", "2025-01-20/2025-01-26", "2,680");
        assertThat(evidence.theOne(RULE).figures()).hasSize(4);
        assertThat(evidence.theOne(RULE).gap()).isEqualTo(319);
    }

    @Test
    void aFallEqualToTheTolerancePassesAndOneMoreFails() {
        says("ice", "2025-01-20/2025-01-25", "3,000");
        says("ice", "2025-01-20/2025-01-26", "2,970");
        assertThat(evidence.tolerance(RULE, "1%").found(RULE)).isEmpty();
        assertThat(evidence.tolerance(RULE, "29").found(RULE)).hasSize(1);
    }

    @Test
    void aTotalThatMayHaveGrownDidNotFall() {
        says("ice", "2025-01-20/2025-01-25", "3,000");
        assertThat(says("ice", "2025-01-20/2025-01-26", "at least 2,681").found(RULE)).isEmpty();
    }

    @Test
    void whatItsSourceTookBackSpeaksAgainstNothing() {
        says("ice", "2025-01-20/2025-01-25", "100");
        says("ice", "2025-01-20/2025-01-26", "90");
        says("press", "2025-01-26", "5");
        assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::rule).containsExactly(RULE);
        assertThat(evidence.outcome().figures()).extracting(use -> use.figure().asPrinted() + " " + use.use())
                .containsExactlyInAnyOrder("100 context", "90 kept", "5 kept");
    }

    @Test
    void whatAnotherSourceSaysAsWellStandsThoughOneTookItBack() {
        evidence.source("data", 8);
        says("official", "2025-01-20/2025-01-25", "100");
        says("data", "2025-01-20/2025-01-25", "100");
        says("official", "2025-01-20/2025-01-26", "90");
        assertThat(evidence.theOne("days-add-up").verdict()).hasToString("localised");
        assertThat(said(evidence.theOne("days-add-up").blamed())).containsExactly("official=90");
    }
}

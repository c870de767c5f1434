package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Use;
import org.junit.jupiter.api.Test;

class GoalsMetTest {

    private TestEvidence on(String date) {
        return TestEvidence.on(date).says("press", "arrest_goal", "us", "2025-01-25/..", "1,200 to 1,500");
    }

    @Test
    void aDayBelowTheGoalIsWorthKnowing() {
        Discrepancy found = on("2025-01-26").says("ice", "arrests", "us", "2025-01-26", "956").theOne("goal-missed");
        assertThat(found.gap()).isEqualTo(244);
        assertThat(found.severity()).hasToString("info");
        assertThat(found.measure()).isEqualTo("arrest_goal");
        assertThat(said(found.figures())).containsExactlyInAnyOrder("press=1,200 to 1,500", "ice=956");
        assertThat(found.explanation()).contains("The goal asks for at least 1,200 a day; the count is 956: 244 short.");
        assertThat(found.blamed()).isEmpty();
    }

    @Test
    void anOpenGoalIsCheckedOnEveryDateFromItsStart() {
        assertThat(on("2025-01-24").says("ice", "arrests", "us", "2025-01-24", "593").found("goal-missed")).isEmpty();
        assertThat(on("2025-01-25").says("ice", "arrests", "us", "2025-01-25", "286").found("goal-missed")).hasSize(1);
        assertThat(on("2025-06-25").says("ice", "arrests", "us", "2025-06-25", "286").found("goal-missed")).hasSize(1);
    }

    @Test
    void reachingTheGoalOrMoreIsNoMiss() {
        assertThat(on("2025-01-27").says("ice", "arrests", "us", "2025-01-27", "1,200").found("goal-missed")).isEmpty();
        assertThat(on("2025-01-27").says("ice", "arrests", "us", "2025-01-27", "9,000").found("goal-missed")).isEmpty();
        assertThat(on("2025-01-27").says("ice", "arrests", "us", "2025-01-27", "1,199").theOne("goal-missed").gap()).isEqualTo(1);
        assertThat(on("2025-01-27").says("ice", "arrests", "us", "2025-01-27", "at least 5").found("goal-missed")).isEmpty();
    }

    @Test
    void aDayNobodyCountedMissesNothing() {
        assertThat(on("2025-01-27").says("ice", "detentions", "us", "2025-01-27", "5").found("goal-missed")).isEmpty();
    }

    @Test
    void aGoalADayIsNotHeldAgainstAWeek() {
        assertThat(on("2025-01-26").says("ice", "arrests", "us", "2025-01-25/2025-01-26", "1,000").found("goal-missed"))
                .isEmpty();
    }

    @Test
    void theSameVoicesLaterGoalReplacesIt() {
        TestEvidence later = on("2025-05-26").says("press", "arrest_goal", "us", "2025-05-21/..", "3,000")
                .says("ice", "arrests", "us", "2025-05-26", "2,000");
        assertThat(later.theOne("goal-missed").gap()).isEqualTo(1000);
        assertThat(said(later.theOne("goal-missed").figures())).containsExactlyInAnyOrder("press=3,000", "ice=2,000");
    }

    @Test
    void anotherVoicesGoalStandsBesideIt() {
        TestEvidence both = on("2025-01-26").says("official", "arrest_goal", "us", "2025-01-26/..", "1,000")
                .says("ice", "arrests", "us", "2025-01-26", "956");
        assertThat(both.theOne("goal-missed").figures()).hasSize(3);
        assertThat(both.theOne("goal-missed").gap()).isEqualTo(244);
    }

    @Test
    void aGoalNeverConflictsWithACount() {
        TestEvidence day = on("2025-01-26").says("ice", "arrests", "us", "2025-01-26", "956");
        assertThat(day.outcome().discrepancies()).extracting(Discrepancy::rule).containsExactly("goal-missed");
        assertThat(day.total("arrests", "us", "2025-01-26").highest()).isEqualTo(956);
    }

    @Test
    void aShortfallEqualToTheTolerancePasses() {
        assertThat(on("2025-01-26").tolerance("goal-missed", "244").says("ice", "arrests", "us", "2025-01-26", "956")
                .found("goal-missed"))
                .isEmpty();
    }

    @Test
    void theGoalIsContextOnTheDaysAfterItsStart() {
        assertThat(on("2025-01-26").says("ice", "arrests", "us", "2025-01-26", "956").outcome().figures())
                .extracting(FigureUse::use).containsExactlyInAnyOrder(Use.KEPT, Use.CONTEXT);
    }
}

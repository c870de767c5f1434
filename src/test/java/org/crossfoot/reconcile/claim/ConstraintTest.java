package org.crossfoot.reconcile.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.cell;

import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.claim.Constraint.Miss;
import org.junit.jupiter.api.Test;

class ConstraintTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY);

    /** 2 * arrests - detentions, between two limits. */
    private Miss miss(long lowest, long highest) {
        List<Claim> arrests = evidence.claims().on(cell("arrests", "us", DAY));
        List<Claim> detentions = evidence.claims().on(cell("detentions", "us", DAY));
        return Miss.of(lowest, highest, Constraint.plusMost(Constraint.atMost(2, arrests), Constraint.atMost(-1, detentions)),
                Constraint.plusLeast(Constraint.atLeast(2, arrests), Constraint.atLeast(-1, detentions)));
    }

    private TestEvidence says(String measure, String printed) {
        return evidence.says("ice", measure, "us", DAY, printed);
    }

    @Test
    void aSumWithinItsLimitsMissesNothing() {
        says("arrests", "10");
        says("detentions", "5");
        assertThat(miss(15, 15)).isEqualTo(new Miss(0, 0));
        assertThat(miss(16, 16)).isEqualTo(new Miss(1, 0));
        assertThat(miss(14, 14)).isEqualTo(new Miss(0, 1));
    }

    @Test
    void anUnknownCellIsAnyNumberFromZeroUp() {
        says("arrests", "10");
        assertThat(miss(Constraint.NO_LOWEST, 0)).as("detentions may be 20").isEqualTo(new Miss(0, 0));
        assertThat(miss(21, Amount.NO_LIMIT)).as("but not below 0").isEqualTo(new Miss(1, 0));
    }

    @Test
    void anOpenIntervalReachesAsFarAsIsAsked() {
        says("arrests", "at least 10");
        says("detentions", "5");
        assertThat(miss(1_000_000, Amount.NO_LIMIT).worst()).isZero();
        assertThat(miss(0, 14)).isEqualTo(new Miss(0, 1));
    }

    @Test
    void ofSeveralClaimsTheOneThatFitsWorstCounts() {
        says("arrests", "10");
        says("arrests", "12");
        says("detentions", "5");
        assertThat(miss(17, 17)).as("10 asks 2 more, 12 allows 2 fewer").isEqualTo(new Miss(2, 2));
    }

    @Test
    void sumsBeyondALongBecomeWeakerLimitsAndNoConflict() {
        assertThat(Constraint.plusMost(Long.MAX_VALUE - 5, 10)).isEqualTo(Amount.NO_LIMIT);
        assertThat(Constraint.plusMost(Long.MIN_VALUE + 5, -10)).isNegative();
        assertThat(Constraint.plusLeast(Long.MAX_VALUE - 5, 10)).isPositive().isNotEqualTo(Amount.NO_LIMIT);
        assertThat(Constraint.plusLeast(Long.MIN_VALUE + 5, -10)).isEqualTo(Constraint.NO_LOWEST);
    }

    @Test
    void limitsThatAreNotKnownStayNotKnown() {
        assertThat(Constraint.plusMost(Amount.NO_LIMIT, -7)).isEqualTo(Amount.NO_LIMIT);
        assertThat(Constraint.plusLeast(Constraint.NO_LOWEST, 7)).isEqualTo(Constraint.NO_LOWEST);
    }
}

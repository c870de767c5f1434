package org.crossfoot.ledger;

import java.time.LocalDate;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;

/**
 * A discrepancy as a revision publishes it: one row of {@code discrepancies.csv}. Absent dates are null, absent texts empty.
 *
 * @param status null as long as it was not held against the revision before, and is not waived
 */
public record DiscrepancyRecord(String id, LocalDate date, String rule, String area, String measure, LocalDate periodStart,
        LocalDate periodEnd, Severity severity, Status status, int firstSeen, String figures, long gap, String gapPercent,
        Verdict verdict, String blamed, String possibleCause, LocalDate waivedUntil, String explanation) {

    public DiscrepancyRecord withStatus(Status newStatus, int newFirstSeen, String newExplanation) {
        return new DiscrepancyRecord(id, date, rule, area, measure, periodStart, periodEnd, severity, newStatus, newFirstSeen, figures, gap,
                gapPercent, verdict, blamed, possibleCause, waivedUntil, newExplanation);
    }

    /** Whether two rows say the same, whatever their status and age. */
    public boolean saysTheSameAs(DiscrepancyRecord other) {
        return withStatus(null, 0, explanation).equals(other.withStatus(null, 0, other.explanation));
    }

    /** Still broken; a resolved one is not, a waived one is. */
    public boolean stands() {
        return status != Status.RESOLVED;
    }

    /** Was not there, or not like this, in the revision before. */
    public boolean isFresh() {
        return status == Status.NEW || status == Status.CHANGED || status == Status.REOPENED;
    }

    /** Counts for the exit code: broken and not waived. */
    public boolean isOpen() {
        return stands() && status != Status.WAIVED;
    }
}

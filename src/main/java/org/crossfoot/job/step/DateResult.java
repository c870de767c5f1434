package org.crossfoot.job.step;

import java.time.LocalDate;

/** What came of reconciling a date. */
public sealed interface DateResult permits ReconcileDate.Reconciled, FailedDate, DateResult.CommitFilled {

    /**
     * Of none: fills a commit, so that what came before it is stored before more is looked for.
     *
     * @param date of the run
     */
    record CommitFilled(LocalDate date) implements DateResult {
    }

    LocalDate date();

    /** Whether it brought a revision. */
    default boolean isRevision() {
        return false;
    }
}

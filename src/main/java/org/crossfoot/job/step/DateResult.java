package org.crossfoot.job.step;

import java.time.LocalDate;

/** What came of reconciling a date. */
public sealed interface DateResult permits ReconcileDate.Result, FailedDate, CommitFilled {

    LocalDate date();
}

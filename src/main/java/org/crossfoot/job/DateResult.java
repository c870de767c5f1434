package org.crossfoot.job;

import java.time.LocalDate;

/** What came of reconciling a date. */
sealed interface DateResult permits ReconcileDate.Result, FailedDate {

    LocalDate date();
}

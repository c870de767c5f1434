package org.crossfoot.known;

import java.time.LocalDate;
import java.util.Optional;
import org.crossfoot.ledger.ReportRecord.State;
import org.crossfoot.ledger.ReportRecord;

/** To which date it belongs that a report is empty or repeats another. */
public final class ReportFacts {

    private ReportFacts() {
    }

    static boolean isEmpty(ReportRecord report) {
        return report.state() == State.READ && report.reading().figures() == 0;
    }

    /** The last date it has a figure for; where it has none, the day it says it is of, or, where it says none, was received. */
    public static Optional<LocalDate> date(ReportRecord report) {
        if (isEmpty(report)) {
            return Optional.of(report.publishedOn() == null ? report.receivedOn() : report.publishedOn());
        }
        return Optional.ofNullable(report.repeats() == null ? null : report.lastDate());
    }
}

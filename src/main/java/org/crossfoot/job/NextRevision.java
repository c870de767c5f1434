package org.crossfoot.job;

import java.time.LocalDate;
import java.util.List;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.report.Input;
import org.crossfoot.report.RevisionMaker;
import org.crossfoot.report.RevisionMaker.Draft;

/**
 * What reconciling a date comes to: a revision to be stored, or none where the newest one says the same.
 *
 * @param number of the revision that stands from now on
 * @param made   null where the result is that of the revision before
 */
record NextRevision(int number, RevisionRecord made) {

    /** Only looks at the ledger. A date is worked at by one thread, so its newest revision stays what it is. */
    static NextRevision of(LocalDate date, Draft draft, List<Input> inputs, RevisionMaker maker, Ledger ledger) {
        int newest = ledger.dates().state(date).map(state -> state.revision()).orElse(0);
        if (ledger.revisions().result(date, newest).map(draft.result()::equals).orElse(false)) {
            return new NextRevision(newest, null);
        }
        List<DiscrepancyRecord> before = newest == 0 ? List.of() : ledger.revisions().discrepancies(date, newest);
        return new NextRevision(newest + 1, maker.revision(draft, newest + 1, before,
                ledger.revisions().firstSeen(date, newest + 1), inputs, ledger.reports().lastChange()));
    }
}

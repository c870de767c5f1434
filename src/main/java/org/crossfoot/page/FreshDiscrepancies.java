package org.crossfoot.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.ledger.DiscrepancyRecord;

/** Discrepancies that are new, changed or back again: how many, and those few that the page of all dates names. */
public final class FreshDiscrepancies {

    private static final int SHOWN = 40;

    /** The most severe first, and of these the newest date's. */
    private static final Comparator<DiscrepancyRecord> ORDER =
            Comparator.comparing(DiscrepancyRecord::severity).thenComparing(DiscrepancyRecord::date, Comparator.reverseOrder());

    private List<DiscrepancyRecord> shown = List.of();
    private int inAll;

    /** Takes those of a revision that are; the others are left out. Revisions come by date. */
    public void add(List<DiscrepancyRecord> revision) {
        List<DiscrepancyRecord> fresh = revision.stream().filter(DiscrepancyRecord::isFresh).toList();
        inAll += fresh.size();
        shown = Stream.concat(shown.stream(), fresh.stream()).sorted(ORDER).limit(SHOWN).toList();
    }

    List<DiscrepancyRecord> shown() {
        return shown;
    }

    int inAll() {
        return inAll;
    }
}

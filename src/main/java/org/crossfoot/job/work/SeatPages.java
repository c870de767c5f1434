package org.crossfoot.job.work;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.crossfoot.job.step.DateDrafts.DraftPlace;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.pack.NamedBytes;

/** The pages of dates that a seat is at, until they are stored with their revisions. */
final class SeatPages implements DraftPlace {

    /** Of a revision, packed. */
    record Laid(int revision, byte[] pages) {
    }

    private final Map<LocalDate, Laid> laid = new HashMap<>();

    @Override
    public void put(RevisionRecord revision, SortedMap<String, byte[]> pages) throws IOException {
        laid.put(revision.date(), new Laid(revision.number(), NamedBytes.pack(pages)));
    }

    @Override
    public void drop(LocalDate date) {
        laid.remove(date);
    }

    /** Null where there is nothing to publish of a date. */
    Laid take(LocalDate date) {
        return laid.remove(date);
    }
}

package org.crossfoot.job.step;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.ledger.pack.Compressed;
import org.crossfoot.ledger.pack.NamedBytes;
import org.crossfoot.page.DatePages;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Stage;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.report.Input;
import org.crossfoot.report.PublishedFolder.DraftFolder;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays out what is published of dates while what was found out of them is at hand, and keeps it until it is. May be called by
 * several threads.
 */
public final class DateDrafts {

    /** Where what was laid out waits to be published. */
    public interface DraftPlace {

        /** Keeps a revision that stands in the ledger, or is about to, with its pages. */
        void put(RevisionRecord revision, SortedMap<String, byte[]> pages) throws IOException;

        /** Keeps nothing of a date. */
        void drop(LocalDate date) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(DateDrafts.class);

    private final Stages stages;
    private final Ledger ledger;
    private final DraftPlace place;
    private final DatePages pages;
    private Set<String> withRejects;

    public DateDrafts(RunContext context, DraftPlace place) {
        Settings settings = context.snapshot().settings();
        this.stages = context.stages();
        this.ledger = context.ledger();
        this.place = place;
        this.pages = new DatePages(settings.vocabulary(), settings.rules().checks());
    }

    /**
     * Lays out a revision that stands in the ledger or is about to.
     *
     * @param outcome of which it was made, or one with the same result
     * @param rows    its discrepancies
     * @param rejects lines of {@code rejects.csv}, of the reports it was made from
     */
    void make(RevisionRecord revision, Outcome outcome, List<DiscrepancyRecord> rows, List<byte[]> rejects)
            throws IOException {
        stages.begin(revision.date(), Stage.PAGES);
        place.put(revision, pages.of(revision, outcome, rows, rejects));
    }

    /** Takes away what a run that was killed laid out of a date that has no new revision. */
    void drop(LocalDate date) throws IOException {
        place.drop(date);
    }

    /** Takes away what was laid out of a date that failed; what cannot be taken away goes with its next draft. */
    public void forget(LocalDate date) {
        try {
            drop(date);
        } catch (IOException e) {
            LOG.info("the draft of {} is not taken away yet", date, e);
        }
    }

    /** Lines of {@code rejects.csv}, of reports that a date is made from. */
    List<byte[]> rejects(Collection<Input> inputs) {
        return inputs.stream().filter(input -> withRejects().contains(input.path()))
                .map(input -> ledger.reports().rejects(input.path(), input.sha256())).filter(Objects::nonNull)
                .map(Compressed::unpack).toList();
    }

    /** Asked when the first date comes, since the reports of this run are in by then. */
    private synchronized Set<String> withRejects() {
        if (withRejects == null) {
            withRejects = ledger.reports().withRejects();
        }
        return withRejects;
    }

    /**
     * Drafts of folders, written at once. Which were is known to this execution alone; a later one makes its own. What seats laid
     * out stands in the ledger, and is written when it is to be published.
     */
    public static final class Folders implements DraftPlace {

        private final Ledger ledger;
        private final PublishedFolder folder;
        private final Map<LocalDate, DraftFolder> made = new ConcurrentHashMap<>();

        public Folders(Ledger ledger, PublishedFolder folder) {
            this.ledger = ledger;
            this.folder = folder;
        }

        @Override
        public void put(RevisionRecord revision, SortedMap<String, byte[]> pages) throws IOException {
            made.put(revision.date(), written(revision, pages));
        }

        private DraftFolder written(RevisionRecord revision, SortedMap<String, byte[]> pages) throws IOException {
            LocalDate date = revision.date();
            Stream<RevisionRecord> earlier =
                    IntStream.range(1, revision.number()).mapToObj(number -> ledger.revisions().find(date, number));
            return folder.draft(revision, earlier, pages);
        }

        @Override
        public void drop(LocalDate date) throws IOException {
            made.remove(date);
            folder.dropDraft(date);
        }

        /** Those of some revisions that are stored of which the date's newest can be published. */
        List<WaitingDate> laidOut(List<Unpublished> stored) {
            SortedMap<LocalDate, Integer> bySeats = ledger.seatDates().laidOut();
            return WaitingDate.all(stored).stream().filter(date -> isDrafted(date)
                    || Objects.equals(bySeats.get(date.date()), date.newest())).toList();
        }

        /** Dates of revisions that are stored and that are still to be laid out. */
        public SortedSet<LocalDate> notLaidOut(List<Unpublished> stored) {
            SortedSet<LocalDate> dates = stored.stream().map(Unpublished::date).collect(Collectors.toCollection(TreeSet::new));
            if (!dates.isEmpty()) {
                laidOut(stored).forEach(date -> dates.remove(date.date()));
            }
            return dates;
        }

        private boolean isDrafted(WaitingDate date) {
            DraftFolder draft = made.get(date.date());
            return draft != null && draft.number() == date.newest();
        }

        /** The draft of a date's newest revision, which is taken for publishing; the date has none from then on. */
        DraftFolder take(WaitingDate date) throws IOException {
            boolean drafted = isDrafted(date);
            DraftFolder draft = made.remove(date.date());
            return drafted ? draft : written(ledger.revisions().find(date.date(), date.newest()),
                    NamedBytes.unpack(ledger.seatDates().pages(date.date(), date.newest())));
        }
    }
}

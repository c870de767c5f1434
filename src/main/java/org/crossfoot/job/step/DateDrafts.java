package org.crossfoot.job.step;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.pack.Compressed;
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
 * Drafts folders of dates while what was found out of them is at hand. Which drafts were made is known to this execution
 * alone; a later one makes its own. May be called by several threads.
 */
public final class DateDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(DateDrafts.class);

    private final Stages stages;
    private final Ledger ledger;
    private final PublishedFolder folder;
    private final DatePages pages;
    private final Map<LocalDate, DraftFolder> made = new ConcurrentHashMap<>();
    private Set<String> withRejects;

    public DateDrafts(RunContext context, PublishedFolder folder) {
        Settings settings = context.snapshot().settings();
        this.stages = context.stages();
        this.ledger = context.ledger();
        this.folder = folder;
        this.pages = new DatePages(settings.vocabulary(), settings.rules().checks());
    }

    /**
     * Drafts a revision that stands in the ledger or is about to.
     *
     * @param outcome of which it was made, or one with the same result
     * @param rows    its discrepancies
     * @param rejects lines of {@code rejects.csv}, of the reports it was made from
     */
    void make(RevisionRecord revision, Outcome outcome, List<DiscrepancyRecord> rows, List<byte[]> rejects)
            throws IOException {
        LocalDate date = revision.date();
        stages.begin(date, Stage.PAGES);
        Stream<RevisionRecord> earlier =
                IntStream.range(1, revision.number()).mapToObj(number -> ledger.revisions().find(date, number));
        made.put(date, folder.draft(revision, earlier, pages.of(revision, outcome, rows, rejects)));
    }

    /** Takes away what a run that was killed drafted of a date that has no new revision. */
    void drop(LocalDate date) throws IOException {
        folder.dropDraft(date);
    }

    /** Takes away what was drafted of a date that failed; what cannot be taken away goes with its next draft. */
    void forget(LocalDate date) {
        made.remove(date);
        try {
            drop(date);
        } catch (IOException e) {
            LOG.info("the draft of {} is not taken away yet", date, e);
        }
    }

    /** Whether a date's newest revision, which is stored, is drafted. */
    boolean has(WaitingDate date) {
        DraftFolder draft = made.get(date.date());
        return draft != null && draft.number() == date.newest();
    }

    /** The draft of a date's newest revision, which is taken for publishing; the date has none from then on. */
    DraftFolder take(WaitingDate date) {
        DraftFolder draft = made.remove(date.date());
        if (draft == null || draft.number() != date.newest()) {
            throw new IllegalStateException("revision " + date.newest() + " of " + date.date() + " is stored, and drafted is "
                    + (draft == null ? "none" : draft.number()));
        }
        return draft;
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
}

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
import org.crossfoot.page.DateContent;
import org.crossfoot.page.DatePages;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Stage;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.report.DataPackage;
import org.crossfoot.report.Input;
import org.crossfoot.report.PublishedFolder.Draft;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts folders of dates: of a revision that was just made from what is at hand, of any other from the ledger alone, with the same
 * bytes. Which drafts were made is known to this run alone; a later one makes its own. May be called by several threads.
 */
public final class DateDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(DateDrafts.class);

    private final Stages stages;
    private final Ledger ledger;
    private final PublishedFolder folder;
    private final DatePages pages;
    private final Map<LocalDate, Draft> made = new ConcurrentHashMap<>();
    private Set<String> withRejects;

    public DateDrafts(RunContext context, PublishedFolder folder) {
        Settings settings = context.snapshot().settings();
        this.stages = context.stages();
        this.ledger = context.ledger();
        this.folder = folder;
        this.pages = new DatePages(settings.vocabulary(), settings.rules().checks());
    }

    /** Drafts a revision that is about to be stored; where that fails it is drafted again when it is published. */
    void make(RevisionRecord revision, Outcome outcome, List<Input> inputs) {
        LocalDate date = revision.date();
        stages.begin(date, Stage.PAGES);
        try {
            made.put(date, draft(revision, DateContent.of(outcome), revision.discrepancies(), inputs));
        } catch (IOException e) {
            LOG.info("{} is not drafted yet", date, e);
        }
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

    /** The draft of a date's newest revision, which is stored. */
    Draft of(WaitingDate date) throws IOException {
        Draft known = made.remove(date.date());
        return known != null && known.number() == date.newest() ? known : fromLedger(date.date(), date.newest());
    }

    private Draft fromLedger(LocalDate date, int number) throws IOException {
        stages.begin(date, Stage.PAGES);
        RevisionRecord revision = ledger.revisions().find(date, number);
        return draft(revision, DateContent.of(revision.files()), ledger.revisions().discrepancies(date, number),
                DataPackage.made(revision.files().datapackage()).inputs());
    }

    private Draft draft(RevisionRecord revision, DateContent content, List<DiscrepancyRecord> rows, Collection<Input> inputs) throws IOException {
        Stream<RevisionRecord> earlier =
                IntStream.range(1, revision.number()).mapToObj(number -> ledger.revisions().find(revision.date(), number));
        return folder.draft(revision, earlier, pages.of(revision, content, rows, rejects(inputs)));
    }

    /** Lines of {@code rejects.csv}. */
    private List<byte[]> rejects(Collection<Input> inputs) {
        return inputs.stream().filter(input -> withRejects().contains(input.path()))
                .map(input -> ledger.reports().rejects(input.path(), input.sha256())).filter(Objects::nonNull).map(Compressed::unpack).toList();
    }

    /** Asked when the first date comes, since the reports of this run are in by then. */
    private synchronized Set<String> withRejects() {
        if (withRejects == null) {
            withRejects = ledger.reports().withRejects();
        }
        return withRejects;
    }
}

package org.crossfoot.job.step;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.reconcile.outcome.Stage;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.store.SealedLedger;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Step 4: publishes each date with a new revision, a commit a date, in the order of the dates; the summary and the page of all
 * dates last. Dates that this run has not drafted itself are drafted meanwhile, from the ledger alone. What fails at one date is
 * tried once more after all others; if it fails again, the date keeps what was published before, and what readers have not seen
 * is taken back.
 */
public final class Publish implements Tasklet, StepExecutionListener {

    /** Drafts wait on the disk, so it is not memory that limits them; what a crash leaves of them is written again. */
    private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();

    /** Gives the draft of a date. */
    private interface Drafting {
        PublishedFolder.Draft draft() throws IOException;
    }

    private final RunContext context;
    private final Ledger ledger;
    private final PublishedFolder folder;
    private final DateDrafts dates;
    private final WorkAhead<WaitingDate, PublishedFolder.Draft> drafts;
    private final Queue<WaitingDate> again = new ArrayDeque<>();
    private final Map<WaitingDate, FailedDate> failed = new LinkedHashMap<>();
    private PublishOverview overview;
    private Queue<WaitingDate> waiting;

    public Publish(RunContext context, AsyncTaskExecutor threads, PublishedFolder folder, DateDrafts dates) {
        this.context = context;
        this.ledger = context.ledger();
        this.folder = folder;
        this.dates = dates;
        this.drafts = new WorkAhead<>(threads, AHEAD, dates::of);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        if (waiting == null) {
            overview = new PublishOverview(context, folder);
            waiting = new ArrayDeque<>(WaitingDate.all(ledger.revisions().unpublished()));
            drafts.begin(List.copyOf(waiting));
            if (!waiting.isEmpty()) {
                new SealedLedger(context.workspace()).hold(ledger.revisions().forced());
                context.progress().begin("publish", waiting.size());
            }
        }
        boolean first = !waiting.isEmpty();
        WaitingDate date = first ? waiting.remove() : again.poll();
        if (date == null) {
            end();
            return RepeatStatus.FINISHED;
        }
        Optional<FailedDate> failure = publish(date, first ? drafts::next : () -> dates.of(date));
        if (waiting.isEmpty() || !YearMonth.from(waiting.element().date()).equals(YearMonth.from(date.date()))) {
            // While dates of a month wait, its chart is still to be made, whatever becomes of this run.
            overview.add(date.date());
        }
        if (failure.isEmpty()) {
            date.numbers().forEach(number -> ledger.revisions().published(date.date(), number));
            FailedDate.forget(context, date.date());
            contribution.incrementWriteCount(date.numbers().size());
            context.progress().step();
        } else if (first) {
            again.add(date);
        } else {
            failed.put(date, failure.get());
        }
        return RepeatStatus.CONTINUABLE;
    }

    private Optional<FailedDate> publish(WaitingDate date, Drafting drafting) throws IOException {
        try {
            PublishedFolder.Draft draft = drafting.draft();
            context.stages().begin(date.date(), Stage.PUBLISHING);
            folder.publish(draft);
            ledger.dates().rememberPages(date.date(), draft.pages().list());
            return Optional.empty();
        } catch (IOException | RuntimeException | Error e) {
            if (FailedDate.isOfAll(e)) {
                throw e;
            }
            return Optional.of(FailedDate.of(context, date.date(), e));
        }
    }

    private void end() throws IOException {
        List<Unpublished> made = ledger.revisions().madeBy(context.run().id());
        List<Unpublished> unseen = new ArrayList<>();
        for (Map.Entry<WaitingDate, FailedDate> each : failed.entrySet()) {
            Unpublished newest = new Unpublished(each.getKey().date(), each.getKey().newest());
            each.getValue().note(context);
            if (made.contains(newest) && !folder.stands(newest.date(), newest.number())) {
                unseen.add(newest);
            }
        }
        if (!unseen.isEmpty()) {
            new SealedLedger(context.workspace()).letGo(unseen.size());
        }
        for (Unpublished revision : unseen) {
            ledger.revisions().takeBack(revision.date(), revision.number());
            ledger.dates().takenBack(revision.date(), revision.number());
            dates.forget(revision.date());
        }
        overview.replace(ledger.revisions().summaries());
    }

    /** However the step ended, nothing of it goes on. */
    @Override
    public ExitStatus afterStep(StepExecution step) {
        drafts.end();
        return null;
    }
}

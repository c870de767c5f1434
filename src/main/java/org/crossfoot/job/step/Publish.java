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
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Step 4: publishes each date that was drafted, a commit a date, in the order of the dates; the summary and the page of all
 * dates last. What fails at one date is tried once more after all others, from reconciling it on; if it fails again, the date
 * keeps what was published before, and what readers have not seen is taken back.
 */
public final class Publish implements Tasklet {

    private final RunContext context;
    private final Ledger ledger;
    private final PublishedFolder folder;
    private final DateDrafts drafts;
    private final DateDrafts.Folders folders;
    private final ReconcileDate dates;
    private final Queue<WaitingDate> failedOnce = new ArrayDeque<>();
    private final Map<WaitingDate, FailedDate> failed = new LinkedHashMap<>();
    private PublishOverview overview;
    private Queue<WaitingDate> waiting;

    public Publish(RunContext context, PublishedFolder folder, DateDrafts drafts, DateDrafts.Folders folders,
            ReconcileDate dates) {
        this.context = context;
        this.ledger = context.ledger();
        this.folder = folder;
        this.drafts = drafts;
        this.folders = folders;
        this.dates = dates;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        if (waiting == null) {
            overview = new PublishOverview(context, folder);
            // One without a draft failed when it was reconciled, which is noted, or waits, since a later date tells otherwise of
            // it.
            waiting = new ArrayDeque<>(folders.laidOut(ledger.revisions().unpublished()));
            if (!waiting.isEmpty()) {
                new SealedLedger(context.workspace()).hold(ledger.revisions().forced());
                context.progress().begin("publish", waiting.size());
            }
        }
        boolean first = !waiting.isEmpty();
        WaitingDate date = first ? waiting.remove() : failedOnce.poll();
        if (date == null) {
            end();
            return RepeatStatus.FINISHED;
        }
        Optional<FailedDate> failure = first ? publish(date) : again(date);
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
            failedOnce.add(date);
        } else {
            failed.put(date, failure.get());
        }
        return RepeatStatus.CONTINUABLE;
    }

    private Optional<FailedDate> publish(WaitingDate date) throws IOException {
        try {
            PublishedFolder.DraftFolder draft = folders.take(date);
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

    private Optional<FailedDate> again(WaitingDate date) throws IOException {
        return dates.process(date.date()) instanceof FailedDate reason ? Optional.of(reason) : publish(date);
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
            drafts.forget(revision.date());
        }
        ledger.seatDates().clear();
        overview.replace(ledger.revisions().summaries());
    }
}

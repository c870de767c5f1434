package org.crossfoot.job;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.report.SummaryTable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Step 4: publishes each date with a new revision, a commit a date, in the order of the dates; the summary and the page of all dates
 * last. Dates that this run has not drafted itself are drafted meanwhile, from the ledger alone.
 */
final class Publish implements Tasklet, StepExecutionListener {

    /** Drafts wait on the disk, so it is not memory that limits them; what a crash leaves of them is written again. */
    private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();

    private final RunContext context;
    private final Ledger ledger;
    private final PublishedFolder folder;
    private final WorkAhead<WaitingDate, PublishedFolder.Draft> drafts;
    private PublishOverview overview;
    private Queue<WaitingDate> waiting;

    Publish(RunContext context, AsyncTaskExecutor threads, PublishedFolder folder, DateDrafts drafts) {
        this.context = context;
        this.ledger = context.ledger();
        this.folder = folder;
        this.drafts = new WorkAhead<>(threads, AHEAD, drafts::of);
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
        WaitingDate date = waiting.peek();
        if (date == null) {
            List<DateSummary> dates = ledger.revisions().summaries();
            folder.replace("summary.csv", SummaryTable.of(dates));
            overview.replace(dates);
            return RepeatStatus.FINISHED;
        }
        folder.publish(drafts.next());
        waiting.remove();
        if (waiting.isEmpty() || !YearMonth.from(waiting.element().date()).equals(YearMonth.from(date.date()))) {
            // While dates of a month wait, its chart is still to be made, whatever becomes of this run.
            overview.add(date.date());
        }
        date.numbers().forEach(number -> ledger.revisions().published(date.date(), number));
        contribution.incrementWriteCount(date.numbers().size());
        context.progress().step();
        return RepeatStatus.CONTINUABLE;
    }

    /** However the step ended, nothing of it goes on. */
    @Override
    public ExitStatus afterStep(StepExecution step) {
        drafts.end();
        return null;
    }
}

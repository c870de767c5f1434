package org.crossfoot.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.report.SummaryTable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Step 4: publishes each date with a new revision from the ledger alone, a commit a date; the summary and the page of all dates last. */
final class Publish implements Tasklet {

    private final RunContext context;
    private final Ledger ledger;
    private final PublishedFolder folder;
    private final PublishPages pages;

    Publish(RunContext context) {
        this.context = context;
        this.ledger = context.ledger();
        this.folder = new PublishedFolder(context.workspace().output());
        this.pages = new PublishPages(context, folder);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        List<Unpublished> waiting = ledger.revisions().unpublished();
        if (waiting.isEmpty()) {
            List<DateSummary> dates = ledger.revisions().summaries();
            folder.replace("summary.csv", SummaryTable.of(dates));
            pages.replaceOverview(dates);
            return RepeatStatus.FINISHED;
        }
        if (contribution.getStepExecution().getCommitCount() == 0) {
            context.progress().begin("publish", waiting.stream().map(Unpublished::date).distinct().count());
        }
        LocalDate date = waiting.get(0).date();
        List<Unpublished> ofDate = waiting.stream().filter(revision -> revision.date().equals(date)).toList();
        int newest = ofDate.get(ofDate.size() - 1).number();
        List<RevisionRecord> revisions =
                IntStream.rangeClosed(1, newest).mapToObj(number -> ledger.revisions().find(date, number)).toList();
        folder.publish(date, revisions, pages.of(revisions.get(revisions.size() - 1)));
        pages.addToOverview(date);
        ofDate.forEach(revision -> ledger.revisions().published(date, revision.number()));
        contribution.incrementWriteCount(ofDate.size());
        context.progress().step();
        return RepeatStatus.CONTINUABLE;
    }
}

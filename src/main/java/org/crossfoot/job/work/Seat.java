package org.crossfoot.job.work;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.crossfoot.job.step.DateDrafts;
import org.crossfoot.job.step.DateResult;
import org.crossfoot.job.step.FailedDate;
import org.crossfoot.job.step.ReconcileDate;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.job.step.StoreRevisions;
import org.crossfoot.ledger.SeatDates;
import org.crossfoot.store.Workers;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A partition of a night, which is no list of dates but a place to work at. Whoever sits there takes some that wait, in the
 * transaction that stores what comes of them: what it does not come to the end of waits as before. Stale is who no longer has the
 * version of the seat's own record, which is written in the same transaction.
 *
 * <p>Of no date a seat says that it failed: that is tried once more by the run itself when all others are done.
 */
final class Seat {

    /** Is told what a seat begins. */
    interface Sitting {
        void at(String dates);
    }

    private final RunContext context;
    private final SeatDates seatDates;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final JdbcClient connection;
    private final String worker;

    /** @param database whose transactions they are */
    Seat(RunContext context, JobRepository repository, PlatformTransactionManager transactions, DataSource database,
            String worker) {
        this.context = context;
        this.seatDates = context.ledger().seatDates();
        this.repository = repository;
        this.transactions = transactions;
        this.connection = JdbcClient.create(database);
        this.worker = worker;
    }

    /**
     * The work of one who sits.
     *
     * @param dates taken at a time
     */
    Step step(String name, int dates, Sitting sitting) {
        SeatPages pages = new SeatPages();
        DateDrafts drafts = new DateDrafts(context, pages);
        return new StepBuilder(name, repository).<LocalDate, DateResult>chunk(dates).transactionManager(transactions)
                .reader(new Claimed(dates, sitting)).processor(new ReconcileDate(context, drafts)::process)
                .writer(new Stored(pages, new StoreRevisions(context, drafts, transactions))).build();
    }

    private final class Claimed implements ItemReader<LocalDate> {

        private final int atOnce;
        private final Sitting sitting;
        private final Queue<LocalDate> claimed = new ArrayDeque<>();
        private boolean isLast;

        Claimed(int atOnce, Sitting sitting) {
            this.atOnce = atOnce;
            this.sitting = sitting;
        }

        @Override
        public LocalDate read() {
            if (claimed.isEmpty() && !isLast) {
                claimed.addAll(seatDates.claim(context.run().id(), atOnce));
                // In the same transaction the same ones would be given once more.
                isLast = claimed.size() < atOnce;
                if (!claimed.isEmpty()) {
                    sitting.at(claimed.stream().map(LocalDate::toString).collect(Collectors.joining(" ")));
                }
            }
            return claimed.poll();
        }
    }

    /** One seat at a time: what waits is let wait in no order, and a date whose row a seat holds may be let wait by another. */
    private final class Stored implements ItemWriter<DateResult> {

        private final SeatPages pages;
        private final ItemWriter<DateResult> revisions;

        Stored(SeatPages pages, ItemWriter<DateResult> revisions) {
            this.pages = pages;
            this.revisions = revisions;
        }

        @Override
        public void write(Chunk<? extends DateResult> results) throws Exception {
            Workers.storeAlone(connection);
            List<DateResult> succeeded = new ArrayList<>();
            results.forEach(result -> {
                if (result instanceof FailedDate) {
                    pages.drop(result.date());
                } else {
                    succeeded.add(result);
                }
            });
            revisions.write(new Chunk<>(succeeded));
            for (DateResult result : results) {
                SeatPages.Laid laid = pages.take(result.date());
                seatDates.done(result.date(), worker, laid == null ? null : laid.revision(),
                        laid != null && result.isRevision(), laid == null ? null : laid.pages());
            }
        }
    }
}

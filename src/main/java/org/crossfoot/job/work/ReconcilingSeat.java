package org.crossfoot.job.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Where dates are reconciled, and revisions stored with their pages. Of no date a seat says that it failed: that is tried once
 * more by the run itself when all others are done.
 */
final class ReconcilingSeat extends Seat<LocalDate, DateResult> {

    private final RunContext context;
    private final SeatDates seatDates;
    private final JdbcClient connection;
    private final String worker;
    private final SeatPages pages = new SeatPages();
    private final ReconcileDate dates;
    private final StoreRevisions revisions;

    /** @param database whose transactions they are */
    ReconcilingSeat(RunContext context, JobRepository repository, PlatformTransactionManager transactions, DataSource database,
            String worker) {
        super(repository, transactions);
        this.context = context;
        this.seatDates = context.ledger().seatDates();
        this.connection = JdbcClient.create(database);
        this.worker = worker;
        DateDrafts drafts = new DateDrafts(context, pages);
        this.dates = new ReconcileDate(context, drafts);
        this.revisions = new StoreRevisions(context, drafts, transactions);
    }

    @Override
    List<LocalDate> claim(int most) {
        return seatDates.claim(context.run().id(), most);
    }

    @Override
    DateResult work(LocalDate date) throws Exception {
        return dates.process(date);
    }

    /** One seat at a time: what waits is let wait in no order, and a date whose row a seat holds may be let wait by another. */
    @Override
    void store(List<? extends DateResult> results) {
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

    @Override
    String inWords(List<LocalDate> claimed) {
        return claimed.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }
}

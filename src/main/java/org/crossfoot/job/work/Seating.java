package org.crossfoot.job.work;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.crossfoot.job.step.DateDrafts;
import org.crossfoot.job.step.ReadWaiting;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.SeatDates.SeatDate;
import org.crossfoot.store.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has workers take part in reconciling, as {@link Readers} has in intake: where some are there, offers seats to them, sits down
 * itself as well, and waits until nobody sits any more. What they leave, for whatever reason, waits, and is reconciled by the
 * step that comes next as where there are no workers. So a seat that fails fails nothing.
 */
public final class Seating implements PartitionHandler {

    public static final String NAME = "seats";

    private static final Logger LOG = LoggerFactory.getLogger(Seating.class);

    private static final long BETWEEN_LOOKS = 100_000_000;

    private final RunContext context;
    private final Ledger ledger;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final DataSource database;
    private final AsyncTaskExecutor threads;
    private final DateDrafts drafts;
    private final Workers workers;
    private final SeatOffers offers;

    /** @param drafts of the run itself */
    public Seating(RunContext context, JobRepository repository, PlatformTransactionManager transactions, DataSource database,
            AsyncTaskExecutor threads, DateDrafts drafts) {
        this.context = context;
        this.ledger = context.ledger();
        this.repository = repository;
        this.transactions = transactions;
        this.database = database;
        this.threads = threads;
        this.drafts = drafts;
        this.workers = Workers.ofRun(context.workspace(), database);
        this.offers = new SeatOffers(context, repository, transactions, database, workers);
    }

    /** @param itself how the run reads what no worker did */
    public Readers readers(ReadWaiting itself) {
        return new Readers(context, repository, offers, itself);
    }

    public Step step() {
        return new StepBuilder(NAME, repository).allowStartIfComplete(true).partitioner("seat", SeatOffers::names)
                .partitionHandler(this).aggregator((all, seats) -> {
                }).build();
    }

    /**
     * Under the lock, before anything else is done: no worker of an earlier run is at anything, and what was stored of dates
     * though a later one tells otherwise of them is taken back. Of a run that was interrupted what is to be published is kept.
     */
    public static void tidy(Ledger ledger, Workers workers, PlatformTransactionManager transactions) {
        workers.allUp();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            ledger.takeBackWhatWaits();
            ledger.seatDates().keepUnpublished();
            ledger.seatReadings().clear();
        });
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution night) throws Exception {
        int theirs = offers.theirs();
        int dates = ledger.dates().waiting().size();
        if (theirs == 0 || dates < 2) {
            return List.of();
        }
        LOG.info("{} dates, with {} seats of workers", dates, theirs);
        long told = ledger.seatDates().after(0).stream().mapToLong(SeatDate::position).max().orElse(0);
        context.progress().begin("reconcile", dates);
        int ours = Runtime.getRuntime().availableProcessors();
        List<StepExecution> seats = offers.make(splitter, night, ours + theirs + SeatOffers.SPARE, dates, Map.of());
        List<Future<Long>> own = seats.stream().limit(ours).map(seat -> threads.submit(() -> sit(seat))).toList();
        List<Long> offered = offers.offer(seats.subList(ours, seats.size()));
        try {
            do {
                LockSupport.parkNanos(BETWEEN_LOOKS);
                told = tell(told);
                workers.lost().forEach(this::end);
            } while (!(night.isTerminateOnly() || isDone(own) && workers.sitting(offered) == 0) || !areClosed(offered));
            tell(told);
            offers.offerNothing();
        } finally {
            for (Future<Long> seat : own) {
                areClosed(List.of(seat.get()));
            }
        }
        return List.of();
    }

    private Long sit(StepExecution seat) throws JobInterruptedException {
        new ReconcilingSeat(context, repository, transactions, database, Workers.RUN_ITSELF).step(seat.getStepName(),
                seat.getExecutionContext().getInt(SeatOffers.AT_ONCE), dates -> LOG.debug("at {}", dates)).execute(seat);
        return seat.getId();
    }

    private static boolean isDone(List<Future<Long>> own) {
        return own.stream().allMatch(Future::isDone);
    }

    /** Names who did each date since it was last asked, in the log and to who watches. */
    private long tell(long told) {
        long last = told;
        for (SeatDate done : ledger.seatDates().after(told)) {
            LOG.info("{}: by {}", done.date(), done.worker());
            // What the run's own seats store is counted there.
            if (!done.worker().equals(Workers.RUN_ITSELF)) {
                context.progress().step();
            }
            if (done.revision() == null) {
                drafts.forget(done.date());
            }
            last = done.position();
        }
        return last;
    }

    private void end(String lost) {
        LOG.warn("worker {}: says nothing any more, is ended, and what it was at is done by others", lost);
        workers.end(lost).forEach(offers::close);
    }

    /** Nobody can sit on seats from then on, or store what came of it. False where somebody sat down or stored just then. */
    private boolean areClosed(List<Long> seats) {
        try {
            seats.forEach(offers::close);
            return true;
        } catch (OptimisticLockingFailureException e) {
            LOG.debug("somebody sat down", e);
            return false;
        }
    }
}

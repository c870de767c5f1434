package org.crossfoot.job.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.crossfoot.job.step.FailedDate;
import org.crossfoot.job.step.Progress;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.job.step.StagesReached;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.FailureInWords;
import org.crossfoot.store.JobFailure;
import org.crossfoot.store.LedgerReading.NoLedgerException;
import org.crossfoot.store.Workers.SeatConnections;
import org.crossfoot.store.Workers;
import org.crossfoot.store.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * Sits on seats of nights until it is stopped, as many as this machine has processors. Says each second that it is there, and
 * looks whether the run it works for still holds the ledger: where not, it lets go of all it was at.
 */
public final class Worker {

    /** Why a worker can take no part; the message says what would be right. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long BETWEEN_LOOKS_MS = 250;
    private static final long LOOKS_A_BREATH = 4;
    private static final long SECONDS_TO_STOP = 4;

    /** What a run is worked for with. */
    private record Employment(String run, RunContext context, SeatConnections connections, JobRepository repository,
            JdbcTransactionManager transactions) {
    }

    private final Workspace workspace;
    private final String version;
    private final String name;
    private final int seats = Runtime.getRuntime().availableProcessors();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<Long, StepExecution> sat = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(seats, work -> {
        Thread thread = new Thread(work, "seat");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Employment employment;
    private volatile RefusedException refused;

    /**
     * @param workspace of which the ledger's server and the archive matter
     * @param name      by which people tell it from others
     */
    public Worker(Workspace workspace, String version, String name) {
        this.workspace = workspace;
        this.version = version;
        this.name = name;
    }

    /** Lets it come to an end: with what it is at at the moment, unless that takes long. */
    public void stop() {
        sat.values().forEach(StepExecution::setTerminateOnly);
        stopping.countDown();
    }

    /**
     * Works until it is stopped. A server that is away for a while is waited for.
     *
     * @throws RefusedException  where it is of another version than a run, or cannot have what a run works with
     * @throws NoLedgerException where there is no ledger to work at
     */
    public void work() throws IOException, NoLedgerException, JobFailure, RefusedException, InterruptedException {
        try (Workers workers = Workers.ofWorker(workspace, name)) {
            SeatChannel channel = new SeatChannel(workers.database(), version);
            JobRepository repository = repository(workers.database(), new JdbcTransactionManager(workers.database()));
            workers.register(name, version, seats);
            boolean away = false;
            for (long looks = 0; !stopping.await(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS); looks++) {
                try {
                    look(workers, channel, repository, looks % LOOKS_A_BREATH == 0);
                    away = false;
                } catch (DataAccessException | TransactionException e) {
                    if (!away) {
                        LOG.warn("{}; this worker waits until it is there again", FailureInWords.of(e));
                    }
                    away = true;
                    letGo();
                }
                if (refused != null) {
                    end(workers);
                    throw refused;
                }
            }
            end(workers);
        } finally {
            letGo();
            threads.shutdownNow();
        }
    }

    private void look(Workers workers, SeatChannel channel, JobRepository repository, boolean breathes) {
        if (breathes) {
            Optional<String> refusal = workers.refusal(name);
            if (refusal.isPresent()) {
                refused = new RefusedException("the run at work is of Crossfoot " + refusal.get() + ", this worker of " + version
                        + "; start the same program as the run's");
            }
            if (!workers.stillThere(name)) {
                letGo();
                workers.register(name, version, seats);
            }
            Employment now = employment;
            if (now != null && !workers.run().equals(Optional.of(now.run()))) {
                letGo();
            }
        }
        if (taken.get() < seats && refused == null) {
            channel.take().ifPresent(request -> {
                taken.incrementAndGet();
                threads.execute(() -> sit(request.getStepExecutionId(), workers, repository));
            });
        }
    }

    private void sit(long seat, Workers workers, JobRepository repository) {
        try {
            StepExecution offered = repository.getStepExecution(seat);
            // What was offered by a run that ended, or was killed, is nobody's seat.
            if (offered != null && offered.getStatus().isRunning() && offered.getJobExecution().isRunning()
                    && offered.getExecutionContext().getString(SeatOffers.VERSION, "").equals(version)) {
                workers.sit(seat, name);
                sit(seat, employedBy(offered, workers), workers);
            }
        } catch (RuntimeException | IOException e) {
            // Most often the run has ended, and lets nobody in: what was not stored waits as before.
            LOG.info("seat {} is left", seat, e);
        } catch (RefusedException e) {
            refused = e;
        } finally {
            try {
                workers.getUp(seat);
            } catch (DataAccessException e) {
                LOG.info("seat {} is left, and the server is away", seat, e);
            }
            taken.decrementAndGet();
        }
    }

    /** Its record is read anew, over the connections whose transactions it is written in: it may have been closed meanwhile. */
    private void sit(long seat, Employment by, Workers workers) {
        StepExecution sitting = by.repository().getStepExecution(seat);
        if (!sitting.getStatus().isRunning()) {
            return;
        }
        sat.put(seat, sitting);
        try {
            ExecutionContext says = sitting.getExecutionContext();
            Seat<?, ?> place = says.containsKey(SeatOffers.INTAKE)
                    ? new ReadingSeat(by.context(), by.repository(), by.transactions(), says.getLong(SeatOffers.INTAKE), name)
                    : new ReconcilingSeat(by.context(), by.repository(), by.transactions(), by.connections().database(), name);
            place.step(sitting.getStepName(), says.getInt(SeatOffers.AT_ONCE), what -> workers.work(seat, what)).execute(sitting);
        } catch (JobInterruptedException e) {
            LOG.info("seat {} is left, since this worker, or the run, was asked to stop", seat, e);
        } finally {
            sat.remove(seat);
        }
    }

    /** All seats of a run share what they are worked at with. */
    private synchronized Employment employedBy(StepExecution seat, Workers workers) throws IOException, RefusedException {
        String run = seat.getExecutionContext().getString(SeatOffers.RUN);
        String id = seat.getJobParameters().getString("run");
        // Under one lock a run that was interrupted is finished, and then another one is at work, with settings of its own.
        if (employment == null || !employment.run().equals(run) || !employment.context().run().id().equals(id)) {
            letGo();
            SeatConnections connections = workers.openSeats(name, run);
            try {
                JdbcTransactionManager transactions = new JdbcTransactionManager(connections.database());
                employment = new Employment(run, context(connections.database(), id),
                        connections, repository(connections.database(), transactions), transactions);
            } catch (RuntimeException | IOException | RefusedException e) {
                connections.close();
                throw e;
            }
        }
        return employment;
    }

    private RunContext context(DataSource database, String id) throws IOException, RefusedException {
        Ledger ledger = Ledger.of(database, workspace.archive(database));
        Run run = ledger.runs().unfinished().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new IOException("run " + id + " has ended"));
        try {
            return new RunContext(run, SettingsSnapshot.recall(run.settings(), ledger.archive()), workspace, ledger,
                    Progress.NONE, version, new StagesReached(Stages.UNWATCHED), FailedDate.dates(ledger), false);
        } catch (SettingsException | UncheckedIOException e) {
            throw new RefusedException("--archive " + workspace.archiveName() + ": does not have the settings of run " + id
                    + " (" + e.getMessage() + "); name the folder that the run has its archive in, as this machine reaches it, or"
                    + " 'ledger' where the run does");
        }
    }

    private static JobRepository repository(DataSource database, JdbcTransactionManager transactions) {
        JdbcJobRepositoryFactoryBean repository = new JdbcJobRepositoryFactoryBean();
        repository.setDataSource(database);
        repository.setTransactionManager(transactions);
        try {
            repository.afterPropertiesSet();
            return repository.getObject();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Spring Batch's records cannot be opened", e);
        }
    }

    private void end(Workers workers) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("what this worker is at takes longer, is left, and done by others");
            letGo();
        }
        workers.leave(name);
    }

    /** Of all that is worked at; what was not stored waits as before. */
    private synchronized void letGo() {
        if (employment != null) {
            employment.connections().close();
            employment = null;
        }
    }
}

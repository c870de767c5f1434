package org.crossfoot.job.work;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.store.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seats of a run: made as partitions of a step, offered to workers, and closed when there is nothing more to do at them. */
final class SeatOffers {

    /** Seats for those who come later, or sit down again. */
    static final int SPARE = 8;

    /** What the execution context of a seat says. */
    static final String RUN = "run";
    static final String VERSION = "version";
    static final String AT_ONCE = "at_once";
    /** Of a seat to read at alone. */
    static final String INTAKE = "intake";

    private static final Logger LOG = LoggerFactory.getLogger(SeatOffers.class);
    private static final int MOST_AT_ONCE = 8;
    /** Under this name Spring Batch remembers how many partitions an execution that was killed had. */
    private static final String PARTITIONS = "SimpleStepExecutionSplitter.GRID_SIZE";

    private final String version;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final JdbcClient connection;
    private final Workers workers;
    private final SeatChannel channel;
    private final Set<String> refused = new HashSet<>();

    SeatOffers(RunContext context, JobRepository repository, PlatformTransactionManager transactions, DataSource database,
            Workers workers) {
        this.version = context.version();
        this.repository = repository;
        this.transactions = transactions;
        this.connection = JdbcClient.create(database);
        this.workers = workers;
        this.channel = new SeatChannel(database, version);
    }

    /** How many seats workers have now; those of another version of the program are refused. */
    int theirs() {
        workers.refuseOthers(version).stream().filter(refused::add).forEach(other ->
                LOG.warn("worker {}: takes no part, since it is another Crossfoot than this one ({})", other, version));
        return workers.seats(version);
    }

    /** Only names: what a seat says of itself is of one execution, also where an earlier one had a seat of that name. */
    static Map<String, ExecutionContext> names(int seats) {
        Map<String, ExecutionContext> names = new HashMap<>();
        for (int seat = 1; seat <= seats; seat++) {
            names.put(String.valueOf(seat), new ExecutionContext());
        }
        return names;
    }

    /**
     * Makes them: of this run alone, so that whoever takes one too late finds another run at work, or none.
     *
     * @param of      the step that they are partitions of
     * @param waiting how many things there are to do
     * @param says    what else each is to say
     */
    List<StepExecution> make(StepExecutionSplitter splitter, StepExecution of, int seats, int waiting, Map<String, Object> says)
            throws JobExecutionException {
        of.getExecutionContext().remove(PARTITIONS);
        List<StepExecution> made = List.copyOf(splitter.split(of, seats));
        String run = workers.run().orElseThrow();
        for (StepExecution seat : made) {
            ExecutionContext context = new ExecutionContext(says);
            context.putString(RUN, run);
            context.putString(VERSION, version);
            context.putInt(AT_ONCE, Math.max(1, Math.min(MOST_AT_ONCE, waiting / (2 * seats))));
            seat.setExecutionContext(context);
            repository.updateExecutionContext(seat);
        }
        return made;
    }

    /** Offers them, and nothing that was offered before. */
    List<Long> offer(Iterable<StepExecution> seats) {
        channel.clear();
        List<Long> offered = new ArrayList<>();
        seats.forEach(seat -> {
            offered.add(seat.getId());
            channel.offer(seat);
        });
        return offered;
    }

    void offerNothing() {
        channel.clear();
    }

    /** Those that nobody took; who sits, or sits down just then, finds nothing more to do. Waits for nobody who is frozen. */
    void closeUntaken(List<Long> seats) {
        for (Long id : seats) {
            try {
                new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    Workers.waitForNobody(connection);
                    StepExecution seat = repository.getStepExecution(id);
                    if (seat != null && seat.getStatus() == BatchStatus.STARTING) {
                        close(id);
                    }
                });
            } catch (DataAccessException e) {
                LOG.info("seat {} is not closed: somebody sat down", id, e);
            }
        }
    }

    /** Nobody can sit on a seat from then on, or store what came of it. */
    void close(Long id) {
        StepExecution seat = repository.getStepExecution(id);
        if (seat != null && seat.getStatus().isRunning()) {
            seat.setStatus(BatchStatus.FAILED);
            seat.setExitStatus(ExitStatus.FAILED);
            seat.setEndTime(LocalDateTime.now());
            repository.update(seat);
        }
    }
}

package org.crossfoot.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.crossfoot.job.step.DateDrafts;
import org.crossfoot.job.step.DateResult;
import org.crossfoot.job.step.FailedDate;
import org.crossfoot.job.step.Publish;
import org.crossfoot.job.step.ReadWaiting;
import org.crossfoot.job.step.Receive;
import org.crossfoot.job.step.ReconcileDate;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.job.step.StoreReadings;
import org.crossfoot.job.step.StoreRevisions;
import org.crossfoot.job.step.WorkAhead;
import org.crossfoot.job.work.Readers;
import org.crossfoot.job.work.Seating;
import org.crossfoot.known.ReadReport;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.report.PublishedFolder;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.FlowJobBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job {@code reconcile}: receive, intake, reconcile, publish. What is left to do always stands in the ledger and is taken
 * off in the commit that does it, so a restart goes on after the last commit.
 */
final class ReconcileJob {

    static final String NAME = "reconcile";

    private static final int REPORTS_A_COMMIT = 8;
    private static final int DATES_A_COMMIT = 8;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final DataSource database;
    private final AsyncTaskExecutor threads;
    private final Consumer<JobExecution> started;
    private final RunContext context;
    private final Ledger ledger;
    private final PublishedFolder folder;
    private final DateDrafts.Folders folders;
    private final DateDrafts drafts;
    private final ReconcileDate dates;

    /** @param started is told of the execution when it begins */
    ReconcileJob(JobRepository repository, PlatformTransactionManager transactions, DataSource database,
            AsyncTaskExecutor threads, Consumer<JobExecution> started, RunContext context) {
        this.repository = repository;
        this.transactions = transactions;
        this.database = database;
        this.threads = threads;
        this.started = started;
        this.context = context;
        this.ledger = context.ledger();
        this.folder = new PublishedFolder(context.workspace().output());
        this.folders = new DateDrafts.Folders(ledger, folder);
        this.drafts = new DateDrafts(context, folders);
        this.dates = new ReconcileDate(context, drafts);
    }

    Job job() {
        Step receive = receive();
        Optional<Seating> seating = seating();
        Step intake = intake(seating);
        Step reconcile = reconcile();
        Optional<Step> seats = seating.map(Seating::step);
        String completed = ExitStatus.COMPLETED.getExitCode();
        FlowBuilder<FlowJobBuilder> flow = new JobBuilder(NAME, repository)
                .listener(new JobExecutionListener() {
                    @Override
                    public void beforeJob(JobExecution execution) {
                        started.accept(execution);
                    }
                })
                .start(receive).on(Receive.NOTHING_NEW).end()
                .from(receive).on(completed).to(intake)
                .from(intake).on(completed).to(seats.orElse(reconcile))
                .from(reconcile).on(completed).to(publish());
        return seats.map(step -> flow.from(step).on(completed).to(reconcile)).orElse(flow).end().build();
    }

    private Step receive() {
        return new StepBuilder("receive", repository).tasklet(new Receive(context, threads), transactions).build();
    }

    private Step intake(Optional<Seating> seating) {
        ReadWaiting reading = new ReadWaiting(context);
        Optional<Readers> readers = seating.map(each -> each.readers(reading));
        ChunkOrientedStepBuilder<ReadReport.ReportRead, ReadReport.ReportRead> step = new StepBuilder("intake", repository)
                .<ReadReport.ReportRead, ReadReport.ReportRead>chunk(REPORTS_A_COMMIT).transactionManager(transactions)
                .reader(new Each<>("intake", () -> ledger.reports().waiting(), new WorkAhead<Long, ReadReport.ReportRead>(threads,
                        REPORTS_A_COMMIT, readers.isPresent() ? readers.get()::of : reading::process)))
                .writer(new StoreReadings(context));
        readers.ifPresent(step::listener);
        return step.build();
    }

    /** What workers take part in, where the ledger is on a server; what they leave is done as where there are none. */
    private Optional<Seating> seating() {
        return context.workspace().server().isEmpty() || context.isRerun() ? Optional.empty()
                : Optional.of(new Seating(context, repository, transactions, database, threads, drafts));
    }

    private Step reconcile() {
        // Drafts are known to the execution that made them: one that goes on with publishing makes them again.
        return new StepBuilder(NAME, repository).allowStartIfComplete(true)
                .<DateResult, DateResult>chunk(DATES_A_COMMIT).transactionManager(transactions)
                .reader(new EachDate(dates))
                .processor(result -> result instanceof DateResult.CommitFilled ? null : result)
                .writer(new StoreRevisions(context, drafts, transactions)).build();
    }

    /**
     * Those that wait, and those that are still to be published: their folders are drafted from what reconciling them says.
     * Of those that wait a rerun reconciles its one date; the others go on waiting for the next run, as does what failed in
     * this run, before it was interrupted too. Later dates go first, since they may tell otherwise of earlier ones.
     */
    private SortedSet<LocalDate> datesToReconcile(List<Unpublished> unpublished) {
        if (context.workspace().server().isPresent()) {
            takeBackWhatWaits();
        }
        List<LocalDate> waiting = ledger.dates().waiting();
        SortedSet<LocalDate> dates = new TreeSet<>(Comparator.reverseOrder());
        dates.addAll(waiting);
        dates.addAll(folders.notLaidOut(unpublished));
        if (context.isRerun()) {
            waiting.stream().filter(date -> !date.equals(context.run().businessDate())).forEach(dates::remove);
        }
        FailedDate.of(context.run().id(), ledger).forEach(failed -> dates.remove(failed.date()));
        return dates;
    }

    /** In a commit of its own: other threads, which look by other connections, are to see it when the first date is begun. */
    private void takeBackWhatWaits() {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.executeWithoutResult(status -> ledger.takeBackWhatWaits());
    }

    private Step publish() {
        return new StepBuilder("publish", repository)
                .tasklet(new Publish(context, folder, drafts, folders, dates), transactions).build();
    }

    /**
     * Gives, one by one, what came of each thing that is waiting when the step begins. The threads go on while a commit is
     * written: what is worked at looks at nothing that the same step stores of another.
     */
    private class Each<T, R> implements ItemStreamReader<R> {

        private final String task;
        private final Supplier<? extends Collection<T>> waiting;
        private final WorkAhead<T, R> ahead;
        private boolean begun;

        public Each(String task, Supplier<? extends Collection<T>> waiting, WorkAhead<T, R> ahead) {
            this.task = task;
            this.waiting = waiting;
            this.ahead = ahead;
        }

        @Override
        public R read() throws IOException {
            if (!begun) {
                begin(waiting.get());
            }
            return ahead.next();
        }

        void begin(Collection<T> all) {
            begun = true;
            context.progress().begin(task, all.size());
            ahead.begin(all);
        }

        /** However the step ended, nothing of it goes on. */
        @Override
        public void close() {
            ahead.end();
        }
    }

    /**
     * What came of each date; of one that failed last of all, when it was tried once more with no other thread at work: memory
     * that it lacked may have been theirs. When all that came is stored, of those that were let wait meanwhile, by later dates
     * that tell otherwise of them.
     */
    private final class EachDate extends Each<LocalDate, DateResult> {

        private final ReconcileDate work;
        private final Queue<LocalDate> again = new ArrayDeque<>();
        private int read;

        EachDate(ReconcileDate work) {
            super(NAME, () -> datesToReconcile(ledger.revisions().unpublished()),
                    new WorkAhead<>(threads, DATES_A_COMMIT, work::process));
            this.work = work;
        }

        @Override
        public DateResult read() throws IOException {
            DateResult result = next();
            if (result == null && read % DATES_A_COMMIT > 0) {
                result = new DateResult.CommitFilled(context.run().businessDate());
            } else if (result == null) {
                SortedSet<LocalDate> waiting = datesToReconcile(List.of());
                if (!waiting.isEmpty()) {
                    begin(waiting);
                    result = next();
                }
            }
            read++;
            return result;
        }

        private DateResult next() throws IOException {
            DateResult result = super.read();
            while (result instanceof FailedDate failed) {
                again.add(failed.date());
                result = super.read();
            }
            return result != null || again.isEmpty() ? result : work.process(again.remove());
        }
    }
}

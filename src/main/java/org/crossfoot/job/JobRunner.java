package org.crossfoot.job;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.job.work.Seating;
import org.crossfoot.store.FailureInWords;
import org.crossfoot.store.JobFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** Starts the job of a run, or goes on with it where it was begun; all under the lock. */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final long SECONDS_TO_STOP = 4;
    private static final int SECONDS_FOR_THREADS = 60;
    private static final Map<String, String> DOING = Map.of("receive", "reports were received", "intake", "reports were read",
            ReconcileJob.NAME, "dates were reconciled", Seating.NAME, "dates were reconciled", "publish", "dates were published");

    private final JobRepository repository;
    private final JobOperator operator;
    private final PlatformTransactionManager transactions;
    private final DataSource database;
    private final AtomicReference<JobExecution> running = new AtomicReference<>();

    JobRunner(ApplicationContext context) {
        this.repository = context.getBean(JobRepository.class);
        this.operator = context.getBean(JobOperator.class);
        this.transactions = context.getBean(PlatformTransactionManager.class);
        this.database = context.getBean(DataSource.class);
    }

    /** The job's execution, which is complete; the last one where it was complete already. */
    JobExecution run(RunContext context) throws JobFailure {
        JobParameters parameters = new JobParametersBuilder().addString("run", context.run().id())
                .addString("date", context.run().businessDate().toString()).toJobParameters();
        JobExecution last = repository.getLastJobExecution(ReconcileJob.NAME, parameters);
        if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
            return last;
        }
        ThreadPoolTaskExecutor threads = threads();
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop = new Thread(() -> stop(ended), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            Job job = new ReconcileJob(repository, transactions, database, threads, running::set, context).job();
            JobExecution execution = operator.start(job, parameters);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw failure(execution);
            }
            return execution;
        } catch (JobExecutionException e) {
            throw new JobFailure("the job could not be started: " + e.getMessage(), e);
        } finally {
            threads.shutdown();
            ended.countDown();
            removeHook(stop);
        }
    }

    private static ThreadPoolTaskExecutor threads() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(Runtime.getRuntime().availableProcessors());
        threads.setDaemon(true);
        // What goes on beyond the job's end would meet the one that is started again in its place.
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(SECONDS_FOR_THREADS);
        threads.initialize();
        return threads;
    }

    /** On a signal: stops at the next commit, and holds the process until then. */
    private void stop(CountDownLatch ended) {
        JobExecution execution = running.get();
        if (execution != null) {
            // The steps that run end at their next commit, and no further step begins.
            execution.setStatus(BatchStatus.STOPPING);
            execution.getStepExecutions().forEach(StepExecution::setTerminateOnly);
        }
        try {
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("the job did not stop in time; the next run recovers it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            LOG.debug("the process is ending already", e);
        }
    }

    private static JobFailure failure(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return JobFailure.stopped();
        }
        Throwable cause = execution.getAllFailureExceptions().stream().findFirst().orElse(null);
        String why = cause == null ? execution.getExitStatus().getExitDescription() : FailureInWords.of(cause);
        return new JobFailure(doing(execution) + why, cause);
    }

    private static String doing(JobExecution execution) {
        return execution.getStepExecutions().stream().filter(step -> step.getStatus() != BatchStatus.COMPLETED
                && DOING.containsKey(step.getStepName())).findFirst()
                .map(step -> "while " + DOING.get(step.getStepName()) + " for "
                + execution.getJobParameters().getString("date") + ": ").orElse("");
    }
}

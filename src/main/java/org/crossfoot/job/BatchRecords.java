package org.crossfoot.job;

import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Spring Batch's own records, under the lock. What a killed process left in them would block its restart and is mended; of old
 * runs they are taken away, since the ledger itself keeps what they did.
 */
final class BatchRecords {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRecords.class);
    private static final int KEPT = 30;
    private static final int AT_ONCE = 100;

    private final JobRepository repository;
    private final JobOperator operator;
    private final JdbcClient database;

    BatchRecords(ApplicationContext context) {
        this.repository = context.getBean(JobRepository.class);
        this.operator = context.getBean(JobOperator.class);
        this.database = JdbcClient.create(context.getBean(DataSource.class));
    }

    void tidy() {
        recoverKilled();
        mendUncertain();
        deleteNeverExecuted();
        deleteOld();
    }

    private void recoverKilled() {
        for (JobExecution left : repository.findRunningJobExecutions(ReconcileJob.NAME)) {
            LOG.warn("an execution that was killed is set to be restarted");
            operator.recover(left);
        }
    }

    /**
     * Executions whose end, or a step's, could not be written: Spring Batch does not know what was committed and would not go on.
     * The ledger does: what is left to do is taken off in the commit that does it.
     */
    private void mendUncertain() {
        List<Long> uncertain = database.sql("""
                select job_execution_id from batch_job_execution e
                where e.status = 'UNKNOWN' or e.status in ('FAILED', 'STOPPED') and exists (select 1 from batch_step_execution s
                  where s.job_execution_id = e.job_execution_id \
                and s.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN'))""")
                .query(Long.class).list();
        for (Long id : uncertain) {
            LOG.warn("an execution whose end could not be written is set to be restarted");
            JobExecution execution = repository.getJobExecution(id);
            LocalDateTime now = LocalDateTime.now();
            for (StepExecution step : execution.getStepExecutions()) {
                if (step.getStatus() != BatchStatus.COMPLETED) {
                    step.setStatus(BatchStatus.FAILED);
                    step.setEndTime(now);
                    repository.update(step);
                }
            }
            execution.setStatus(BatchStatus.FAILED);
            execution.setEndTime(now);
            repository.update(execution);
        }
    }

    private void deleteNeverExecuted() {
        List<Long> never = database.sql("""
                select job_instance_id from batch_job_instance i
                where not exists (select 1 from batch_job_execution e where e.job_instance_id = i.job_instance_id)""")
                .query(Long.class).list();
        for (Long instance : never) {
            LOG.info("a job that was killed before it was executed is taken away");
            repository.deleteJobInstance(repository.getJobInstance(instance));
        }
    }

    private void deleteOld() {
        int deleted = 0;
        List<JobInstance> old = repository.getJobInstances(ReconcileJob.NAME, KEPT, AT_ONCE);
        while (!old.isEmpty()) {
            old.forEach(repository::deleteJobInstance);
            deleted += old.size();
            old = repository.getJobInstances(ReconcileJob.NAME, KEPT, AT_ONCE);
        }
        if (deleted > 0) {
            LOG.info("took away the job's records of {} older than the last {}",
                    deleted == 1 ? "a run" : deleted + " runs", KEPT);
        }
    }
}

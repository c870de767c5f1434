package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring Batch's own tables do not grow with the nights. */
class BatchRecordsTest {

    @TempDir
    Path home;

    private static Map<String, Long> rows(ApplicationContext context) {
        JdbcClient database = JdbcClient.create(context.getBean(DataSource.class));
        Map<String, Long> rows = new TreeMap<>();
        for (String table : database.sql("select table_name from information_schema.tables where table_name like 'BATCH%'")
                .query(String.class).list()) {
            rows.put(table, database.sql("select count(*) from " + table).query(Long.class).single());
        }
        return rows;
    }

    private static JobParameters night(int number) {
        return new JobParametersBuilder().addString("run", "night-" + number).addString("date", "2025-01-26").toJobParameters();
    }

    @Test
    void ofThreeYearsOfNightsTheLastThirtyStay() throws Exception {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956");
        Files.createDirectories(nights.workspace.ledger());
        try (var context = LedgerConfiguration.open(nights.workspace)) {
            JobRepository repository = context.getBean(JobRepository.class);
            for (int number = 0; number < 1_100; number++) {
                JobExecution execution = repository.createJobExecution(repository.createJobInstance(ReconcileJob.NAME,
                        night(number)), night(number), new ExecutionContext());
                repository.createStepExecution("receive", execution);
                execution.setStatus(BatchStatus.COMPLETED);
                execution.setEndTime(LocalDateTime.of(2025, 1, 27, 3, 0));
                repository.update(execution);
            }

            new BatchRecords(context).tidy();

            assertThat(rows(context)).allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThanOrEqualTo(60))
                    .containsEntry("BATCH_JOB_INSTANCE", 30L)
                    .containsEntry("BATCH_JOB_EXECUTION", 30L)
                    .containsEntry("BATCH_STEP_EXECUTION", 30L).containsEntry("BATCH_JOB_EXECUTION_PARAMS", 60L)
                    .containsEntry("BATCH_STEP_EXECUTION_CONTEXT", 30L).containsEntry("BATCH_JOB_EXECUTION_CONTEXT", 30L);
            assertThat(repository.getLastJobExecution(ReconcileJob.NAME, night(1_099))).as("the newest").isNotNull();
            assertThat(repository.getLastJobExecution(ReconcileJob.NAME, night(1_069))).as("the 31st newest").isNull();
        }
    }

    @Test
    void fortyRealNightsLeaveAsManyRecordsAsThirtyOne() throws Exception {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956");
        for (int night = 0; night < 40; night++) {
            nights.run("2025-01-26");
        }
        try (var context = LedgerConfiguration.open(nights.workspace)) {
            assertThat(rows(context)).containsEntry("BATCH_JOB_INSTANCE", 31L).containsEntry("BATCH_STEP_EXECUTION", 31L);
        }
    }

    /** A database that fails once can take the job's record of its own end with it, or that of a step. */
    @ParameterizedTest
    @CsvSource({"UNKNOWN, FAILED", "UNKNOWN, UNKNOWN", "FAILED, STARTED", "FAILED, UNKNOWN"})
    void anExecutionWhoseEndCouldNotBeWrittenIsGoneOnWith(String job, String step) {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956");
        nights.run("2025-01-26");
        try (var context = LedgerConfiguration.open(nights.workspace)) {
            JdbcClient database = JdbcClient.create(context.getBean(DataSource.class));
            database.sql("update run set ended = null, exit_code = null").update();
            database.sql("update batch_job_execution set status = ?").param(job).update();
            database.sql("update batch_step_execution set status = ? where step_name = 'publish'").param(step).update();
        }
        nights.unsealed();

        assertThat(nights.all("run", "2025-01-26")).extracting(RunReport::run).containsExactly("run-1", "run-2");
    }
}

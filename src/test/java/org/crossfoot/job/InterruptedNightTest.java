package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.crossfoot.PostgresServer;
import org.crossfoot.job.step.Progress;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.JobFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights that fail or are killed, and what the next one makes of them. */
class InterruptedNightTest {

    @TempDir
    Path home;

    private Nights nights;
    private Nights undisturbed;

    @BeforeEach
    void twentyDaysAndAContradiction() {
        nights = Nights.withTwoSources(home);
        for (int day = 10; day < 30; day++) {
            nights.arrests("ice/" + day + ".csv", "2025-01-" + day, String.valueOf(100 + day));
        }
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179");
        undisturbed = new Nights(nights.workspace.input(), home.resolve("undisturbed"));
    }

    @Test
    void theFourStepsRunInOrderAndTheRecordOfItIsInTheDatabase() {
        nights.run("2025-01-26");

        inLedger(context -> {
            JobRepository repository = context.getBean(JobRepository.class);
            assertThat(AopUtils.getTargetClass(repository)).isEqualTo(SimpleJobRepository.class);
            assertThat(steps(last(repository))).containsExactly("receive", "intake", "reconcile", "publish");
            assertThat(JdbcClient.create(context.getBean(DataSource.class))
                    .sql("select status from batch_job_execution").query(String.class).list()).containsExactly("COMPLETED");
        });
    }

    @Test
    void aNightWithNothingNewHasOneStep() {
        nights.run("2025-01-26");
        nights.run("2025-01-26");

        inLedger(context -> {
            JobExecution execution = last(context.getBean(JobRepository.class));
            assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(steps(execution)).containsExactly("receive");
        });
    }

    @Test
    void onlyTheTouchedDatesAreReconciled() {
        nights.run("2025-01-26");
        nights.arrests("nbc/27.csv", "2025-01-15", "115").run("2025-01-26");

        inLedger(context -> assertThat(last(context.getBean(JobRepository.class)).getStepExecutions()).filteredOn(step ->
                step.getStepName().equals("reconcile")).singleElement()
                .satisfies(step -> assertThat(step.getWriteCount()).isOne()));
    }

    /** The steps of a first night: 21 reports received, 21 read, 20 dates reconciled, 20 published. */
    @ParameterizedTest
    @ValueSource(ints = {1, 21, 30, 43, 50, 63, 82})
    void theNextNightFinishesAnInterruptedOneWithTheBytesOfAnUndisturbedOne(int failAt) {
        undisturbed.run("2025-01-26");
        assertThatThrownBy(() -> nights.watchedBy(failingAt(failAt)).night("run", "2025-01-26").run())
                .isInstanceOf(JobFailure.class).hasMessageContaining("the disk is full");

        List<RunReport> runs = nights.watchedBy(Progress.NONE).all("run", "2025-01-26");

        assertThat(runs).extracting(RunReport::run).containsExactly("run-1", "run-2");
        assertThat(runs).extracting(RunReport::exitCode).containsExactly(1, 1);
        assertThat(runs.get(1).nothing()).isTrue();
        assertThat(nights.published()).isEqualTo(undisturbed.published());
        assertThat(runs.get(0).published()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 50, 63, 82})
    void andSoItDoesWithItsLedgerOnAServer(int failAt) {
        nights = nights.onServer(PostgresServer.newDatabase(), home.resolve("output"));
        theNextNightFinishesAnInterruptedOneWithTheBytesOfAnUndisturbedOne(failAt);
    }

    @Test
    void aNightThatFailsAgainAndAgainIsFinishedInTheEnd() {
        undisturbed.run("2025-01-26");
        for (int failAt : new int[] {25, 1, 9, 3, 2}) {
            assertThatThrownBy(() -> nights.watchedBy(failingAt(failAt)).night("run", "2025-01-26").run())
                    .isInstanceOf(JobFailure.class);
        }

        nights.watchedBy(Progress.NONE).run("2025-01-26");

        assertThat(nights.published()).isEqualTo(undisturbed.published());
    }

    @Test
    void whatComesBetweenTheFailureAndTheNextNightIsTakenInByTheNextNight() {
        assertThatThrownBy(() -> nights.watchedBy(failingAt(30)).night("run", "2025-01-26").run()).isInstanceOf(JobFailure.class);

        List<RunReport> runs = nights.arrests("nbc/15.csv", "2025-01-15", "200").watchedBy(Progress.NONE)
                .all("run", "2025-01-27");

        assertThat(Nights.made(runs.get(0))).hasSize(20).contains("2025-01-15=1");
        assertThat(Nights.made(runs.get(1))).containsExactly("2025-01-15=2");
    }

    @Test
    void whatWasPublishedBeforeStandsWhileANightFails() {
        nights.run("2025-01-26");
        var before = nights.published();
        nights.arrests("nbc/26.csv", "2025-01-26", "1,000").arrests("nbc/15.csv", "2025-01-15", "200");

        assertThatThrownBy(() -> nights.watchedBy(failingAt(24)).night("run", "2025-01-26").run()).isInstanceOf(JobFailure.class);

        assertThat(nights.published()).isEqualTo(before);
    }

    @Test
    void anExecutionThatWasKilledIsRecovered() {
        undisturbed.run("2025-01-26");
        inLedger(context -> {
            JobRepository repository = context.getBean(JobRepository.class);
            JobParameters parameters = begin(context);
            JobExecution killed = repository.createJobExecution(instance(repository, parameters), parameters,
                    new ExecutionContext());
            killed.setStatus(BatchStatus.STARTED);
            killed.setStartTime(LocalDateTime.of(2025, 1, 27, 2, 30));
            repository.update(killed);
            StepExecution step = repository.createStepExecution("receive", killed);
            step.setStatus(BatchStatus.STARTED);
            repository.update(step);
        });

        List<RunReport> runs = nights.all("run", "2025-01-26");

        assertThat(runs).extracting(RunReport::run).containsExactly("killed", "run-1");
        assertThat(nights.published()).isEqualTo(undisturbed.published());
    }

    @Test
    void aJobInstanceThatWasNeverExecutedDoesNotBlockItsRun() {
        undisturbed.run("2025-01-26");
        inLedger(context -> instance(context.getBean(JobRepository.class), begin(context)));

        List<RunReport> runs = nights.all("run", "2025-01-26");

        assertThat(runs).extracting(RunReport::run).containsExactly("killed", "run-1");
        assertThat(nights.published()).isEqualTo(undisturbed.published());
    }

    @Test
    void aJobThatWasCompleteIsNotRunAgainWhenOnlyItsReportIsLacking() {
        nights.run("2025-01-26");
        inLedger(context -> JdbcClient.create(context.getBean(DataSource.class))
                .sql("update run set ended = null, exit_code = null").update());

        List<RunReport> runs = nights.unsealed().all("run", "2025-01-26");

        assertThat(runs).extracting(RunReport::run).containsExactly("run-1", "run-2");
        assertThat(runs.get(0).published()).hasSize(20);
        assertThat(runs.get(0).exitCode()).isOne();
    }

    /** A run that has begun, with the settings as they are, and its parameters. */
    private JobParameters begin(ApplicationContext context) {
        Ledger ledger = context.getBean(Ledger.class);
        try {
            SettingsFiles files = SettingsFiles.readFrom(nights.workspace.input());
            SettingsSnapshot snapshot = SettingsSnapshot.keep(files, SettingsReader.read(files), ledger.archive());
            ledger.runs().begin(new Run("killed", Runs.Command.RUN, LocalDate.parse("2025-01-26"), snapshot.id(),
                    Instant.parse("2025-01-27T07:30:00Z"), null, null));
        } catch (IOException | SettingsException e) {
            throw new AssertionError(e);
        }
        return new JobParametersBuilder().addString("run", "killed").addString("date", "2025-01-26").toJobParameters();
    }

    private static JobInstance instance(JobRepository repository, JobParameters parameters) {
        return repository.createJobInstance(ReconcileJob.NAME, parameters);
    }

    private interface Watcher {
        void at(String task, int step);
    }

    private static Progress failingAt(int count) {
        AtomicInteger all = new AtomicInteger();
        return watching((task, step) -> {
            if (step > 0 && all.incrementAndGet() == count) {
                throw new IllegalStateException("the disk is full");
            }
        });
    }

    /** The watcher is told of the beginning of a task as step 0. */
    private static Progress watching(Watcher watcher) {
        return new Progress() {
            private String task;
            private int step;

            @Override
            public synchronized void begin(String begun, long steps) {
                task = begun;
                step = 0;
                watcher.at(task, 0);
            }

            @Override
            public synchronized void step() {
                watcher.at(task, ++step);
            }
        };
    }

    private static List<String> steps(JobExecution execution) {
        return execution.getStepExecutions().stream().map(StepExecution::getStepName).toList();
    }

    private static JobExecution last(JobRepository repository) {
        return repository.getLastJobExecution(repository.getLastJobInstance(ReconcileJob.NAME));
    }

    private void inLedger(Consumer<ApplicationContext> look) {
        try {
            Files.createDirectories(nights.workspace.ledger());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var context = LedgerConfiguration.open(nights.workspace)) {
            look.accept(context);
        }
    }
}

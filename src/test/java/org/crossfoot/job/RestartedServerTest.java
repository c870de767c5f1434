package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossfoot.PostgresServer;
import org.crossfoot.job.step.Progress;
import org.crossfoot.job.work.Worker;
import org.crossfoot.store.JobFailure;
import org.crossfoot.store.OutputLock;
import org.crossfoot.store.RunningException;
import org.crossfoot.store.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * The server of the ledger is stopped while a night is at work, and started again: nobody sees a difference. For two seconds; for
 * more with {@code -Dcrossfoot.away=30}.
 */
class RestartedServerTest {

    private static final String DATE = "2025-01-26";
    private static final int SECONDS_AWAY = Integer.getInteger("crossfoot.away", 2);

    private static PostgresServer.Restarted server;

    @TempDir
    Path home;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private String address;
    private Nights nights;
    private Nights undisturbed;

    @BeforeAll
    static void aServer(@TempDir Path data) {
        server = new PostgresServer.Restarted(data);
    }

    @AfterAll
    static void noServer() {
        server.close();
    }

    @BeforeEach
    void twentyDaysAndAContradiction() {
        undisturbed = Nights.withTwoSources(home);
        for (int day = 10; day < 30; day++) {
            undisturbed.arrests("ice/" + day + ".csv", "2025-01-" + day, String.valueOf(100 + day));
        }
        undisturbed.arrests("nbc/26.csv", DATE, "1,179");
        address = server.newDatabase();
        nights = undisturbed.onServer(address, home.resolve("on-server"));
        undisturbed.run(DATE);
        log.start();
        ((Logger) LoggerFactory.getLogger(Night.class)).addAppender(log);
    }

    @AfterEach
    void nobodyListens() {
        ((Logger) LoggerFactory.getLogger(Night.class)).detachAppender(log);
    }

    private static Progress at(int count, Runnable what) {
        AtomicInteger all = new AtomicInteger();
        return new Progress() {
            @Override
            public void begin(String task, long steps) {
                // What is counted is what was done.
            }

            @Override
            public void step() {
                if (all.incrementAndGet() == count) {
                    what.run();
                }
            }
        };
    }

    private static void restart() {
        server.stop();
        CompletableFuture.runAsync(server::startAgain, CompletableFuture.delayedExecutor(SECONDS_AWAY, TimeUnit.SECONDS));
    }

    private List<String> warnings() {
        return log.list.stream().filter(line -> line.getLevel() == Level.WARN).map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** The steps of a first night: 21 reports received, 21 read, 20 dates reconciled, 20 published. */
    @ParameterizedTest
    @ValueSource(ints = {5, 30, 51, 70})
    void theNightGoesOnInTheSameProcessWithTheBytesAndTheExitCodeOfAnUndisturbedOne(int step) {
        List<RunReport> runs = nights.watchedBy(at(step, RestartedServerTest::restart)).all("run", DATE);

        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.run()).isEqualTo("run-1");
            assertThat(run.exitCode()).isOne();
            assertThat(run.published()).hasSize(20);
            assertThat(run.read()).hasSize(21);
        });
        assertThat(nights.published()).isEqualTo(undisturbed.published());
        assertThat(warnings().get(0)).isEqualTo("the server of the ledger went away; this run waits for it, at most 120 s,"
                + " and goes on from the last commit");
        assertThat(warnings()).filteredOn(line -> line.contains("went away")).hasSize(1);
        assertThat(server.ask(address, "select count(*) || ' ' || count(ended) from crossfoot.run")).isEqualTo("1 1");
        assertThat(nights.watchedBy(Progress.NONE).run(DATE).nothing()).isTrue();
    }

    @Test
    void soDoesANightThatMakesTheLedgerAnewAndItIsSetAsideOnce() {
        nights.run(DATE);

        RunReport anew = nights.rebuilding(true).watchedBy(at(50, RestartedServerTest::restart)).run(DATE);

        assertThat(anew.exitCode()).isOne();
        assertThat(nights.published()).isEqualTo(undisturbed.published());
        assertThat(server.ask(address, "select string_agg(nspname, ' ') from pg_namespace where nspname like 'crossfoot%set%'"))
                .isEqualTo("crossfoot_set_aside_1");
    }

    @Test
    void soDoesANightThatFirstFinishesAnotherOneAndBothAreTold() {
        assertThatThrownBy(() -> nights.watchedBy(at(30, () -> {
            throw new IllegalStateException("the disk is full");
        })).night("run", DATE).run()).isInstanceOf(JobFailure.class);

        List<RunReport> runs = nights.watchedBy(at(40, RestartedServerTest::restart)).all("run", DATE);

        assertThat(runs).extracting(RunReport::run).containsExactly("run-1", "run-2");
        assertThat(nights.published()).isEqualTo(undisturbed.published());
    }

    @Test
    void soDoesANightWithAWorker() throws Exception {
        nights.run(DATE);
        for (int day = 10; day < 30; day++) {
            undisturbed.arrests("nbc/all-" + day + ".csv", "2025-01-" + day, String.valueOf(200 + day));
        }
        undisturbed.run(DATE);
        Worker worker = new Worker(new Workspace(home.resolve("nowhere"), home.resolve("nowhere/out"), Optional.of(address),
                nights.workspace.archive()), "test", "one");
        CompletableFuture<Void> working = CompletableFuture.runAsync(() -> {
            try {
                worker.work();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        for (int i = 0; i < 200 && server.ask(address, "select count(*) from crossfoot.batch_worker").equals("0"); i++) {
            Thread.sleep(25);
        }
        AtomicInteger stages = new AtomicInteger();
        nights.stagesWatchedBy((date, stage) -> {
            if (stages.incrementAndGet() == 20) {
                restart();
            }
        });

        RunReport run = nights.run(DATE);

        assertThat(run.exitCode()).isOne();
        assertThat(nights.published()).isEqualTo(undisturbed.published());
        assertThat(warnings()).filteredOn(line -> line.contains("went away")).hasSize(1);
        worker.stop();
        working.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aServerThatDoesNotComeBackIsWaitedForNoLongerThanSaid() {
        long began = System.nanoTime();
        Night night = nights.watchedBy(at(50, server::stop)).night("run", DATE).waitingFor(Duration.ofSeconds(2));

        assertThatThrownBy(night::run).isInstanceOf(JobFailure.class)
                .hasMessageMatching("the server of the ledger went away while this run was at work, and did not"
                + " let it go on within 2 s: the server of the ledger cannot be reached, or went away [(].*[)];"
                + " see whether it runs, and what --ledger names");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
        server.startAgain();

        List<RunReport> runs = nights.watchedBy(Progress.NONE).all("run", DATE);

        assertThat(runs).extracting(RunReport::run).containsExactly("run-1", "run-2");
        assertThat(nights.published()).isEqualTo(undisturbed.published());
    }

    @Test
    void aRunOfAnotherMachineThatTookTheLockMeanwhileIsLeftAlone() throws Exception {
        Workspace other = new Workspace(home.resolve("input"), home.resolve("other")).withLedger(Optional.of(address));
        OutputLock[] taken = new OutputLock[1];
        Night night = nights.watchedBy(at(50, () -> {
            server.stop();
            server.startAgain();
            try {
                taken[0] = OutputLock.take(other, "run-of-another-machine");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RunningException e) {
                throw new AssertionError(e);
            }
        })).night("run", DATE).waitingFor(Duration.ofMillis(100));

        assertThatThrownBy(night::run).isInstanceOf(JobFailure.class).hasMessage("the server of the ledger went away while this"
                + " run was at work, and another run is at work on the ledger " + address + " (run " + taken[0]
                + "), which goes on with what this one had begun");
        assertThat(server.ask(address, "select count(*) from crossfoot.run where ended is null")).isEqualTo("1");
        taken[0].close();
        nights.watchedBy(Progress.NONE).run(DATE);
        assertThat(nights.published()).isEqualTo(undisturbed.published());
    }
}

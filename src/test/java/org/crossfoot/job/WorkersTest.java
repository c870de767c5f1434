package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.crossfoot.PostgresServer;
import org.crossfoot.job.step.Progress;
import org.crossfoot.job.work.Seating;
import org.crossfoot.job.work.Worker;
import org.crossfoot.ledger.Dates;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.store.OutputLock;
import org.crossfoot.store.Workers;
import org.crossfoot.store.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Workers take part in a night on a server: what is published is what a night with H2's file publishes by itself. */
class WorkersTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final int DAYS = 28;
    private static final String DAY = FIRST.plusDays(DAYS).toString();

    @TempDir
    Path home;

    private String address;
    private Nights alone;
    private Nights together;
    private final List<Worker> workers = new ArrayList<>();
    private final List<CompletableFuture<Throwable>> ended = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void aLedgerOfEachKindWithOneNight() {
        address = PostgresServer.newDatabase();
        alone = Nights.withTwoSources(home);
        together = alone.onServer(address, home.resolve("together"));
        alone.arrests("ice/first.csv", "2025-01-01", "956").run("2025-01-01");
        together.run("2025-01-01");
        log.start();
        ((Logger) LoggerFactory.getLogger(Seating.class)).addAppender(log);
    }

    @AfterEach
    void nobodyWorksAnyMore() throws Exception {
        ((Logger) LoggerFactory.getLogger(Seating.class)).detachAppender(log);
        workers.forEach(Worker::stop);
        for (CompletableFuture<Throwable> each : ended) {
            each.get(20, TimeUnit.SECONDS);
        }
    }

    /** Four weeks of days from two publishers, who differ now and then, and weeks that contradict their days. */
    private void fourWeeks() {
        for (int day = 0; day < DAYS; day++) {
            String date = FIRST.plusDays(day).toString();
            alone.arrests("ice/" + date + ".csv", date, String.valueOf(900 + day));
            alone.arrests("nbc/" + date + ".csv", date, String.valueOf(900 + day + (day % 5 == 2 ? 40 : 0)));
        }
        for (int week = 0; week < DAYS / 7; week++) {
            LocalDate first = FIRST.plusDays(week * 7);
            int sum = 0;
            for (int day = week * 7; day < week * 7 + 7; day++) {
                sum += 900 + day;
            }
            String period = first.plusDays(7) + "," + first + "," + first.plusDays(6) + ",us,arrests,";
            alone.report("ice/week-" + week + ".csv", period + (sum + (week % 2 == 0 ? 40 : 0)));
        }
    }

    private void employ(String name, String version) {
        employ(name, version, together.workspace.archive());
    }

    private void employ(String name, String version, Path archive) {
        Worker worker = new Worker(new Workspace(home.resolve("nowhere"), home.resolve("nowhere/out"), Optional.of(address),
                archive), version, name);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        new Thread(() -> {
            try {
                worker.work();
                end.complete(null);
            } catch (Exception | Error e) {
                end.complete(e);
            }
        }, name).start();
        workers.add(worker);
        ended.add(end);
        until("select count(*) from crossfoot.batch_worker where worker = '" + name + "'", "1");
    }

    private String ask(String question) {
        return PostgresServer.ask(PostgresServer.nameIn(address), question);
    }

    private void until(String question, String answer) {
        for (int i = 0; i < 400 && !ask(question).equals(answer); i++) {
            LockSupport.parkNanos(25_000_000);
        }
        assertThat(ask(question)).as(question).isEqualTo(answer);
    }

    /** The dates that each did, by the run's log. */
    private List<String> doneBy(String worker) {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).filter(line -> line.endsWith(": by " + worker)).toList();
    }

    private void sameIsPublished() {
        SortedMap<String, String> published = together.published();
        assertThat(published.keySet()).isEqualTo(alone.published().keySet());
        alone.published().forEach((file, content) -> assertThat(published.get(file)).as(file).isEqualTo(content));
    }

    @Test
    void aNightWithTwoWorkersPublishesTheSameBytes() {
        fourWeeks();
        alone.run(DAY);
        employ("one", "test");
        employ("two", "test");
        List<String> counted = new ArrayList<>();
        together.watchedBy(new Progress() {
            private String task;

            @Override
            public void begin(String begun, long steps) {
                task = begun;
                counted.add(begun + " of " + steps);
            }

            @Override
            public void step() {
                counted.add(task);
            }
        });

        together.run(DAY);

        sameIsPublished();
        assertThat(counted).contains("reconcile of " + (DAYS + 1));
        assertThat(counted.stream().filter("reconcile"::equals)).as("whoever did them").hasSizeGreaterThanOrEqualTo(DAYS + 1);
        assertThat(doneBy("one")).isNotEmpty();
        assertThat(doneBy("two")).isNotEmpty();
        assertThat(ask("select count(*) from crossfoot.tie")).as("later dates tell otherwise of earlier ones").isNotEqualTo("0");
        assertThat(ask("select count(*) from crossfoot.seat_date")).isEqualTo("0");
        assertThat(ask("select count(*) from crossfoot.batch_channel_message")).isEqualTo("0");
        assertThat(ask("select count(*) from crossfoot.batch_step_execution where status in ('STARTING', 'STARTED')"))
                .isEqualTo("0");
    }

    @Test
    void anotherVersionOfTheProgramTakesNoPartAndIsToldSo() throws Exception {
        fourWeeks();
        alone.run(DAY);
        employ("older", "0.1");

        together.run(DAY);

        sameIsPublished();
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("worker older (0.1): takes no part, since it is another Crossfoot than this one (test)");
        assertThat(ended.get(0).get(20, TimeUnit.SECONDS)).isInstanceOf(Worker.RefusedException.class)
                .hasMessage("the run at work is of Crossfoot test, this worker of 0.1; start the same program as the run's");
    }

    @Test
    void aWorkerWithoutTheArchiveIsToldWhatToName() throws Exception {
        fourWeeks();
        alone.run(DAY);
        employ("astray", "test", home.resolve("elsewhere"));

        together.run(DAY);

        sameIsPublished();
        assertThat(ended.get(0).get(20, TimeUnit.SECONDS)).isInstanceOf(Worker.RefusedException.class)
                .hasMessageStartingWith("--archive " + home.resolve("elsewhere") + ": does not have the settings of run run-2");
    }

    /** As where somebody was frozen, and another was seated in the meantime. */
    @Test
    void whoNoLongerHasTheSeatsVersionStoresNothing() {
        fourWeeks();
        alone.run(DAY);
        employ("one", "test");
        AtomicBoolean stale = new AtomicBoolean();
        together.stagesWatchedBy((date, stage) -> {
            if (log.list.stream().anyMatch(line -> line.getFormattedMessage().contains("seats of workers"))
                    && stale.compareAndSet(false, true)) {
                PostgresServer.execute(PostgresServer.nameIn(address), "update crossfoot.batch_step_execution"
                        + " set version = version + 1 where step_name like 'seat:%' and status = 'STARTED'");
            }
        });

        together.run(DAY);

        sameIsPublished();
        String seats = " from crossfoot.batch_step_execution where step_name like 'seat:%' and status = 'FAILED'"
                + " and start_time is not null";
        assertThat(ask("select count(*) > 0" + seats)).isEqualTo("t");
        assertThat(ask("select sum(write_count)" + seats)).as("stored by those").isEqualTo("0");
    }

    /**
     * Who holds a date's row commits after another run has let the date wait again: the row would be gone, and the new report
     * never reconciled.
     */
    @Test
    void aDateThatAWorkerOfAnEarlierRunHoldsIsReconciledWithWhatIsNew() throws Exception {
        Workspace other = new Workspace(home.resolve("input"), home.resolve("other"), Optional.of(address),
                together.workspace.archive());
        Workers.SeatConnections seats;
        Ledger held;
        try (OutputLock killed = OutputLock.take(other, "run-of-yesterday"); Workers worker = Workers.ofWorker(other, "one")) {
            assertThat(killed).isNotNull();
            seats = worker.openSeats("one", worker.run().orElseThrow());
            held = Ledger.of(seats.database(), other.archive());
        }
        TransactionTemplate chunk = new TransactionTemplate(new JdbcTransactionManager(seats.database()));
        PostgresServer.execute(PostgresServer.nameIn(address), "insert into crossfoot.waiting_date values ('2025-01-01')");
        try (seats) {
            assertThatThrownBy(() -> chunk.executeWithoutResult(status -> {
                assertThat(held.seatDates().claim("run-of-yesterday", 8)).containsExactly(LocalDate.of(2025, 1, 1));
                alone.arrests("ice/first.csv", "2025-01-01", "1,001");
                CompletableFuture.runAsync(() -> together.run("2025-01-01")).join();
                held.dates().reconciled(held.dates().state(LocalDate.of(2025, 1, 1)).orElseThrow());
            })).isInstanceOfAny(DataAccessException.class, TransactionException.class);
        }
        assertThat(together.table("2025-01-01/totals.csv").get(0)).containsEntry("best", "1001");
        assertThat(ask("select count(*) from crossfoot.waiting_date")).isEqualTo("0");
    }

    /** Each lets the same dates wait, in another order. */
    @Test
    void twoThatStoreAtOnceDoNotWaitForEachOther() throws Exception {
        LocalDate one = LocalDate.of(2025, 5, 1);
        LocalDate another = LocalDate.of(2025, 5, 2);
        try (OutputLock run = OutputLock.take(together.workspace, "run");
                Workers worker = Workers.ofWorker(together.workspace, "one");
                Workers.SeatConnections seats = worker.openSeats("one", worker.run().orElseThrow())) {
            assertThat(run).isNotNull();
            CountDownLatch both = new CountDownLatch(2);
            List<CompletableFuture<Void>> stores = Stream.of(List.of(one, another), List.of(another, one))
                    .map(dates -> CompletableFuture.runAsync(() -> new TransactionTemplate(
                    new JdbcTransactionManager(seats.database())).executeWithoutResult(status -> {
                        Workers.storeAlone(JdbcClient.create(seats.database()));
                        Dates waiting = new Dates(JdbcClient.create(seats.database()));
                        waiting.wait(dates.get(0));
                        both.countDown();
                        await(both);
                        waiting.wait(dates.get(1));
                    }))).toList();
            for (CompletableFuture<Void> store : stores) {
                store.get(20, TimeUnit.SECONDS);
            }
        }
        assertThat(ask("select count(*) from crossfoot.waiting_date")).isEqualTo("2");
    }

    private static void await(CountDownLatch both) {
        try {
            both.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.crossfoot.PostgresServer;
import org.crossfoot.job.step.Progress;
import org.crossfoot.job.work.Seating;
import org.crossfoot.job.work.Worker;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Dates;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.archive.ArchiveFolder;
import org.crossfoot.reconcile.outcome.Stage;
import org.crossfoot.store.JobFailure;
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
    private static final int REPORTS = 2 * DAYS + DAYS / 7;
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
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(Seating.class.getPackageName())).addAppender(log);
    }

    @AfterEach
    void nobodyWorksAnyMore() throws Exception {
        ((Logger) LoggerFactory.getLogger(Seating.class.getPackageName())).detachAppender(log);
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
        employ(name, version, new Workspace(home.resolve("nowhere"), home.resolve("nowhere/out"), Optional.of(address), archive));
    }

    private void employ(String name, String version, Workspace workspace) {
        Worker worker = new Worker(workspace, version, name);
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

    /** The reports that each read, by the run's log. */
    private List<String> readBy(String worker) {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).filter(line -> line.endsWith(": read by " + worker))
                .toList();
    }

    /** Does something when the run is about to read its first report, which is offered to workers by then. */
    private static Progress atIntake(Runnable what) {
        return new Progress() {
            @Override
            public void begin(String task, long steps) {
                if (task.equals("intake")) {
                    what.run();
                }
            }

            @Override
            public void step() {
                // Only the beginning matters.
            }
        };
    }

    /** The run waits with its first report until a worker has read one. */
    private void letRead() {
        until("select count(*) > 0 from crossfoot.batch_reading where worker is not null", "t");
    }

    /** The run waits with each date until a worker has done one, but not for long. */
    private void letWorkFirst(String worker) {
        String done = "select count(*) from crossfoot.seat_date where worker = '" + worker + "'";
        together.stagesWatchedBy((date, stage) -> {
            for (int i = 0; i < 400 && stage == Stage.EVIDENCE && ask(done).equals("0"); i++) {
                LockSupport.parkNanos(25_000_000);
            }
        });
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
                if (begun.equals("intake")) {
                    letRead();
                }
            }

            @Override
            public void step() {
                counted.add(task);
            }
        });

        together.run(DAY);

        sameIsPublished();
        assertThat(counted).contains("intake of " + REPORTS, "reconcile of " + (DAYS + 1));
        assertThat(counted.stream().filter("intake"::equals)).as("whoever read them").hasSize(REPORTS);
        assertThat(counted.stream().filter("reconcile"::equals)).as("whoever did them").hasSizeGreaterThanOrEqualTo(DAYS + 1);
        assertThat(Stream.of("one", "two").flatMap(worker -> readBy(worker).stream())).isNotEmpty().doesNotHaveDuplicates();
        assertThat(doneBy("one")).isNotEmpty();
        assertThat(doneBy("two")).isNotEmpty();
        assertThat(ask("select count(*) from crossfoot.tie")).as("later dates tell otherwise of earlier ones").isNotEqualTo("0");
        assertThat(ask("select count(*) from crossfoot.seat_date")).isEqualTo("0");
        assertThat(ask("select count(*) from crossfoot.batch_reading")).isEqualTo("0");
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
        assertThat(log.list).filteredOn(line -> line.getLevel() == Level.WARN).extracting(ILoggingEvent::getFormattedMessage)
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

    @Test
    void aWorkerThatSharesNoDiskHasTheArchiveFromTheLedger() {
        address = PostgresServer.newDatabase();
        together = alone.onServer(address, home.resolve("in-ledger")).archivedInLedger();
        together.run("2025-01-01");
        fourWeeks();
        alone.run(DAY);
        employ("one", "test", new Workspace(home.resolve("nowhere"), home.resolve("nowhere/out"), Optional.of(address),
                home.resolve("nowhere/archive"), true));
        letWorkFirst("one");

        together.run(DAY);

        sameIsPublished();
        assertThat(doneBy("one")).isNotEmpty();
        assertThat(home.resolve("in-ledger/ledger/archive")).doesNotExist();
    }

    @Test
    void fewReportsAreReadByTheRunAlone() {
        fourWeeks();
        for (int day = 0; day < DAYS; day++) {
            alone.delete("nbc/" + FIRST.plusDays(day) + ".csv");
        }
        alone.delete("ice/week-0.csv");
        alone.run(DAY);
        employ("one", "test");

        together.run(DAY);

        sameIsPublished();
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(" reports, with "));
    }

    /** As where it is frozen: it neither comes to an end nor lets go. */
    @Test
    void aReportThatAWorkerHoldsHoldsNobodyUp() throws Exception {
        fourWeeks();
        alone.run(DAY);
        employ("one", "test");
        try (Connection held = DriverManager.getConnection(address); Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            AtomicBoolean holds = new AtomicBoolean();
            together.watchedBy(atIntake(() -> {
                try {
                    holds.set(statement.executeQuery("select * from crossfoot.batch_reading for update skip locked").next());
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }));

            CompletableFuture.runAsync(() -> together.run(DAY)).get(60, TimeUnit.SECONDS);

            assertThat(holds).isTrue();
            sameIsPublished();
            assertThat(ask("select count(*) > 0 from crossfoot.batch_reading")).as("held still").isEqualTo("t");
            held.rollback();
        }
        together.watchedBy(Progress.NONE).run(DAY);
        assertThat(ask("select count(*) from crossfoot.batch_reading")).isEqualTo("0");
    }

    /** Of an archive of its own, which lacks some and has other bytes in the place of the rest. */
    @Test
    void whatAWorkerCannotReadIsReadByTheRun() throws Exception {
        fourWeeks();
        alone.run(DAY);
        Path own = home.resolve("own-archive");
        try (Stream<Path> files = Files.walk(alone.workspace.archive())) {
            for (Path file : files.toList()) {
                Files.copy(file, own.resolve(alone.workspace.archive().relativize(file)));
            }
        }
        ArchiveFolder archive = new ArchiveFolder(own);
        Path other = archive.file(Archive.sha256(Files.readAllBytes(alone.workspace.input().resolve("ice/first.csv"))));
        for (String source : List.of("ice", "nbc")) {
            try (Stream<Path> reports = Files.list(alone.workspace.input().resolve(source))) {
                for (Path report : reports.filter(file -> file.getFileName().toString().matches("(2025|week).*")).toList()) {
                    Path archived = archive.file(Archive.sha256(Files.readAllBytes(report)));
                    Files.deleteIfExists(archived);
                    if (source.equals("nbc")) {
                        Files.copy(other, archived);
                    }
                }
            }
        }
        employ("one", "test", own);
        together.watchedBy(atIntake(() -> until("select count(*) from crossfoot.batch_reading", "0")));

        together.run(DAY);

        sameIsPublished();
        assertThat(readBy("one")).isEmpty();
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.endsWith("it is left to the run itself")).hasSize(REPORTS)
                .anyMatch(line -> line.contains("is no longer in the archive"))
                .anyMatch(line -> line.contains("is not what was archived under"));
    }

    @Test
    void whoGoesOnWithARunThatFailedAtItsSeatsOffersSeatsOfItsOwn() throws Exception {
        fourWeeks();
        Workers idle = Workers.ofWorker(together.workspace, "one");
        for (Nights each : List.of(alone, together)) {
            each.watchedBy(new Progress() {
                private String task;

                @Override
                public void begin(String begun, long steps) {
                    task = begun;
                    idle.register("one", "test", 2);
                }

                @Override
                public void step() {
                    if (task.equals("reconcile")) {
                        throw new IllegalStateException("the disk is full");
                    }
                }
            });
            assertThatThrownBy(() -> each.night("run", DAY).run()).isInstanceOf(JobFailure.class);
            each.watchedBy(Progress.NONE);
        }
        PostgresServer.execute(PostgresServer.nameIn(address), "update crossfoot.seat_date set worker = 'before'");
        alone.run(DAY);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).anyMatch(line -> line.endsWith(" seats of workers"));
        log.list.clear();
        idle.close();
        employ("two", "test");

        together.run(DAY);

        sameIsPublished();
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.endsWith(" dates, with 2 seats of workers"));
    }

    @Test
    void aRunThatFirstFinishesAnotherOneHasItsOwnSettingsWorkedWith() {
        fourWeeks();
        for (int day = 0; day < DAYS; day++) {
            String date = FIRST.plusDays(day).toString();
            alone.arrests("nbc/" + date + ".csv", date, String.valueOf(940 + day));
        }
        for (Nights each : List.of(alone, together)) {
            each.watchedBy(new Progress() {
                @Override
                public void begin(String task, long steps) {
                    if (task.equals("reconcile")) {
                        throw new IllegalStateException("the disk is full");
                    }
                }

                @Override
                public void step() {
                    // All reports are read.
                }
            });
            assertThatThrownBy(() -> each.night("run", DAY).run()).isInstanceOf(JobFailure.class);
            each.watchedBy(Progress.NONE);
        }
        alone.put("crossfoot.yml", Nights.CROSSFOOT + "rules: { sources-agree: { tolerance: 10% } }\n").run(DAY);
        employ("one", "test");
        letWorkFirst("one");

        together.run(DAY);

        sameIsPublished();
        int seats = Runtime.getRuntime().availableProcessors();
        assertThat(ask("select count(*) from crossfoot.revision where run = 'run-3'")).isEqualTo(String.valueOf(DAYS));
        List<String> lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines.subList(0, lines.indexOf("30 dates, with " + seats + " seats of workers"))).as("done by it for one run")
                .anyMatch(line -> line.endsWith(": by one"));
        assertThat(lines.subList(lines.indexOf("30 dates, with " + seats + " seats of workers"), lines.size()))
                .as("and for the next").anyMatch(line -> line.endsWith(": by one"));
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
            held = Ledger.of(seats.database(), other.archive(seats.database()));
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

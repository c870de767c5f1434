package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import org.crossfoot.PostgresServer;
import org.crossfoot.job.work.Seating;
import org.crossfoot.job.work.Worker;
import org.crossfoot.store.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Workers take part in a night on a server: what is published is what a night with H2's file publishes by itself. */
class WorkersTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final int DAYS = 56;
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
        Worker worker = new Worker(new Workspace(home.resolve("nowhere"), home.resolve("nowhere/out"), Optional.of(address),
                together.workspace.archive()), version, name);
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
            java.util.concurrent.locks.LockSupport.parkNanos(25_000_000);
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

        RunReport report = together.run(DAY);

        log.list.forEach(x -> System.out.println(x.getFormattedMessage()));
        System.out.println(report.failed() + " X waiting " + ask("select string_agg(cast(date as text), ' ') from crossfoot.waiting_date") + " X rev " + ask("select string_agg(cast(date as text) || ' ' || number || published, ';') from crossfoot.revision where date < '2025-01-08'") + ask("select string_agg(cast(step_name as text) || ' ' || status || write_count, ';') from crossfoot.batch_step_execution")+report.exitCode());
        sameIsPublished();
        assertThat(doneBy("one")).isNotEmpty();
        assertThat(doneBy("two")).isNotEmpty();
        assertThat(ask("select count(*) from crossfoot.tie")).as("later dates tell otherwise of earlier ones").isNotEqualTo("0");
        assertThat(ask("select count(*) from crossfoot.seat_date")).isEqualTo("0");
        assertThat(ask("select count(*) from crossfoot.batch_channel_message")).isEqualTo("0");
        assertThat(ask("select count(*) from crossfoot.batch_step_execution where status in ('STARTING', 'STARTED')"))
                .isEqualTo("0");
    }
}

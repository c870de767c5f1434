package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crossfoot.PostgresServer;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.cli.Program.Started;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers and runs as processes, which are killed and frozen while they work at a hundred and twenty reports and their dates;
 * nothing is lost, and the published bytes are those of H2 alone. {@code -Dcrossfoot.kills=100} for more than a few kills, of
 * which each third is the run's, {@code -Dcrossfoot.seed} for the same again. {@code -Dcrossfoot.namespaces=true}, as root, gives
 * each worker a network of its own, whose link is cut now and then while it works.
 */
class WorkersIT {

    private static final int KILLS = Integer.getInteger("crossfoot.kills", 6);
    private static final long SEED = Long.getLong("crossfoot.seed", System.nanoTime());
    private static final boolean NAMESPACES = Boolean.getBoolean("crossfoot.namespaces");
    /** Longer than a run waits for a worker that says nothing. */
    private static final int LONGEST_CUT_MILLIS = 40_000;
    private static final int REPORTS = 120;
    /** So many that reading takes a while. */
    private static final int EVENTS = 5_000;
    private static final String DATE = "2024-01-20";
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final String AT_WORK = """
            select case when exists (select 1 from crossfoot.report where state = 'waiting') then 'reports are read'
            when exists (select 1 from crossfoot.waiting_date) then 'dates are reconciled' else 'it begins or publishes' end""";

    @TempDir
    Path home;

    private final List<Started> working = new ArrayList<>();
    private volatile Namespaces namespaces;
    private Map<String, String> undisturbed;
    private int tookMillis;
    private String address;
    private Program crossfoot;

    @BeforeEach
    void aNightOfH2Alone() {
        Program alone = new Program(home.resolve("alone"));
        settings(alone);
        assertThat(alone.run("run", "--date", DATE).exitCode()).isZero();
        reports(alone);
        long began = System.nanoTime();
        assertThat(alone.run("run", "--date", DATE).exitCode()).isOne();
        tookMillis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        undisturbed = Published.in(home.resolve("alone/output"));
    }

    @AfterEach
    void nobodyWorks() throws Exception {
        for (Started one : working) {
            one.process().destroyForcibly().waitFor();
        }
        if (namespaces != null) {
            namespaces.close();
            namespaces = null;
        }
    }

    private static void settings(Program program) {
        program.put("crossfoot.yml", "zone: America/New_York\nmeasures:\n  arrests: {}\n  bookings: {}\n")
                .put("areas.csv", "area,name,part_of,breakdown,aliases\nus,United States,,,\n").put("posts/source.yml", """
                        title: Daily posts
                        trust: official-statement
                        figures:
                          - { value: { column: arrests }, measure: { is: arrests }, area: { is: us },
                              from: { column: from }, to: { column: to }, when: { column: what, matches: total } }
                          - { rows: count, measure: { is: bookings }, area: { is: us }, day: { column: from },
                              when: { column: what, matches: event } }
                        """);
        report(program, FIRST);
    }

    private static void reports(Program program) {
        for (int day = 1; day < REPORTS; day++) {
            report(program, FIRST.plusDays(day));
        }
    }

    private static void report(Program program, LocalDate date) {
        String week = date.getDayOfWeek() == DayOfWeek.SUNDAY ? "total," + date.minusDays(6) + "," + date + ",2000\n" : "";
        program.put("posts/" + date + ".csv", "what,from,to,arrests\ntotal," + date + "," + date + ","
                + (300 + date.getDayOfMonth()) + "\n" + week + ("event," + date + ",,\n").repeat(EVENTS));
    }

    /** A ledger on a server of which one date is known, and the reports of all others waiting in the folder. */
    private void aLedgerOnAServer(String name) {
        address = PostgresServer.newDatabase();
        crossfoot = new Program(home.resolve(name), Map.of("LC_ALL", "C.UTF-8", "CROSSFOOT_LEDGER", address));
        settings(crossfoot);
        assertThat(crossfoot.run("run", "--date", DATE).exitCode()).isZero();
        reports(crossfoot);
    }

    private Started employ(String name, Path output) {
        Map<String, String> environment = Map.of("LC_ALL", "C.UTF-8", "CROSSFOOT_LEDGER",
                namespaces == null ? address : address.replace("localhost", namespaces.address(name)));
        Started worker = crossfoot.start(environment, namespaces == null ? List.of() : Namespaces.within(name), "work", "--name",
                name, "--archive", output.resolve("ledger/archive").toString());
        working.add(worker);
        return worker;
    }

    /** Of what is sent nothing arrives for a while, and neither side is told. */
    private void cut(String name, int millis) {
        Namespaces of = namespaces;
        of.cut(name);
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
            if (of == namespaces) {
                of.join(name);
            }
        });
    }

    private String ask(String question) {
        return PostgresServer.ask(PostgresServer.nameIn(address), question);
    }

    private void until(String question) throws InterruptedException {
        for (int i = 0; i < 1_200 && !ask(question).equals("t"); i++) {
            Thread.sleep(50);
        }
        assertThat(ask(question)).as(question).isEqualTo("t");
    }

    private void areThere(int workers) throws InterruptedException {
        until("select count(*) >= " + workers + " from crossfoot.batch_worker");
    }

    private void nothingIsLost(Path output, String what) {
        Map<String, String> published = Published.in(output);
        assertThat(undisturbed.keySet().stream().filter(file -> !published.containsKey(file))).as(what + ": missing").isEmpty();
        assertThat(published).as(what).hasSameSizeAs(undisturbed);
        undisturbed.forEach((file, content) -> assertThat(published.get(file)).as(what + ": " + file).isEqualTo(content));
    }

    /** As the logs of all runs say. */
    private static int readByWorkers(Path output) throws IOException {
        int read = 0;
        try (Stream<Path> files = Files.walk(output.resolve("runs"))) {
            for (Path log : files.filter(file -> file.endsWith("log")).toList()) {
                read += (int) Files.readAllLines(log).stream().filter(line -> line.contains(": read by ")).count();
            }
        }
        return read;
    }

    private static void signal(Started process, String which) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + which, String.valueOf(process.process().pid())).start().waitFor()).isZero();
    }

    @Test
    void workersAndRunsThatAreKilledLoseNothing() throws Exception {
        Random random = new Random(SEED);
        int kills = 0;
        int cuts = 0;
        Map<String, Integer> killed = new TreeMap<>();
        int readByWorkers = 0;
        for (int round = 1; kills < KILLS; round++) {
            String what = "seed " + SEED + ", round " + round;
            Path output = home.resolve("round-" + round + "/output");
            aLedgerOnAServer("round-" + round);
            namespaces = NAMESPACES ? new Namespaces("one", "two") : null;
            Started[] workers = {employ("one", output), employ("two", output)};
            areThere(2);
            Started run = crossfoot.start("run", "--date", DATE);
            for (int left = 6; left > 0 && kills < KILLS; left--) {
                if (run.process().waitFor(100 + random.nextInt(tookMillis / 2), TimeUnit.MILLISECONDS)) {
                    break;
                }
                if (NAMESPACES && random.nextInt(4) == 0) {
                    cuts++;
                    cut(random.nextBoolean() ? "one" : "two", random.nextInt(LONGEST_CUT_MILLIS));
                }
                kills++;
                killed.merge((kills % 3 == 0 ? "run" : "worker") + " while " + ask(AT_WORK), 1, Integer::sum);
                if (kills % 3 == 0) {
                    run.process().destroyForcibly().waitFor();
                    run = crossfoot.start("run", "--date", DATE);
                } else {
                    int which = random.nextInt(2);
                    workers[which].process().destroyForcibly().waitFor();
                    workers[which] = employ(which == 0 ? "one" : "two", output);
                }
            }
            Ended ended = run.end();
            assertThat(ended.exitCode()).as(what + ended.err()).isOne();
            nothingIsLost(output, what);
            readByWorkers += readByWorkers(output);
            nobodyWorks();
        }
        System.out.println("seed " + SEED + ": " + kills + " kills, " + killed + ", " + cuts + " links cut; " + readByWorkers
                + " reports read by workers");
        Ended verified = crossfoot.run("verify", "--all");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void aWorkerThatIsKilledOrFrozenWhileItReadsHoldsUpNothing() throws Exception {
        aLedgerOnAServer("reading");
        Path output = home.resolve("reading/output");
        Started killed = employ("killed", output);
        Started frozen = employ("frozen", output);
        areThere(2);
        Started run = crossfoot.start("run", "--date", DATE);
        until("select count(distinct worker) = 2 from crossfoot.batch_seat where dates like 'posts/%'");
        signal(frozen, "STOP");
        signal(killed, "KILL");
        assertThat(crossfoot.run("status").out()).containsPattern("worker frozen-\\S+: at posts/2024-");

        assertThat(run.end().exitCode()).isOne();

        nothingIsLost(output, "killed and frozen while they read");
        assertThat(ask("select count(*) from crossfoot.waiting_date")).isEqualTo("0");
        signal(frozen, "CONT");
        assertThat(crossfoot.run("run", "--date", DATE).exitCode()).as("nothing new").isZero();
        nothingIsLost(output, "a night later");
        assertThat(ask("select count(*) from crossfoot.batch_reading")).isEqualTo("0");
        assertThat(crossfoot.run("verify", "--all").exitCode()).isZero();
    }

    @Test
    void aWorkerThatIsFrozenHoldsUpNothingAndStoresNothingWhenItThaws() throws Exception {
        aLedgerOnAServer("frozen");
        Path output = home.resolve("frozen/output");
        Started frozen = employ("frozen", output);
        areThere(1);
        Started run = crossfoot.start("run", "--date", DATE);
        until("select count(*) > 0 from crossfoot.batch_seat where worker like 'frozen-%' and dates like '2024-%'");
        signal(frozen, "STOP");
        assertThat(crossfoot.run("status").out()).contains("worker frozen-").contains(": at 2024-");

        Ended ended = run.end();

        assertThat(ended.exitCode()).as(ended.err()).isOne();
        assertThat(ended.err()).contains("worker frozen-").contains("says nothing any more");
        nothingIsLost(output, "frozen");
        signal(frozen, "CONT");
        areThere(1);
        nothingIsLost(output, "thawed");
        assertThat(ask("select count(*) from crossfoot.waiting_date")).isEqualTo("0");
        assertThat(crossfoot.run("verify", "--all").exitCode()).isZero();
        assertThat(crossfoot.run("status").out()).containsPattern("worker frozen-\\S+: waits for work since ");
        signal(frozen, "TERM");
        assertThat(frozen.end().exitCode()).isEqualTo(143);
        assertThat(ask("select count(*) from crossfoot.batch_worker")).isEqualTo("0");
    }
}

package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.crossfoot.PostgresServer;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.cli.Program.Started;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers and runs as processes, which are killed and frozen while they work at a hundred and twenty dates; nothing is lost, and
 * the published bytes are those of H2 alone. {@code -Dcrossfoot.kills=100} for more than a few kills, {@code -Dcrossfoot.seed}
 * for the same again.
 */
class WorkersIT {

    private static final int KILLS = Integer.getInteger("crossfoot.kills", 6);
    private static final long SEED = Long.getLong("crossfoot.seed", System.nanoTime());
    private static final int REPORTS = 120;
    private static final String DATE = "2024-01-20";
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    @TempDir
    Path home;

    private final List<Started> working = new ArrayList<>();
    private Map<String, String> undisturbed;
    private String address;
    private Program crossfoot;

    @BeforeEach
    void aNightOfH2Alone() {
        Program alone = new Program(home.resolve("alone"));
        settings(alone);
        assertThat(alone.run("run", "--date", DATE).exitCode()).isZero();
        reports(alone);
        assertThat(alone.run("run", "--date", DATE).exitCode()).isOne();
        undisturbed = Published.in(home.resolve("alone/output"));
    }

    @AfterEach
    void nobodyWorks() throws Exception {
        for (Started one : working) {
            one.process().destroyForcibly().waitFor();
        }
    }

    private static void settings(Program program) {
        program.put("crossfoot.yml", "zone: America/New_York\nmeasures:\n  arrests: {}\n")
                .put("areas.csv", "area,name,part_of,breakdown,aliases\nus,United States,,,\n").put("posts/source.yml", """
                        title: Daily posts
                        trust: official-statement
                        figures:
                          - { value: { column: arrests }, measure: { is: arrests }, area: { is: us },
                              from: { column: from }, to: { column: to } }
                        """);
        report(program, FIRST);
    }

    private static void reports(Program program) {
        for (int day = 1; day < REPORTS; day++) {
            report(program, FIRST.plusDays(day));
        }
    }

    private static void report(Program program, LocalDate date) {
        String week = date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.minusDays(6) + "," + date + ",2000\n" : "";
        program.put("posts/" + date + ".csv", "from,to,arrests\n" + date + "," + date + "," + (300 + date.getDayOfMonth()) + "\n"
                + week);
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
        Started worker = crossfoot.start("work", "--name", name, "--archive", output.resolve("ledger/archive").toString());
        working.add(worker);
        return worker;
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

    private static void signal(Started process, String which) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + which, String.valueOf(process.process().pid())).start().waitFor()).isZero();
    }

    @Test
    void workersAndRunsThatAreKilledLoseNothing() throws Exception {
        Random random = new Random(SEED);
        int kills = 0;
        for (int round = 1; kills < KILLS; round++) {
            String what = "seed " + SEED + ", round " + round;
            Path output = home.resolve("round-" + round + "/output");
            aLedgerOnAServer("round-" + round);
            Started[] workers = {employ("one", output), employ("two", output)};
            areThere(2);
            Started run = crossfoot.start("run", "--date", DATE);
            for (int killed = 0; killed < 6 && kills < KILLS; killed++) {
                if (run.process().waitFor(300 + random.nextInt(1_500), TimeUnit.MILLISECONDS)) {
                    break;
                }
                kills++;
                if (random.nextInt(3) == 0) {
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
            nobodyWorks();
        }
        Ended verified = crossfoot.run("verify", "--all");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void aWorkerThatIsFrozenHoldsUpNothingAndStoresNothingWhenItThaws() throws Exception {
        aLedgerOnAServer("frozen");
        Path output = home.resolve("frozen/output");
        Started frozen = employ("frozen", output);
        areThere(1);
        Started run = crossfoot.start("run", "--date", DATE);
        until("select count(*) > 0 from crossfoot.batch_seat where worker like 'frozen-%' and dates <> ''");
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

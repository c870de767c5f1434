package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.crossfoot.PostgresServer;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.cli.Program.Started;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two runs at once, and runs that are stopped or killed while they work on thirty daily reports. */
class InterruptedRunIT {

    private static final int REPORTS = 30;
    private static final String DATE = "2024-01-20";
    private static Map<String, String> undisturbed;

    @TempDir
    Path home;

    private Program crossfoot;

    @BeforeEach
    void thirtyDays() {
        crossfoot = withReports(home);
        if (undisturbed == null) {
            Path other = home.resolve("undisturbed");
            assertThat(withReports(other).run("run", "--date", DATE).exitCode()).isOne();
            undisturbed = Published.in(other.resolve("output"));
        }
    }

    private static Program withReports(Path home) {
        return withReports(home, new Program(home));
    }

    /** As an own machine: with an output folder of its own, and the ledger on a server. */
    private static Program onServer(Path home, String address) {
        return withReports(home, new Program(home, Map.of("LC_ALL", "C.UTF-8", "CROSSFOOT_LEDGER", address)));
    }

    private static Program withReports(Path home, Program empty) {
        Program program = empty.put("crossfoot.yml", "zone: America/New_York\nmeasures:\n  arrests: {}\n")
                .put("areas.csv", "area,name,part_of,breakdown,aliases\nus,United States,,,\n").put("posts/source.yml", """
                        title: Daily posts
                        trust: official-statement
                        figures:
                          - { value: { column: arrests }, measure: { is: arrests }, area: { is: us }, from: { column: from }, to: { column: to } }
                        """);
        for (int day = 0; day < REPORTS; day++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
            program.put("posts/" + date + ".csv", "from,to,arrests\n" + date + "," + date + "," + (300 + day) + "\n"
                    + date.minusDays(6) + ","
                    + date + ",100\n");
        }
        return program;
    }

    private static void await(Started run, BooleanSupplier condition) throws InterruptedException {
        Instant giveUp = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(run.process().isAlive()).as("it ended before it came so far").isTrue();
            assertThat(Instant.now()).isBefore(giveUp);
            Thread.onSpinWait();
        }
    }

    /** A process that is held still keeps its lock. */
    private static void signal(Started run, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(run.process().pid())).start().waitFor()).isZero();
    }

    private long archived() {
        try (Stream<Path> files = Files.walk(home.resolve("output/ledger/archive"))) {
            return files.filter(file -> file.toString().endsWith(".gz")).count();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private long published() {
        try (Stream<Path> files = Files.list(home.resolve("output"))) {
            return files.filter(Files::isSymbolicLink).count();
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void theSecondOfTwoRunsEndsAtOnceNamesTheFirstAndTouchesNothing() throws Exception {
        Started first = crossfoot.start("run", "--date", DATE);
        await(first, () -> archived() > 5);
        String id = home.resolve("output/runs").toFile().list()[0];
        signal(first, "STOP");

        Instant began = Instant.now();
        Ended second = crossfoot.run("run", "--date", DATE);

        assertThat(second.exitCode()).isEqualTo(5);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(6));
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).contains("another run is at work on this output folder (run " + id + ", process "
                + first.process().pid() + ")")
                .contains("nothing was touched").hasLineCount(1);
        assertThat(home.resolve("output/runs").toFile().list()).containsExactly(id);
        assertThat(crossfoot.run("status").out()).contains("run " + id + " is at work");
        signal(first, "CONT");
        assertThat(first.end().exitCode()).isOne();
        assertThat(crossfoot.published()).isEqualTo(undisturbed);
    }

    @Test
    void theLockIsTheSystemsAndNoFileThatStaysBehind() throws Exception {
        Path lock = home.resolve("output/ledger/lock");
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, "20250101T000000.000Z, process 1");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(crossfoot.run("run", "--date", DATE).exitCode()).isEqualTo(5);
        }
        assertThat(crossfoot.run("run", "--date", DATE).exitCode()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"received", "published"})
    void aRunThatIsAskedToStopDoesSoWithinFiveSecondsAndTheNextGoesOn(String when) throws Exception {
        Started run = crossfoot.start("run", "--date", DATE);
        await(run, () -> hasCome(when));

        Instant asked = Instant.now();
        run.process().destroy();
        Ended stopped = run.end();

        assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(143);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err()).doesNotContain("failed inside");
        finished();
    }

    @ParameterizedTest
    @ValueSource(strings = {"received", "published"})
    void aRunThatIsKilledIsFinishedByTheNext(String when) throws Exception {
        Started run = crossfoot.start("run", "--date", DATE);
        await(run, () -> hasCome(when));
        run.process().destroyForcibly();
        assertThat(run.end().exitCode()).isEqualTo(137);
        finished();
    }

    /** The input folder of each machine is its own too, with the same in it. */
    @ParameterizedTest
    @ValueSource(strings = {"received", "published"})
    void aRunWithItsLedgerOnAServerHoldsUpOtherMachinesAndIsFinishedByTheNextWhenItIsKilled(String when) throws Exception {
        String address = PostgresServer.newDatabase();
        crossfoot = onServer(home, address);
        Started run = crossfoot.start("run", "--date", DATE);
        await(run, () -> hasCome(when));
        signal(run, "STOP");
        Program other = onServer(home.resolve("other"), address);
        Ended refused = other.run("run", "--date", DATE);
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(5);
        assertThat(refused.err()).contains("another run is at work on the ledger " + address + " (run ", ", process "
                + run.process().pid() + ")").contains("nothing was touched").hasLineCount(1);
        run.process().destroyForcibly();
        assertThat(run.end().exitCode()).isEqualTo(137);
        finished();
        Ended verified = crossfoot.run("verify", "2024-01-20");
        assertThat(verified.out()).as(verified.err()).contains("2024-01-20 revision 1: identical");
    }

    private boolean hasCome(String when) {
        return switch (when) {
            case "received" -> archived() > 12;
            case "published" -> published() > 3;
            default -> throw new IllegalArgumentException(when);
        };
    }

    private void finished() {
        Ended next = crossfoot.run("run", "--date", DATE);
        assertThat(next.exitCode()).as(next.err()).isOne();
        assertThat(crossfoot.published()).isEqualTo(undisturbed);
        assertThat(crossfoot.run("status").out()).contains(" 0 waiting");
        try (Stream<Path> files = Files.walk(home.resolve("output"))) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith(".tmp") || file.endsWith("draft"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

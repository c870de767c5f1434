package org.crossfoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.crossfoot.PostgresServer;
import org.crossfoot.job.Nights;
import org.crossfoot.store.JobFailure.OtherLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger on a server: one run at a time on whatever machine, and what is told where it is not what it was. */
class ServerLedgerTest {

    @TempDir
    Path home;

    private String address;
    private Nights nights;

    @BeforeEach
    void aDateWithOneRevision() {
        address = PostgresServer.newDatabase();
        nights = Nights.withTwoSources(home).onServer(address, home.resolve("output")).arrests("ice/26.csv", "2025-01-26", "956");
        nights.run("2025-01-26");
    }

    /** Another machine has another output folder, and so another lock's file. */
    private Workspace otherMachine() {
        return new Workspace(home.resolve("input"), home.resolve("other")).withLedger(Optional.of(address));
    }

    private static OutputLock take(Workspace workspace) throws Exception {
        return OutputLock.take(workspace, "run-9", Duration.ofMillis(100));
    }

    @Test
    void oneRunAtATimeOnWhateverMachine() throws Exception {
        try (OutputLock held = take(nights.workspace)) {
            assertThat(held.toString()).startsWith("run-9, process ");
            assertThatThrownBy(() -> take(otherMachine())).isInstanceOf(RunningException.class)
                    .hasMessage("another run is at work on the ledger " + address + " (run " + held + "); nothing was touched");
            assertThatThrownBy(() -> LedgerReading.ask(otherMachine(), LedgerReading::ledger))
                    .isInstanceOf(RunningException.class);
        }
        take(otherMachine()).close();
    }

    @Test
    void aRunWaitsForThoseWhoAskOnOtherMachinesButNotWithoutEnd() throws Exception {
        try (OutputLock one = OutputLock.ask(nights.workspace); OutputLock another = OutputLock.ask(otherMachine())) {
            assertThat(one).isNotSameAs(another);
            assertThatThrownBy(() -> take(otherMachine())).isInstanceOf(RunningException.class)
                    .hasMessageContaining("somebody asks the ledger");
        }
        take(nights.workspace).close();
    }

    /** As where the network was cut for it alone. */
    @Test
    void aRunThatLostTheLockWritesNothingBesideTheNextOne() throws Exception {
        try (OutputLock lost = take(nights.workspace)) {
            LedgerDatabase database = new LedgerDatabase(nights.workspace, each -> each);
            JdbcClient writing = JdbcClient.create(database.open());
            PostgresServer.ask(PostgresServer.nameIn(address), "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where application_name like '%" + lost + "'");
            assertThatThrownBy(() -> take(otherMachine())).as("it may still be writing").isInstanceOf(RunningException.class)
                    .hasMessageContaining("one that lost the lock");
            PostgresServer.ask(PostgresServer.nameIn(address), "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where application_name = 'crossfoot'");
            try (OutputLock next = take(otherMachine())) {
                assertThat(next.toString()).isNotEmpty();
                assertThatThrownBy(() -> writing.sql("delete from waiting_date").update()).rootCause()
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> writing.sql("delete from waiting_date").update()).rootCause()
                        .isInstanceOf(SQLException.class).hasMessageContaining("this run has lost the lock on the ledger");
            }
            database.close();
        }
    }

    @Test
    void aServerThatVanishedIsNotWaitedForWithoutEnd() throws Exception {
        try (Connection one = ServerConnections.one(nights.workspace, "test")) {
            assertThat(one.getNetworkTimeout()).isEqualTo(300_000);
        }
        Workspace told = otherMachine().withLedger(Optional.of(address + "&socketTimeout=40"));
        try (Connection one = ServerConnections.one(told, "test")) {
            assertThat(one.getNetworkTimeout()).isEqualTo(40_000);
        }
    }

    @Test
    void theServerWaitsAMinuteForWhatARunThatVanishedDoesNotTake() throws Exception {
        String asked = "show tcp_user_timeout";
        try (OutputLock held = take(nights.workspace);
                LedgerStore.Opened opened = LedgerStore.of(nights.workspace).open(UnaryOperator.identity())) {
            assertThat(held).isNotNull();
            assertThat(JdbcClient.create(opened.database()).sql(asked).query(String.class).single()).isEqualTo("60000");
        }
        try (Workers worker = Workers.ofWorker(nights.workspace, "one")) {
            assertThat(JdbcClient.create(worker.database()).sql(asked).query(String.class).single()).isEqualTo("20000");
        }
    }

    @Test
    void anEarlierStateOfItAndAnotherLedgerAreTold() throws Exception {
        String earlier = address.replace("?", "earlier?");
        PostgresServer.execute("postgres", "create database " + PostgresServer.nameIn(earlier) + " template "
                + PostgresServer.nameIn(address));
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");
        Nights another = nights.onServer(PostgresServer.newDatabase(), home.resolve("another"));
        another.run("2025-01-26");
        another.run("2025-01-26");
        for (String put : new String[] {earlier, another.workspace.databaseName()}) {
            Nights wrong = nights.onServer(put, nights.workspace.output());
            assertThatThrownBy(() -> wrong.night("run", "2025-01-26").run()).isInstanceOf(DamagedLedger.class)
                    .hasMessageContaining("it is an earlier state, or another ledger").hasMessageContaining("run with --rebuild");
            assertThatThrownBy(() -> LedgerReading.check(wrong.workspace)).isInstanceOf(DamagedLedger.class);
        }
        assertThat(nights.run("2025-01-26").nothing()).isTrue();
    }

    @Test
    void aDatabaseWithoutItIsNotTakenForItAndARebuildMakesItAnew() throws Exception {
        Nights empty = nights.onServer(PostgresServer.newDatabase(), nights.workspace.output());
        assertThatThrownBy(() -> empty.night("run", "2025-01-26").run()).isInstanceOf(OtherLedger.class)
                .hasMessageContaining("has no ledger, or none that this role may read");
        assertThatThrownBy(() -> LedgerReading.ask(empty.workspace, LedgerReading::ledger)).isInstanceOf(OtherLedger.class);
        var before = nights.published();
        int exitCode = nights.run("2025-01-26").exitCode();

        assertThat(nights.rebuilding(true).run("2025-01-26").exitCode()).isEqualTo(exitCode);

        assertThat(nights.published()).isEqualTo(before);
        assertThat(PostgresServer.ask(PostgresServer.nameIn(address), "select count(*) from crossfoot_set_aside_1.run"))
                .isEqualTo("2");
        assertThat(nights.rebuilding(false).run("2025-01-26").nothing()).isTrue();
    }

    @Test
    void aFirstNightThatWasKilledIsGoneOnWith() throws Exception {
        Path seal = nights.workspace.output().resolve(".dates/ledger");
        assertThat(Files.readString(seal)).contains("\nserver=").contains("\nfile=on a server\n");
        Files.writeString(seal, new SealedLedger(nights.workspace).ofNothing().text());
        assertThat(nights.run("2025-01-26").nothing()).isTrue();
        Files.delete(seal);
        assertThat(nights.run("2025-01-26").nothing()).isTrue();
    }
}

package org.crossfoot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in the ledger's file at any moment is what a process leaves that is killed then. */
class CommitsInFileTest {

    /** H2 by itself writes once a second. */
    private static final long LONGER_THAN_H2_WAITS = 1_800;
    private static final long LONGER_THAN_WE_WAIT = 300;

    @TempDir
    Path home;

    private Workspace workspace;
    private SingleConnectionDataSource database;
    private JdbcTemplate ledger;
    private TransactionTemplate commit;

    @BeforeEach
    void aTableOfReports() throws IOException {
        workspace = new Workspace(home.resolve("input"), home.resolve("output"));
        Files.createDirectories(workspace.ledger());
        database = new SingleConnectionDataSource(workspace.databaseUrl(), "crossfoot", "", true);
        ledger = new JdbcTemplate(database);
        commit = new TransactionTemplate(new CommitsInFile(database));
        ledger.execute("create table report (id bigint generated always as identity primary key, path varchar unique)");
        ledger.execute("checkpoint");
    }

    @AfterEach
    void isClosed() {
        database.destroy();
    }

    private void receive(int from, int to) {
        for (int number = from; number < to; number++) {
            ledger.update("insert into report (path) values (?)", "posts/" + number + ".csv");
        }
    }

    private byte[] file() {
        try {
            return Files.readAllBytes(workspace.database());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** How many reports the next process finds, where this one is killed now. */
    private int leftBehind() {
        Workspace next = new Workspace(home.resolve("input"), home.resolve("next"));
        try {
            Files.createDirectories(next.ledger());
            Files.write(next.database(), file());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        JdbcDataSource opened = new JdbcDataSource();
        opened.setUrl(next.databaseUrl());
        opened.setUser("crossfoot");
        return new JdbcTemplate(opened).queryForObject("select count(*) from report", Integer.class);
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** H2's own threads write what was taken for the file. */
    private static void soon(BooleanSupplier isSo) {
        for (int i = 0; i < 100 && !isSo.getAsBoolean(); i++) {
            pause(20);
        }
        assertThat(isSo.getAsBoolean()).isTrue();
    }

    @Test
    void theFileIsNeverWrittenInTheMidstOfACommit() {
        byte[] before = file();
        commit.executeWithoutResult(status -> {
            receive(0, 30);
            pause(LONGER_THAN_H2_WAITS);
            receive(30, 60);
            assertThat(Arrays.equals(file(), before)).isTrue();
        });
        soon(() -> !Arrays.equals(file(), before));
    }

    @Test
    void aCommitThatCameAWhileAfterTheOneBeforeStandsInTheFileSoonAndWhatIsNotCommittedDoesNot() {
        pause(LONGER_THAN_WE_WAIT);
        commit.executeWithoutResult(status -> receive(0, 30));
        soon(() -> leftBehind() == 30);
        pause(LONGER_THAN_WE_WAIT);
        commit.executeWithoutResult(status -> {
            receive(30, 60);
            assertThat(leftBehind()).isEqualTo(30);
        });
        soon(() -> leftBehind() == 60);
    }
}

package org.crossfoot.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.crossfoot.ledger.Schema;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Opens the ledger's database, up to date. H2 commits each table as it is made, so a migration that was cut short can neither be
 * taken back nor repeated: it is done on a draft, which is then renamed onto the database.
 */
final class LedgerDatabase {

    private static final int CONNECTIONS = 8;
    private static final String USER = "crossfoot";
    private static final String PASSWORD = "";

    private final Workspace workspace;
    private final UnaryOperator<DataSource> between;

    /** @param between what stands between the program and its database */
    LedgerDatabase(Workspace workspace, UnaryOperator<DataSource> between) {
        this.workspace = workspace;
        this.between = between;
    }

    /** Opens it, or makes it; the lock must be held. */
    JdbcConnectionPool open() throws IOException {
        if (isThere()) {
            JdbcConnectionPool pool = pool(workspace.databaseUrl());
            if (isUpToDate(pool)) {
                return pool;
            }
        }
        migrate();
        return pool(workspace.databaseUrl());
    }

    private boolean isThere() throws IOException {
        return Files.exists(workspace.database()) && Files.size(workspace.database()) > 0;
    }

    /** Disposes of the pool where it is not. */
    private boolean isUpToDate(JdbcConnectionPool pool) {
        boolean upToDate = false;
        try {
            upToDate = !schema(pool).isOlder();
            return upToDate;
        } finally {
            if (!upToDate) {
                pool.dispose();
            }
        }
    }

    private void migrate() throws IOException {
        Path draft = workspace.databaseDraft();
        Files.deleteIfExists(draft);
        if (isThere()) {
            Files.copy(workspace.database(), draft);
        }
        JdbcConnectionPool pool = pool(workspace.databaseDraftUrl());
        try {
            schema(pool).bringUpToDate();
            shutDown(workspace.databaseDraftUrl());
        } finally {
            pool.dispose();
        }
        JdbcConnectionPool migrated = pool(workspace.databaseDraftUrl());
        if (!isUpToDate(migrated)) {
            throw new IOException(draft + " could not be brought up to date; the ledger stands as it was");
        }
        migrated.dispose();
        force(draft, StandardOpenOption.WRITE);
        Files.move(draft, workspace.database(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(workspace.ledger(), StandardOpenOption.READ);
    }

    /**
     * A connection that was left open would keep the file, and what was never committed. The pool gives none to close it by: given
     * back, it would be asked to roll back, and H2 would tell in the log that it was closed.
     */
    private static void shutDown(String url) throws IOException {
        try (Connection connection = DriverManager.getConnection(url, USER, PASSWORD); Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IOException("the draft of the ledger's database cannot be closed", e);
        }
    }

    private Schema schema(DataSource database) {
        return new Schema(between.apply(database));
    }

    private static JdbcConnectionPool pool(String url) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, USER, PASSWORD);
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}

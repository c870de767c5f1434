package org.crossfoot.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Opens the ledger's database, up to date. H2 commits each table as it is made, so a migration that was cut short can neither be
 * taken back nor repeated: it is done on a draft, which is then renamed onto the database.
 */
final class LedgerDatabase {

    private static final int CONNECTIONS = 8;

    private final Workspace workspace;
    private final UnaryOperator<DataSource> between;

    /** @param between what stands between the program and its database */
    LedgerDatabase(Workspace workspace, UnaryOperator<DataSource> between) {
        this.workspace = workspace;
        this.between = between;
    }

    /** Opens it, or makes it; the lock must be held. */
    JdbcConnectionPool open() throws IOException {
        if (Files.exists(workspace.database())) {
            JdbcConnectionPool pool = pool(workspace.databaseUrl());
            if (isUpToDate(pool)) {
                return pool;
            }
        }
        migrate();
        return pool(workspace.databaseUrl());
    }

    /** Disposes of the pool where it is not. */
    private boolean isUpToDate(JdbcConnectionPool pool) {
        boolean upToDate = false;
        try {
            Flyway migrations = migrations(pool);
            if (migrations.info().pending().length == 0) {
                migrations.validate();
                upToDate = true;
            }
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
        if (Files.exists(workspace.database())) {
            Files.copy(workspace.database(), draft);
        }
        JdbcConnectionPool pool = pool(workspace.databaseDraftUrl());
        try {
            migrations(pool).migrate();
            shutDown(pool);
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

    /** A connection that was left open would keep the file, and what was never committed. */
    private static void shutDown(DataSource database) throws IOException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IOException("the draft of the ledger's database cannot be closed", e);
        }
    }

    private Flyway migrations(DataSource database) {
        return Flyway.configure().dataSource(between.apply(database)).encoding(StandardCharsets.UTF_8).load();
    }

    private static JdbcConnectionPool pool(String url) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "crossfoot", "");
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}

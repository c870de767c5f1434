package org.crossfoot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.crossfoot.ledger.Schema;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the ledger's database, up to date. H2 commits each table as it is made, so a migration that was cut short can neither be
 * taken back nor repeated: it is done on a draft, which is then renamed onto the database.
 */
public final class LedgerDatabase {

    private static final int CONNECTIONS = 8;
    static final String USER = "crossfoot";
    static final String PASSWORD = "";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerDatabase.class);
    private static final String ANEW = "the ledger is made anew from input/; revision numbers begin again";

    private final Workspace workspace;
    private final UnaryOperator<DataSource> between;
    private final SealedLedger sealed;
    private JdbcConnectionPool open;

    /** @param between what stands between the program and its database */
    public LedgerDatabase(Workspace workspace, UnaryOperator<DataSource> between) {
        this.workspace = workspace;
        this.between = between;
        this.sealed = new SealedLedger(workspace);
    }

    /**
     * Makes way for a new database where one is asked for, or the old one is lost: all it says can be rebuilt from
     * {@code input/}.
     *
     * @return whether a ledger that was there before is made anew
     */
    public static boolean makeWay(Workspace workspace, boolean rebuild) throws IOException {
        Path file = workspace.database();
        boolean missing = !isThere(workspace);
        if (missing && (Files.isDirectory(workspace.archive()) || new SealedLedger(workspace).isKnown())) {
            LOG.warn("{} is {}: {}", file, Files.exists(file) ? "empty" : "missing", ANEW);
            return true;
        }
        if (!missing && rebuild) {
            Path aside = Stream.iterate(1, number -> number + 1)
                    .map(number -> file.resolveSibling(file.getFileName() + ".set-aside-" + number))
                    .filter(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS)).findFirst().orElseThrow();
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            LOG.warn("{} is set aside as {}: {}", file, aside.getFileName(), ANEW);
            return true;
        }
        return false;
    }

    /**
     * Opens it, or makes it; the lock must be held.
     *
     * @throws JobFailure       where it is not what it was, or a newer program's; nothing of it was changed
     * @throws RunningException where somebody has opened it in spite of the lock
     */
    public JdbcConnectionPool open() throws IOException, JobFailure, RunningException {
        if (isThere(workspace) && !Files.isWritable(workspace.database())) {
            throw new AccessDeniedException(workspace.database().toString());
        }
        sealed.open(isThere(workspace) ? sealed.check() : LedgerSeal.OF_NOTHING);
        open = openUpToDate();
        return open;
    }

    private JdbcConnectionPool openUpToDate() throws IOException {
        if (isThere(workspace)) {
            JdbcConnectionPool pool = pool(workspace.databaseUrl());
            if (isUpToDate(pool)) {
                return pool;
            }
        }
        migrate();
        return pool(workspace.databaseUrl());
    }

    /** Closes it, however many connections were left, and seals it where all that is known to be in it still is. */
    void close() {
        if (open == null) {
            return;
        }
        try {
            LedgerSeal seal = LedgerSeal.of(open);
            boolean whole = sealed.isIn(open);
            shutDown(workspace.databaseUrl());
            force(workspace.database(), StandardOpenOption.WRITE);
            if (whole) {
                sealed.close(seal);
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("the ledger was not closed well, which the next command looks at", e);
        } finally {
            open.dispose();
        }
    }

    /** @throws IOException where that may not be looked at, which is no sign that it is missing */
    static boolean isThere(Workspace workspace) throws IOException {
        return !Files.notExists(workspace.database()) && Files.size(workspace.database()) > 0;
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
        if (isThere(workspace)) {
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
     * A connection that was left open would keep the file, and what was never committed. The pool gives none to close it by:
     * given back, it would be asked to roll back, and H2 would tell in the log that it was closed.
     */
    private static void shutDown(String url) throws IOException {
        try (Connection connection = DriverManager.getConnection(url, USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IOException("the ledger's database cannot be closed", e);
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

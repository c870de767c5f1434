package org.crossfoot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import javax.sql.DataSource;
import org.crossfoot.ledger.Schema;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database of H2's in the output folder. H2 commits each table as it is made, so a migration that was cut short can neither be
 * taken back nor repeated: it is done on a draft, which is then renamed onto the database.
 */
final class LedgerInFile implements LedgerStore {

    private static final int CONNECTIONS = 8;
    private static final String USER = "crossfoot";
    private static final String PASSWORD = "";
    private static final int AT_ONCE = 1 << 20;

    /** What is done to a database before it takes the place of the one that is there. */
    @FunctionalInterface
    interface Preparation {
        void of(DataSource draft) throws IOException;
    }

    private final Workspace workspace;
    private final Path file;

    LedgerInFile(Workspace workspace) {
        this.workspace = workspace;
        this.file = workspace.database();
    }

    @Override
    public boolean isThere() throws IOException {
        return !Files.notExists(file) && Files.size(file) > 0;
    }

    @Override
    public String setAside() throws IOException {
        Path aside = Stream.iterate(1, number -> number + 1)
                .map(number -> file.resolveSibling(file.getFileName() + ".set-aside-" + number))
                .filter(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS)).findFirst().orElseThrow();
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        return aside.getFileName().toString();
    }

    @Override
    public Opened open(UnaryOperator<DataSource> between) throws IOException {
        if (isThere()) {
            JdbcConnectionPool pool = pool(workspace.databaseUrl());
            if (isUpToDate(pool, between)) {
                return opened(pool);
            }
        }
        replace(isThere(), draft -> new Schema(between.apply(draft)).bringUpToDate(), between);
        return opened(pool(workspace.databaseUrl()));
    }

    @Override
    public Opened openToAsk() {
        return opened(pool(workspace.databaseUrlToAsk()));
    }

    private static Opened opened(JdbcConnectionPool pool) {
        return new Opened(pool, pool::dispose);
    }

    /** Disposes of the pool where it is not. */
    private static boolean isUpToDate(JdbcConnectionPool pool, UnaryOperator<DataSource> between) {
        boolean upToDate = false;
        try {
            upToDate = !new Schema(between.apply(pool)).isOlder();
            return upToDate;
        } finally {
            if (!upToDate) {
                pool.dispose();
            }
        }
    }

    /**
     * Prepares a database and puts it in the place of the one that is there, whole.
     *
     * @param isOfOld whether it is prepared from that one
     */
    void replace(boolean isOfOld, Preparation preparation, UnaryOperator<DataSource> between) throws IOException {
        Path draft = workspace.databaseDraft();
        Files.deleteIfExists(draft);
        if (isOfOld) {
            Files.copy(file, draft);
        }
        JdbcConnectionPool pool = pool(workspace.databaseDraftUrl());
        try {
            preparation.of(pool);
            shutDown(workspace.databaseDraftUrl());
        } finally {
            pool.dispose();
        }
        JdbcConnectionPool prepared = pool(workspace.databaseDraftUrl());
        if (!isUpToDate(prepared, between)) {
            throw new IOException(draft + " could not be brought up to date; the ledger stands as it was");
        }
        prepared.dispose();
        force(draft, StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(workspace.ledger(), StandardOpenOption.READ);
    }

    @Override
    public void force() throws IOException {
        shutDown(workspace.databaseUrl());
        force(file, StandardOpenOption.WRITE);
    }

    /**
     * A connection that was left open would keep the file, and what was never committed. The pool gives none to close it by:
     * given back, it would be asked to roll back, and H2 would tell in the log that it was closed.
     */
    private static void shutDown(String url) throws IOException {
        // Java's DriverManager would load the drivers of all databases.
        try (Connection connection = database(url).getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IOException("the ledger's database cannot be closed", e);
        }
    }

    private static JdbcDataSource database(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl(url);
        database.setUser(USER);
        database.setPassword(PASSWORD);
        return database;
    }

    private static JdbcConnectionPool pool(String url) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(database(url));
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /**
     * A flipped bit, or a few that stand together, always give another one; anything else does but once in four thousand million
     * times.
     */
    @Override
    public String digest() throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer some = ByteBuffer.allocateDirect(AT_ONCE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = 0;
            while (channel.read(some) >= 0) {
                size += some.flip().remaining();
                sum.update(some);
                some.clear();
            }
            return size + " " + Long.toHexString(sum.getValue());
        }
    }
}

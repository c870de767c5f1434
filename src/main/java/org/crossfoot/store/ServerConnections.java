package org.crossfoot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.crossfoot.ledger.Schema;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to a ledger's server. The password is that of PGPASSWORD, else of the file that CROSSFOOT_LEDGER_PASSWORD_FILE
 * names, else what the driver finds in {@code .pgpass}.
 */
final class ServerConnections {

    private static final String PASSWORD_FILE = "CROSSFOOT_LEDGER_PASSWORD_FILE";
    /** Each thread that reconciles or reads may hold one all the while. */
    private static final int CONNECTIONS = 8 + Runtime.getRuntime().availableProcessors();
    /** As long as the driver waits for a server to answer. */
    private static final long PATIENCE_MS = 10_000;
    /** Longer than any statement of ours takes, and shorter than a system waits for a machine that has vanished. */
    private static final int SILENCE_SECONDS = 300;

    private ServerConnections() {
    }

    /** One that belongs to no pool. */
    static Connection one(Workspace workspace, String name) throws IOException, SQLException {
        return source(workspace, name).getConnection();
    }

    /**
     * Some, which are made when they are needed and kept.
     *
     * @param first what is said to each before all else
     * @param asked of each failure; null for nobody
     */
    static HikariDataSource some(Workspace workspace, String name, String first, SQLExceptionOverride asked)
            throws IOException {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("ledger");
        pool.setDataSource(source(workspace, name));
        pool.setConnectionInitSql(first);
        pool.setExceptionOverride(asked);
        pool.setConnectionTimeout(PATIENCE_MS);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(0);
        pool.setMaxLifetime(0);
        return new HikariDataSource(pool);
    }

    private static PGSimpleDataSource source(Workspace workspace, String name) throws IOException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        String address = workspace.server().orElseThrow();
        try {
            server.setUrl(address);
        } catch (IllegalArgumentException e) {
            throw new IOException(address + ": is not understood; write jdbc:postgresql://host/database", e);
        }
        server.setCurrentSchema(Schema.ON_SERVER);
        server.setApplicationName(name);
        server.setReWriteBatchedInserts(true);
        server.setTcpKeepAlive(true);
        if (!address.contains("socketTimeout=")) {
            server.setSocketTimeout(SILENCE_SECONDS);
        }
        if (server.getUser() == null && System.getenv("PGUSER") != null) {
            server.setUser(System.getenv("PGUSER"));
        }
        String password = password();
        if (password != null) {
            server.setPassword(password);
        }
        return server;
    }

    private static String password() throws IOException {
        String file = System.getenv(PASSWORD_FILE);
        return System.getenv("PGPASSWORD") != null || file == null ? System.getenv("PGPASSWORD")
                : Files.readString(Path.of(file)).strip();
    }
}

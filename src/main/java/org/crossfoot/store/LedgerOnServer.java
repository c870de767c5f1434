package org.crossfoot.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.crossfoot.ledger.Schema;

/** A schema of a PostgreSQL database. What was committed there is on the disk, and a migration is done whole or not at all. */
final class LedgerOnServer implements LedgerStore {

    private final Workspace workspace;

    LedgerOnServer(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public boolean isThere() throws IOException {
        try (Opened opened = openToAsk()) {
            return new Schema(opened.database()).isThere();
        }
    }

    @Override
    public String setAside() throws IOException {
        try (Connection connection = ServerConnections.one(workspace, "crossfoot");
                Statement statement = connection.createStatement();
                ResultSet number = statement.executeQuery(
                "select coalesce(max(cast(substring(nspname from '[0-9]+$') as integer)), 0) + 1 from pg_namespace"
                + " where nspname like '" + Schema.ON_SERVER + "\\_set\\_aside\\_%'")) {
            number.next();
            String aside = Schema.ON_SERVER + "_set_aside_" + number.getInt(1);
            statement.execute("alter schema " + Schema.ON_SERVER + " rename to " + aside);
            return "schema " + aside;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public Opened open(UnaryOperator<DataSource> between) throws IOException {
        ServerConnectionsOfRun connections = new ServerConnectionsOfRun();
        HikariDataSource pool = ServerConnections.some(workspace, "crossfoot", ServerLock.toWrite(workspace), connections);
        connections.setTargetDataSource(pool);
        try {
            new Schema(between.apply(connections)).bringUpToDate();
            return new Opened(connections, pool::close);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    @Override
    public Opened openToAsk() throws IOException {
        return open(workspace, "crossfoot asking", "set default_transaction_read_only = on");
    }

    /**
     * Opens it as it is.
     *
     * @param name  what its connections are called by
     * @param first what is said to each before all else
     */
    static Opened open(Workspace workspace, String name, String first) throws IOException {
        HikariDataSource pool = ServerConnections.some(workspace, name, first, null);
        return new Opened(pool, pool::close);
    }

    @Override
    public void force() {
        // Every commit has been.
    }

    @Override
    public String digest() {
        return "on a server";
    }
}

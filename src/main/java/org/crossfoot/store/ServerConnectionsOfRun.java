package org.crossfoot.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connections of a run, of which there is none any more once one was lost with the server: the lock went with it, and whoever
 * is still at work learns so at once, rather than waiting for a connection that could write nothing.
 */
final class ServerConnectionsOfRun extends DelegatingDataSource implements SQLExceptionOverride {

    /** The state of a connection that was lost, or never made. */
    static final String STATE = "08006";

    private static final Set<String> STATES = Set.of("08000", "08001", "08003", STATE, "08007", "57P01", "57P02", "57P03");

    private volatile SQLException lost;

    /** Whether that is what a state of PostgreSQL's means. */
    static boolean isMeantBy(String state) {
        return state != null && STATES.contains(state);
    }

    @java.lang.Override
    public Connection getConnection() throws SQLException {
        if (lost != null) {
            throw new SQLException(lost.getMessage(), STATE, lost);
        }
        try {
            return super.getConnection();
        } catch (SQLException e) {
            adjudicate(e);
            throw e;
        }
    }

    /** Is asked by the pool of each failure. */
    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        if (isMeantBy(failure.getSQLState())) {
            lost = failure;
        }
        return SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}

package org.crossfoot.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** The database that a ledger is kept in, and what is said to it in words that are not standard SQL. */
public enum Dialect {

    /** A file of the program's own. */
    H2("classpath:db/migration", 1) {
        @Override
        String by(String index) {
            return "use index (" + index + ")";
        }

        @Override
        Optional<String> toDisk() {
            return Optional.of("checkpoint sync");
        }
    },

    /** A server, which has what was committed on its disk. Its first migration is all of H2's up to that number. */
    POSTGRESQL("classpath:db/postgresql", 17) {
        @Override
        String by(String index) {
            return "";
        }

        @Override
        Optional<String> toDisk() {
            return Optional.empty();
        }
    };

    private final String migrations;
    private final int firstMigration;

    Dialect(String migrations, int firstMigration) {
        this.migrations = migrations;
        this.firstMigration = firstMigration;
    }

    /** That of an open database. */
    static Dialect of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return of(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the ledger's database gives no connection", e);
        }
    }

    static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:h2:") ? H2 : POSTGRESQL;
    }

    /** Where the migrations stand. */
    String migrations() {
        return migrations;
    }

    /** They are numbered from here on. */
    int firstMigration() {
        return firstMigration;
    }

    /** Goes behind a table and its name in a query: the index to go by, where the database would take one that reads more. */
    abstract String by(String index);

    /** Has what was committed written to the disk at once, where the database would take its time. */
    abstract Optional<String> toDisk();
}

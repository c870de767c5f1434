package org.crossfoot.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's tables, as the migrations of its dialect make them. Flyway is asked only where its history is not that
 * of this version of the program, since finding that nothing is to be done takes it longer than a quiet night takes in all.
 */
public final class Schema {

    /** The number of the last migration. */
    public static final int MIGRATIONS = 23;

    private static final String FAILED = "failed";

    /** In which the tables stand on a server, where others may stand beside it. */
    public static final String ON_SERVER = "crossfoot";

    private final DataSource database;
    private final Dialect dialect;

    public Schema(DataSource database) {
        this.database = database;
        this.dialect = Dialect.of(database);
    }

    /** Makes the tables, or brings them from an older version of the program to this one. */
    public void bringUpToDate() {
        if (!isOurs()) {
            flyway().migrate();
        }
    }

    /** Whether a migration is still to be done. */
    public boolean isOlder() {
        return !isOurs() && flyway().info().pending().length > 0;
    }

    /** Whether a newer version of the program did a migration that we do not know. */
    public boolean isNewer() {
        return isThere() && history().stream().anyMatch(version -> !version.equals(FAILED) && !ours().contains(version));
    }

    private Flyway flyway() {
        FluentConfiguration flyway = Flyway.configure().dataSource(database).encoding(StandardCharsets.UTF_8)
                .locations(dialect.migrations());
        return (dialect == Dialect.H2 ? flyway : flyway.defaultSchema(ON_SERVER)).load();
    }

    /** Whether all our migrations, and no others, were done, and none failed. */
    boolean isOurs() {
        return isThere() && history().equals(ours());
    }

    /** Whether there are any tables, as far as whoever asks may know. */
    public boolean isThere() {
        return JdbcClient.create(database)
                .sql("select count(*) from information_schema.tables where table_name = 'flyway_schema_history'"
                + " and table_schema = current_schema")
                .query(Integer.class).single() > 0;
    }

    /** The migrations that were done; of those that failed, only that. */
    private Set<String> history() {
        return JdbcClient.create(database)
                .sql(("select case when \"success\" then \"version\" else '%s' end"
                + " from \"flyway_schema_history\" where \"type\" = 'SQL'").formatted(FAILED))
                .query(String.class).set();
    }

    private Set<String> ours() {
        return IntStream.rangeClosed(dialect.firstMigration(), MIGRATIONS).mapToObj(Integer::toString)
                .collect(Collectors.toSet());
    }
}

package org.crossfoot.ledger;

import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's tables, as the migrations in {@code db/migration} make them. Flyway is asked only where its history is not that
 * of this version of the program, since finding that nothing is to be done takes it longer than a quiet night takes in all.
 */
public final class Schema {

    /** How many migrations there are; they are numbered from 1 on. */
    static final int MIGRATIONS = 8;

    private final DataSource database;

    public Schema(DataSource database) {
        this.database = database;
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

    private Flyway flyway() {
        return Flyway.configure().dataSource(database).encoding(StandardCharsets.UTF_8).load();
    }

    /** Whether all our migrations, and no others, were done, and none failed. */
    boolean isOurs() {
        JdbcClient client = JdbcClient.create(database);
        boolean begun = client.sql("select count(*) from information_schema.tables where table_name = 'flyway_schema_history'")
                .query(Integer.class).single() > 0;
        return begun && client.sql("""
                select count(*) = :all and sum(case when "success" and cast("version" as integer) between 1 and :all then 1 else 0 end) = :all
                from "flyway_schema_history" where "type" = 'SQL'""").param("all", MIGRATIONS).query(Boolean.class).single();
    }
}

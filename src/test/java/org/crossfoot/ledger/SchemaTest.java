package org.crossfoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.crossfoot.PostgresServer;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaTest {

    private DataSource database;

    @BeforeEach
    void aDatabaseOfItsOwn() {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:schema" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
        database = memory;
    }

    private void change(String statement) {
        JdbcClient.create(database).sql(statement).update();
    }

    @Test
    void theMigrationsAreNumberedFromOneToTheNumberThatSchemaNames() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<Integer> numbers = files.map(file -> file.getFileName().toString())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__")))).sorted().toList();
            assertThat(numbers).as("Schema.MIGRATIONS is raised with every migration")
                    .isEqualTo(IntStream.rangeClosed(1, Schema.MIGRATIONS).boxed().toList());
        }
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/postgresql"))) {
            assertThat(files).as("a server's begin later").hasSize(Schema.MIGRATIONS - Dialect.POSTGRESQL.firstMigration() + 1);
        }
    }

    @Test
    void anEmptyDatabaseGetsItsTablesAndThenNeedsNothingMore() {
        Schema schema = new Schema(database);
        assertThat(schema.isOurs()).isFalse();
        assertThat(schema.isOlder()).isTrue();

        schema.bringUpToDate();

        assertThat(schema.isOurs()).isTrue();
        assertThat(schema.isOlder()).isFalse();
        assertThat(JdbcClient.create(database).sql("select count(*) from report").query(Integer.class).single()).isZero();
    }

    @Test
    void aDatabaseThatLacksTheLastMigrationIsOlder() {
        Schema schema = new Schema(database);
        schema.bringUpToDate();
        change("delete from \"flyway_schema_history\" where \"version\" = '" + Schema.MIGRATIONS + "'");
        assertThat(schema.isOurs()).isFalse();
        assertThat(schema.isOlder()).isTrue();
    }

    @Test
    void aMigrationThatFailedOrThatWeDoNotKnowIsLeftToFlyway() {
        Schema schema = new Schema(database);
        schema.bringUpToDate();
        change("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '2'");
        assertThat(schema.isOurs()).as("one failed").isFalse();
        change("update \"flyway_schema_history\" set \"success\" = true, \"version\" = '99' where \"version\" = '2'");
        assertThat(schema.isOurs()).as("one is of a newer program, one of ours is missing").isFalse();
    }

    @Test
    void theDatesOfAnOlderLedgerAreCountedAsTheyStand() {
        Flyway.configure().dataSource(database).encoding("UTF-8").target("8").load().migrate();
        String sha256 = "'" + "0".repeat(64) + "'";
        change("insert into run (id, command, business_date, settings, started) values ('r', 'run', date '2025-01-26', " + sha256
                + ", timestamp with time zone '2025-01-27 07:30:00+00:00')");
        for (int number = 1; number <= 2; number++) {
            change("insert into revision (date, number, run, business_date, settings, result_sha256, published, figures, "
                    + "sources, datapackage_json_gz,"
                    + " discrepancies_csv_gz, totals_csv_gz, figures_csv_gz) values (date '2025-01-26', " + number
                    + ", 'r', date '2025-01-26', "
                    + sha256 + ", " + sha256 + ", true, 8, 3, X'', X'', X'', X'')");
        }
        change("insert into date_state (date, context_from, revision) values (date '2025-01-26', null, 2)");
        discrepancy(1, "a", "error", "new");
        discrepancy(2, "a", "error", "persisting");
        discrepancy(2, "b", "error", "new");
        discrepancy(2, "c", "error", "resolved");
        discrepancy(2, "d", "warning", "reopened");
        discrepancy(2, "e", "info", "waived");
        change("update discrepancy set gap_percent = case id when 'a' then '9.5' when 'b' then '18.91' else '99' end"
                + " where revision = 2");

        new Schema(database).bringUpToDate();

        assertThat(Ledger.of(database, new Archive(Path.of("archive"))).revisions().summaries())
                .containsExactly(new DateSummary(LocalDate.of(2025, 1, 26), 2, 3, 8, 2, 1, 0, 1, 2, "18.91"));
    }

    @Test
    void whatHadLapsedInAnOlderLedgerIsKnownToHaveLapsed() {
        Flyway.configure().dataSource(database).encoding("UTF-8").target("14").load().migrate();
        discrepancy(1, "a", "warning", "waived");
        discrepancy(1, "b", "warning", "lapsed");
        change("update discrepancy set explanation = 'Lapsed: the rule is no longer broken only because figures it rested on are"
                + " gone (ice 5, a.csv:2). Before: 5 and 6.'");
        discrepancy(1, "c", "error", "resolved");

        new Schema(database).bringUpToDate();

        assertThat(Ledger.of(database, new Archive(Path.of("archive"))).revisions().discrepancies(LocalDate.of(2025, 1, 26), 1))
                .extracting(row -> row.id().strip(), DiscrepancyRecord::lapsed)
                .containsExactlyInAnyOrder(tuple("a", true), tuple("b", true), tuple("c", false));
    }

    @Test
    void aServerHasTheSameTablesAndComparesTextsByTheirBytes() {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(PostgresServer.newDatabase());
        server.setCurrentSchema(Schema.ON_SERVER);
        new Schema(database).bringUpToDate();
        new Schema(server).bringUpToDate();

        assertThat(new Schema(server).isOurs()).isTrue();
        assertThat(columns(server)).containsExactlyElementsOf(columns(database));
        assertThat(JdbcClient.create(server).sql("""
                select table_name || '.' || column_name from information_schema.columns c
                where table_schema = current_schema and data_type in ('text', 'character varying') \
                and collation_name is distinct from 'C' and table_name not like 'batch%' and table_name not like 'flyway%'
                and not exists (select 1 from information_schema.views v where v.table_name = c.table_name)""")
                .query(String.class).list()).isEmpty();
    }

    /** With their kinds, as far as both databases have words for them; not those of Batch's own tables. */
    private static List<String> columns(DataSource database) {
        return JdbcClient.create(database).sql("""
                select lower(table_name) || '.' || lower(column_name) || ' ' || lower(data_type) || ' ' || is_nullable
                from information_schema.columns where table_schema = current_schema and lower(table_name) not like 'batch%'
                and lower(table_name) not like 'flyway%' and column_name <> '_rowid_'""").query(String.class).list().stream()
                .map(column -> column.replaceFirst(" (character.*|text) ", " text ").replaceFirst(" (binary large object|bytea) ",
                " bytes ")).sorted().toList();
    }

    private void discrepancy(int revision, String id, String severity, String status) {
        change("insert into discrepancy (date, revision, id, rule, area, measure, period_start, severity, status, first_seen, "
                + "figures, gap,"
                + " gap_percent, verdict, blamed, possible_cause, explanation, position) values (date '2025-01-26', " + revision
                + ", '" + id
                + "', 'sources-agree', 'us', 'arrests', date '2025-01-26', '" + severity + "', '" + status
                + "', 1, '', 1, '', 'localised', '', '', '', 1)");
    }
}

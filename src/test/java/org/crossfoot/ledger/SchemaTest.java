package org.crossfoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
}

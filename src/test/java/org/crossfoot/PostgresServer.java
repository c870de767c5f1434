package org.crossfoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL of the tests' own, started once where it can be had, and ended with them; else its tests are skipped. */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    private PostgresServer() {
    }

    /** The address of a database with nothing in it. */
    public static String newDatabase() {
        String name = "ledger" + DATABASES.incrementAndGet();
        execute("postgres", "create database " + name);
        return address(name, "postgres");
    }

    public static String address(String database, String user) {
        return "jdbc:postgresql://localhost:" + started().getPort() + "/" + database + "?user=" + user;
    }

    /** Where {@code psql} and what uses it find the server. */
    public static Map<String, String> environment() {
        return Map.of("PGHOST", "localhost", "PGPORT", String.valueOf(started().getPort()), "PGUSER", "postgres");
    }

    /** As whoever administers the server. */
    public static void execute(String database, String sql) {
        try (Connection connection = started().getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A single answer. */
    public static String ask(String database, String sql) {
        try (Connection connection = started().getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement(); var answer = statement.executeQuery(sql)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The name of a database of ours. */
    public static String nameIn(String address) {
        return address.replaceFirst("^.*/", "").replaceFirst("[?].*$", "");
    }

    private static synchronized EmbeddedPostgres started() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException | IllegalStateException e) {
                String why = "no PostgreSQL can be started here (" + e + "); what is held of it is not looked at";
                if ("required".equals(System.getenv("CROSSFOOT_TEST_POSTGRES"))) {
                    throw new AssertionError(why, e);
                }
                abort(why);
            }
        }
        return server;
    }
}

package org.crossfoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        execute(started(), database, sql);
    }

    private static void execute(EmbeddedPostgres one, String database, String sql) {
        try (Connection connection = one.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A single answer. */
    public static String ask(String database, String sql) {
        return ask(started(), database, sql);
    }

    private static String ask(EmbeddedPostgres one, String database, String sql) {
        try (Connection connection = one.getDatabase("postgres", database).getConnection();
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
            server = start(Boolean.getBoolean("crossfoot.namespaces") ? openToAll() : EmbeddedPostgres.builder());
        }
        return server;
    }

    /** For workers with networks of their own: it listens at all addresses, and lets in whoever comes. */
    private static EmbeddedPostgres.Builder openToAll() {
        return EmbeddedPostgres.builder().setServerConfig("listen_addresses", "*").setDataDirectoryCustomizer(folder -> {
            try {
                Files.writeString(folder.toPath().resolve("pg_hba.conf"), "host all all all trust\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder one) {
        try {
            return one.start();
        } catch (IOException | IllegalStateException e) {
            String why = "no PostgreSQL can be started here (" + e + "); what is held of it is not looked at";
            if ("required".equals(System.getenv("CROSSFOOT_TEST_POSTGRES"))) {
                throw new AssertionError(why, e);
            }
            return abort(why);
        }
    }

    /** A server of a test's own, which can be stopped and started again, as whoever administers it does. */
    public static final class Restarted implements AutoCloseable {

        private final Path data;
        private final int port;
        private EmbeddedPostgres running;

        /** @param data where it keeps what it stores */
        public Restarted(Path data) {
            this.data = data;
            running = PostgresServer.start(EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false));
            port = running.getPort();
        }

        /** The address of a database with nothing in it. */
        public String newDatabase() {
            String name = "ledger" + DATABASES.incrementAndGet();
            execute(running, "postgres", "create database " + name);
            return "jdbc:postgresql://localhost:" + port + "/" + name + "?user=postgres";
        }

        /** A single answer. */
        public String ask(String address, String sql) {
            return PostgresServer.ask(running, nameIn(address), sql);
        }

        public synchronized void stop() {
            try {
                running.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        public synchronized void startAgain() {
            running = PostgresServer.start(EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
                    .setPort(port));
        }

        @Override
        public void close() {
            stop();
        }
    }
}

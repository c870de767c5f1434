package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class LedgerDatabaseTest {

    @TempDir
    Path home;

    /** On a slow machine H2 writes a database in many pieces; compacting them can fail, and H2 leaves a file that tells of it. */
    @Test
    void nothingIsLeftOfADraftThatWasWrittenInManyPieces() throws IOException {
        Workspace workspace = new Workspace(home, home);
        Files.createDirectories(workspace.ledger());

        new LedgerDatabase(workspace, WrittenAtEachCommit::new).open().dispose();

        assertThat(workspace.ledger().toFile().list()).containsExactly("crossfoot.mv.db");
    }

    private static final class WrittenAtEachCommit extends DelegatingDataSource {

        WrittenAtEachCommit(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("checkpoint");
                            }
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}

package org.crossfoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class LedgerDatabaseTest {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("h2database");

    @TempDir
    Path home;

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private Workspace workspace;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        workspace = new Workspace(home, home);
        Files.createDirectories(workspace.ledger());
        said.start();
        LOGGER.addAppender(said);
    }

    @AfterEach
    void nothingLiesBesideTheDatabase() {
        LOGGER.detachAppender(said);
        assertThat(workspace.ledger().toFile().list()).containsExactly("crossfoot.mv.db");
    }

    /** As on a slow machine; H2 can fail to compact them. */
    @Test
    void aDraftThatWasWrittenInManyPiecesIsClosedWell() throws Exception {
        LedgerDatabase database = new LedgerDatabase(workspace, WrittenAtEachCommit::new);
        database.open();
        database.close();

        // Of connections that other tests left to the garbage collector H2 speaks here as well, as draft:jdbc.
        assertThat(said.list).extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message -> message.startsWith("draft:database"));
    }

    @Test
    void whatH2SaysOfAStatementThatFailedGoesToTheLog() throws Exception {
        LedgerDatabase database = new LedgerDatabase(workspace, each -> each);
        JdbcClient asked = JdbcClient.create(database.open());

        assertThatThrownBy(() -> asked.sql("select nothing").query().listOfRows())
                .isInstanceOf(BadSqlGrammarException.class);

        database.close();
        assertThat(said.list).extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(message -> message.startsWith("crossfoot:"));
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

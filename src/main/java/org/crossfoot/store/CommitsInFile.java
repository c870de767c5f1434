package org.crossfoot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Commits to H2 in a file, which gets what stands between commits alone. By itself H2 takes for it what stands in the midst of a
 * statement too: of a process that was killed then, the next one found a row without its entry in an index, or a report that had
 * been read without its figures, once among a hundred such states. Only one thread may change anything.
 */
public final class CommitsInFile extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /** What a kill can cost; each time adds some 50 KB to the file until H2 uses them again. */
    private static final long SELDOM = Duration.ofMillis(200).toNanos();

    private long taken = System.nanoTime();

    public CommitsInFile(DataSource database) {
        super(database);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (System.nanoTime() - taken > SELDOM) {
            new JdbcTemplate(obtainDataSource()).execute(CommitsInFile::take);
            taken = System.nanoTime();
        }
    }

    /**
     * Takes what stands now; H2's own threads write it. SQL has {@code checkpoint} for it, which waits for them: a seventh of
     * what long reports take to be read.
     */
    private static Object take(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        MVStore store = session.getDatabase().getStore().getMvStore();
        return store.tryCommit();
    }
}

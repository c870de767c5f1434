package org.crossfoot.job;

import java.io.IOException;
import java.nio.file.Files;
import org.crossfoot.ledger.History;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Questions;
import org.crossfoot.ledger.Schema;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger opened to be asked. Nothing of it is changed, and a run that begins meanwhile waits until it is closed. */
public final class LedgerReading implements AutoCloseable {

    private final OutputLock lock;
    private final JdbcConnectionPool database;
    private final Ledger ledger;

    private LedgerReading(OutputLock lock, JdbcConnectionPool database, Ledger ledger) {
        this.lock = lock;
        this.database = database;
        this.ledger = ledger;
    }

    /**
     * Opens the ledger of a workspace.
     *
     * @throws RunningException where a run is at work
     * @throws NoLedgerException where there is none that could be asked
     */
    public static LedgerReading open(Workspace workspace) throws IOException, RunningException, NoLedgerException {
        if (Files.notExists(workspace.database())) {
            throw new NoLedgerException(workspace.output() + " holds no ledger; name the output folder of a run with --output");
        }
        OutputLock lock = OutputLock.ask(workspace);
        JdbcConnectionPool database = null;
        try {
            database = JdbcConnectionPool.create(workspace.databaseUrl() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", "crossfoot", "");
            refuseOld(workspace, database);
            return new LedgerReading(lock, database, LedgerConfiguration.ledgerOf(database, workspace));
        } catch (NoLedgerException | RuntimeException e) {
            if (database != null) {
                database.dispose();
            }
            lock.close();
            throw e;
        }
    }

    private static void refuseOld(Workspace workspace, JdbcConnectionPool database) throws NoLedgerException {
        try {
            if (new Schema(database).isOlder()) {
                throw new NoLedgerException("the ledger of " + workspace.output() + " was made by an older Crossfoot; a run brings it up to date");
            }
        } catch (RuntimeException e) {
            throw DamagedLedger.in(e, workspace).map(damage -> new NoLedgerException(damage.getMessage())).orElseThrow(() -> e);
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    public History history() {
        return new History(JdbcClient.create(database));
    }

    public Questions questions() {
        return new Questions(new JdbcTemplate(database));
    }

    @Override
    public void close() throws IOException {
        database.dispose();
        lock.close();
    }
}

package org.crossfoot.store;

import java.io.IOException;
import java.util.Optional;
import javax.sql.DataSource;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.History;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Questions;
import org.crossfoot.ledger.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger opened to be asked. Nothing of it is changed, and a run that begins meanwhile waits until it is closed. */
public final class LedgerReading {

    /** What is asked. It is not to wait for anybody: whoever reads the answer reads it when the ledger is closed. */
    @FunctionalInterface
    public interface Inquiry<T> {
        T of(LedgerReading ledger) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(LedgerReading.class);

    private final Ledger ledger;
    private final DataSource database;

    private LedgerReading(DataSource database, Workspace workspace) {
        this.database = database;
        this.ledger = Ledger.of(database, workspace.archive(database));
    }

    /**
     * Asks the ledger of a workspace; it is closed again when the answer is given.
     *
     * @throws RunningException  where a run is at work
     * @throws NoLedgerException where there is none that could be asked
     * @throws JobFailure        where it is damaged, or a newer program's
     * @throws Exception         whatever the inquiry does
     */
    public static <T> T ask(Workspace workspace, Inquiry<T> inquiry) throws Exception {
        refuseMissing(workspace);
        OutputLock lock = OutputLock.ask(workspace);
        try {
            new SealedLedger(workspace).check();
            try (LedgerStore.Opened opened = LedgerStore.of(workspace).openToAsk()) {
                refuseOld(workspace, opened.database());
                return inquiry.of(new LedgerReading(opened.database(), workspace));
            }
        } catch (RuntimeException e) {
            Optional<JobFailure> refused = DamagedLedger.in(e, workspace);
            if (refused.isPresent()) {
                throw refused.get();
            }
            throw e;
        } finally {
            lock.close();
        }
    }

    /**
     * Holds the ledger of a workspace, where there is or was one, against its seal; a run that is at work has done so itself.
     */
    public static void check(Workspace workspace) throws IOException, JobFailure {
        try {
            refuseMissing(workspace);
            OutputLock lock = OutputLock.ask(workspace);
            try {
                new SealedLedger(workspace).check();
            } finally {
                lock.close();
            }
        } catch (NoLedgerException | RunningException e) {
            LOG.debug("nothing to look at", e);
        }
    }

    /**
     * Of those that ended the run that began last, whatever the clock said; empty where a run is at work, or was interrupted.
     */
    public static Optional<String> lastRun(Workspace workspace) throws IOException {
        return new SealedLedger(workspace).lastRun();
    }

    static void refuseMissing(Workspace workspace) throws IOException, NoLedgerException, JobFailure {
        if (!LedgerStore.of(workspace).isThere()) {
            if (new SealedLedger(workspace).isKnown()) {
                new SealedLedger(workspace).refuseMissing();
                throw DamagedLedger.missing(workspace);
            }
            throw new NoLedgerException(workspace.server().map(address -> address
                    + " holds no ledger, or none that this role may read; name the database of one with --ledger")
                    .orElse(workspace.output() + " holds no ledger; name the output folder of a run with --output"));
        }
    }

    /** How many bytes the archive of a workspace takes; a run may be at work. */
    public static long archivedBytes(Workspace workspace) throws IOException {
        if (!workspace.archivedInLedger()) {
            return new Archive(workspace.archive()).size();
        }
        try (LedgerStore.Opened asking = LedgerStore.of(workspace).openToAsk()) {
            Schema schema = new Schema(asking.database());
            return schema.isThere() && !schema.isOlder() ? workspace.archive(asking.database()).size() : 0;
        }
    }

    private static void refuseOld(Workspace workspace, DataSource database) throws NoLedgerException {
        if (new Schema(database).isOlder()) {
            throw new NoLedgerException("the ledger of " + workspace.output()
                    + " was made by an older Crossfoot; a run brings it up to date");
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

    /** There is no ledger that could be asked; the message says what to do. */
    public static final class NoLedgerException extends Exception {

        private static final long serialVersionUID = 1L;

        NoLedgerException(String message) {
            super(message);
        }
    }
}

package org.crossfoot.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.crossfoot.store.JobFailure.OtherLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the ledger's database for a run, up to date, and closes it again, sealed. */
public final class LedgerDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerDatabase.class);
    private static final String ANEW = "the ledger is made anew from input/; revision numbers begin again";

    private final Workspace workspace;
    private final UnaryOperator<DataSource> between;
    private final LedgerStore store;
    private final SealedLedger sealed;
    private LedgerStore.Opened open;

    /** @param between what stands between the program and its database */
    public LedgerDatabase(Workspace workspace, UnaryOperator<DataSource> between) {
        this.workspace = workspace;
        this.between = between;
        this.store = LedgerStore.of(workspace);
        this.sealed = new SealedLedger(workspace);
    }

    /**
     * Makes way for a new database where one is asked for, or the old one is lost: all it says can be rebuilt from
     * {@code input/}.
     *
     * @return whether a ledger that was there before is made anew
     * @throws OtherLedger where what was published came of a ledger that is kept elsewhere, and no new one is asked for
     */
    public static boolean makeWay(Workspace workspace, boolean rebuild) throws IOException, OtherLedger {
        LedgerStore store = LedgerStore.of(workspace);
        boolean missing = !store.isThere();
        boolean isKnown = new SealedLedger(workspace).isKnown();
        if (missing && !rebuild && isKnown) {
            new SealedLedger(workspace).refuseMissing();
        }
        if (missing && (isKnown || Files.isDirectory(workspace.archive()))) {
            boolean empty = workspace.server().isEmpty() && Files.exists(workspace.database());
            LOG.warn("{} is {}: {}", workspace.databaseName(), empty ? "empty" : "missing", ANEW);
            return true;
        }
        if (!missing && rebuild) {
            LOG.warn("{} is set aside as {}: {}", workspace.databaseName(), store.setAside(), ANEW);
            return true;
        }
        return false;
    }

    /**
     * Opens it, or makes it; the lock must be held.
     *
     * @throws JobFailure       where it is not what it was, or a newer program's; nothing of it was changed
     * @throws RunningException where somebody has opened it in spite of the lock
     */
    public DataSource open() throws IOException, JobFailure, RunningException {
        boolean isThere = store.isThere();
        if (isThere && workspace.server().isEmpty() && !Files.isWritable(workspace.database())) {
            throw new AccessDeniedException(workspace.database().toString());
        }
        sealed.open(isThere ? sealed.check() : sealed.ofNothing());
        open = store.open(between);
        return open.database();
    }

    /** Closes it, however many connections were left, and seals it where all that is known to be in it still is. */
    void close() {
        if (open == null) {
            return;
        }
        try {
            LedgerSeal seal = LedgerSeal.of(open.database());
            boolean whole = sealed.isIn(open.database());
            store.force();
            if (whole) {
                sealed.close(seal);
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("the ledger was not closed well, which the next command looks at", e);
        } finally {
            open.close();
        }
    }
}

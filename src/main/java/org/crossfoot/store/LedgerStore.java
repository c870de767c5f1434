package org.crossfoot.store;

import java.io.IOException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The place a ledger's database is kept in, as a whole; what is said to it once it is open is the same everywhere. */
sealed interface LedgerStore permits LedgerInFile, LedgerOnServer {

    /** A database that is open, until it is closed. */
    record Opened(DataSource database, Runnable closing) implements AutoCloseable {

        @Override
        public void close() {
            closing.run();
        }
    }

    static LedgerStore of(Workspace workspace) {
        return workspace.server().isEmpty() ? new LedgerInFile(workspace) : new LedgerOnServer(workspace);
    }

    /** @throws IOException where that may not be looked at, which is no sign that it is missing */
    boolean isThere() throws IOException;

    /** Makes way for a new one; returns how the old one is called from then on. */
    String setAside() throws IOException;

    /**
     * Opens it to be written, or makes it, with its tables up to date.
     *
     * @param between what stands between the program and its database
     */
    Opened open(UnaryOperator<DataSource> between) throws IOException;

    /** Opens one that is there to be read alone. */
    Opened openToAsk() throws IOException;

    /** Sees to it that all of one that is open is on the disk; it may be closed by that. */
    void force() throws IOException;

    /** Size and checksum of its file, where it is one that nobody else writes to, and is closed. */
    String digest() throws IOException;
}

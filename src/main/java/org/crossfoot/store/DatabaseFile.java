package org.crossfoot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the ledger's database. All it says can be rebuilt from {@code input/}, so where it is lost a new one is made. */
public final class DatabaseFile {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final String ANEW = "the ledger is made anew from input/; revision numbers begin again";

    private final Workspace workspace;

    public DatabaseFile(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Makes way for a new database where one is asked for.
     *
     * @return whether a ledger that was there before is made anew
     */
    public boolean makeWay(boolean rebuild) throws IOException {
        Path file = workspace.database();
        boolean missing = !LedgerDatabase.isThere(workspace);
        if (missing && (Files.isDirectory(workspace.archive()) || new SealedLedger(workspace).isKnown())) {
            LOG.warn("{} is {}: {}", file, Files.exists(file) ? "empty" : "missing", ANEW);
            return true;
        }
        if (!missing && rebuild) {
            LOG.warn("{} is set aside as {}: {}", file, setAside(file).getFileName(), ANEW);
            return true;
        }
        return false;
    }

    private static Path setAside(Path file) throws IOException {
        int number = 1;
        Path aside = aside(file, number);
        while (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
            aside = aside(file, ++number);
        }
        return Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path aside(Path file, int number) {
        return file.resolveSibling(file.getFileName() + ".set-aside-" + number);
    }
}

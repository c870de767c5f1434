package org.crossfoot.store;

import java.io.EOFException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crossfoot.ledger.pack.DamagedValue;
import org.crossfoot.store.JobFailure.NewerLedger;
import org.crossfoot.store.JobFailure.OtherLedger;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** The database's file is no database any more; the message says which, what was found, and what to do. */
public final class DamagedLedger extends JobFailure {

    private static final long serialVersionUID = 1L;

    /** What H2 says of a file whose bytes it did not write. A full disk or a lock is something else. */
    private static final Set<Integer> DAMAGE =
            Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD,
            ErrorCode.GENERAL_ERROR_1);

    /** States in which PostgreSQL says so of its own files. */
    private static final String SERVER_FOUND_DAMAGE = "XX";

    private static final String HOW_H2_GOES_ON = "(?s)(; SQL statement:|, chunk |\\. Possible solution| \\[\\d+[/.-]).*";

    private DamagedLedger(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something was published from it, and it is not there. */
    static DamagedLedger missing(Workspace workspace) {
        return new DamagedLedger(workspace.databaseName() + ": is missing, or empty; the next run makes the ledger anew from"
                + " input/", null);
    }

    private static DamagedLedger damaged(String found, Workspace workspace, Throwable cause) {
        return new DamagedLedger(workspace.databaseName() + ": is damaged (" + found
                + "); run with --rebuild: it is set aside, and the ledger is made anew from input/", cause);
    }

    /** Why the ledger is refused, where a failure comes of that; empty where it comes of something else. */
    public static Optional<JobFailure> in(Throwable failure, Workspace workspace) {
        return couldNotBeWritten(failure) || isLackOfMemory(failure) ? Optional.empty() : causes(failure)
                .filter(cause -> cause instanceof DamagedLedger || cause instanceof NewerLedger
                || cause instanceof OtherLedger || isDamage(cause)).findFirst()
                .map(cause -> cause instanceof JobFailure refused ? refused : of(cause, failure, workspace));
    }

    /** Memory that lacks is nobody's damage, whatever the database makes of it. */
    static boolean isLackOfMemory(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof OutOfMemoryError
                || String.valueOf(cause.getMessage()).contains(OutOfMemoryError.class.getName()));
    }

    /** Of a ledger that was only looked at: whatever the database fails with then comes of its file. */
    static DamagedLedger whileOpened(Throwable failure, Workspace workspace) {
        return of(causes(failure).reduce((outer, inner) -> inner).orElseThrow(), failure, workspace);
    }

    /** @param found what is wrong with it */
    static DamagedLedger found(String found, Workspace workspace) {
        return damaged(found, workspace, null);
    }

    private static DamagedLedger of(Throwable cause, Throwable failure, Workspace workspace) {
        return damaged(cause.getMessage() == null ? "it cannot be read" : cause.getMessage().replaceFirst(HOW_H2_GOES_ON, ""),
                workspace, failure);
    }

    private static boolean isDamage(Throwable cause) {
        return cause instanceof DamagedValue
                || cause instanceof SQLException database && (DAMAGE.contains(database.getErrorCode())
                || String.valueOf(database.getSQLState()).startsWith(SERVER_FOUND_DAMAGE)
                || isOfAFile(database) && causes(database).anyMatch(EOFException.class::isInstance));
    }

    /** A server that went away ends its answers too early as well. */
    private static boolean isOfAFile(SQLException failure) {
        return failure.getClass().getName().startsWith("org.h2.");
    }

    /** As on a full disk; H2 calls that a general error. What was written before is whole. */
    static boolean couldNotBeWritten(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof MVStoreException store
                && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED
                || String.valueOf(cause.getMessage()).contains("MVStoreException: Writing to"));
    }

    /** A failure, and what it comes of. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}

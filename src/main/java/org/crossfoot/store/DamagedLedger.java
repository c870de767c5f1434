package org.crossfoot.store;

import java.io.EOFException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.ledger.pack.DamagedValue;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** The database's file is no database any more; the message says which, what was found, and what to do. */
public final class DamagedLedger extends JobFailure {

    private static final long serialVersionUID = 1L;

    /** What H2 says of a file whose bytes it did not write. A full disk or a lock is something else. */
    private static final Set<Integer> DAMAGE =
            Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD, ErrorCode.GENERAL_ERROR_1);

    private static final String HOW_H2_GOES_ON = "(?s)(; SQL statement:|, chunk |\\. Possible solution| \\[\\d+[/.-]).*";

    private DamagedLedger(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something was published from it, and it is not there. */
    static DamagedLedger missing(Workspace workspace) {
        return new DamagedLedger(workspace.database() + ": is missing, or empty; the next run makes the ledger anew from input/", null);
    }

    private static DamagedLedger damaged(String found, Workspace workspace, Throwable cause) {
        return new DamagedLedger(workspace.database() + ": is damaged (" + found
                + "); run with --rebuild: it is set aside, and the ledger is made anew from input/", cause);
    }

    /** Why the ledger is refused, where a failure comes of that; empty where it comes of something else. */
    public static Optional<JobFailure> in(Throwable failure, Workspace workspace) {
        for (Throwable cause = failure; cause != null && !couldNotBeWritten(failure) && !isLackOfMemory(failure);
                cause = cause.getCause()) {
            if (cause instanceof DamagedLedger || cause instanceof NewerLedger) {
                return Optional.of((JobFailure) cause);
            }
            if (isDamage(cause)) {
                return Optional.of(of(cause, failure, workspace));
            }
        }
        return Optional.empty();
    }

    /** Memory that lacks is nobody's damage, whatever the database makes of it. */
    static boolean isLackOfMemory(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof OutOfMemoryError) && !String.valueOf(cause.getMessage()).contains(OutOfMemoryError.class.getName())) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /** Of a ledger that was only looked at: whatever the database fails with then comes of its file. */
    static DamagedLedger whileOpened(Throwable failure, Workspace workspace) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return of(last, failure, workspace);
    }

    /** @param found what is wrong with it */
    static DamagedLedger found(String found, Workspace workspace) {
        return damaged(found, workspace, null);
    }

    private static DamagedLedger of(Throwable cause, Throwable failure, Workspace workspace) {
        return damaged(cause.getMessage() == null ? "it cannot be read" : cause.getMessage().replaceFirst(HOW_H2_GOES_ON, ""), workspace, failure);
    }

    private static boolean isDamage(Throwable cause) {
        return cause instanceof DamagedValue
                || cause instanceof SQLException database && (DAMAGE.contains(database.getErrorCode()) || endsTooEarly(database));
    }

    /** As on a full disk; H2 calls that a general error. What was written before is whole. */
    static boolean couldNotBeWritten(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED)
                && !String.valueOf(cause.getMessage()).contains("MVStoreException: Writing to")) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static boolean endsTooEarly(SQLException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof EOFException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}

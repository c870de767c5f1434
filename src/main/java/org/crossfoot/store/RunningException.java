package org.crossfoot.store;

import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;

/** Another run works on the output folder, or somebody asks its ledger and does not end. */
public final class RunningException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    /** @param which that is at work */
    static RunningException ofRun(String which) {
        return new RunningException("another run is at work on this output folder (" + which + ")");
    }

    static RunningException ofRunOn(String ledger, String which) {
        return new RunningException("another run is at work on the ledger " + ledger + " (" + which + ")");
    }

    /** Where somebody took the lock's file away meanwhile, the database itself still tells. */
    public static Optional<RunningException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunningException running) {
                return Optional.of(running);
            }
            if (cause instanceof SQLException database && database.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return Optional.of(ofRun("the file of its lock was taken away"));
            }
        }
        return Optional.empty();
    }

    RunningException(String why) {
        super(why + "; nothing was touched");
        this.why = why;
    }

    /** Who is at work, for one that did touch something before. */
    public String why() {
        return why;
    }
}

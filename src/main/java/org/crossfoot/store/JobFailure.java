package org.crossfoot.store;

/** The job failed inside, or was stopped. */
public sealed class JobFailure extends Exception permits DamagedLedger, JobFailure.NewerLedger, JobFailure.OtherLedger {

    private static final long serialVersionUID = 1L;

    private final boolean stopped;

    private JobFailure(String message, Throwable cause, boolean stopped) {
        super(message, cause);
        this.stopped = stopped;
    }

    public JobFailure(String message, Throwable cause) {
        this(message, cause, false);
    }

    public static JobFailure stopped() {
        return new JobFailure("stopped; the next run goes on from the last commit", null, true);
    }

    /** Whether it was asked to stop, and did nothing wrong. */
    public boolean wasStopped() {
        return stopped;
    }

    /** The ledger was written by a newer program, which this one would damage; the message says what to do. */
    public static final class NewerLedger extends JobFailure {

        private static final long serialVersionUID = 1L;

        NewerLedger(Workspace workspace) {
            super(workspace.databaseName() + ": was written by a newer Crossfoot, and this one leaves it alone;"
                    + " use that one, or another --output", null);
        }
    }

    /** What is published came of a ledger that is kept elsewhere; the message says where, and what to do. */
    public static final class OtherLedger extends JobFailure {

        private static final long serialVersionUID = 1L;

        OtherLedger(String message) {
            super(message, null);
        }
    }
}

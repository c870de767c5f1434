package org.crossfoot.harness;

/** Counts operations and makes one of them, or that one and all after it, fail. */
final class Fault {

    /** How an operation fails. */
    enum Kind {
        /** It fails, and the next ones do not: a slip. */
        ONCE,
        /** It and every later one fail, those that tidy up too: a full disk, a lost connection, the end of the process. */
        LASTING,
        /** It is done, and yet reported as failed: an answer that was lost. */
        DONE_YET_FAILED
    }

    /** What may fail; X is the kind of exception it fails with. */
    @FunctionalInterface
    interface Operation<T, X extends Exception> {
        T run() throws X;
    }

    /** Makes the exception. */
    @FunctionalInterface
    interface Failing<X extends Exception> {
        X because(String what);
    }

    static final Fault NONE = new Fault(Kind.ONCE, 0);

    private final Kind kind;
    private final int strikesAt;
    private int operations;
    private String struck;

    /** @param strikesAt the number of the operation that fails, from 1; 0 for none */
    Fault(Kind kind, int strikesAt) {
        this.kind = kind;
        this.strikesAt = strikesAt;
    }

    <T, X extends Exception> T guard(String what, Operation<T, X> operation, Failing<X> failing) throws X {
        if (!strikes(what)) {
            return operation.run();
        }
        if (kind == Kind.DONE_YET_FAILED) {
            operation.run();
        }
        throw failing.because("made to fail: " + what);
    }

    private synchronized boolean strikes(String what) {
        operations++;
        boolean strikes = strikesAt > 0 && (operations == strikesAt || kind == Kind.LASTING && operations > strikesAt);
        if (strikes && struck == null) {
            struck = what;
        }
        return strikes;
    }

    /** The operation that failed first, or null. */
    synchronized String struck() {
        return struck;
    }

    synchronized int operations() {
        return operations;
    }
}

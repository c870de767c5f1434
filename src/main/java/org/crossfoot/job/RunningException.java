package org.crossfoot.job;

/** Another run works on the output folder. */
public final class RunningException extends Exception {

    private static final long serialVersionUID = 1L;

    RunningException(String holder) {
        super("another run is at work on this output folder (" + (holder.isEmpty() ? "just starting" : "run " + holder) + "); nothing was touched");
    }
}

package org.crossfoot.job;

/** The job failed inside, or was stopped. */
public final class JobFailure extends Exception {

    private static final long serialVersionUID = 1L;

    JobFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

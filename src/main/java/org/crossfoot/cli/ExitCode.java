package org.crossfoot.cli;

/** Exit codes, as the contract has them. */
final class ExitCode {

    static final int DONE = 0;
    static final int DISCREPANCIES = 1;
    static final int SETTINGS_WRONG = 2;
    static final int INCOMPLETE = 3;
    static final int FAILED_INSIDE = 4;
    static final int LOCKED = 5;

    private ExitCode() {
    }
}

package org.crossfoot.intake.row;

/** A report that cannot be read at all; the message says what was found and what would be right. */
public final class UnreadableReport extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reject reject;

    public UnreadableReport(Reject reject) {
        super(reject.file() + (reject.line() > 0 ? ":" + reject.line() : "") + ": " + reject.detail());
        this.reject = reject;
    }

    public Reject reject() {
        return reject;
    }
}

package org.crossfoot.intake.row;

import java.io.IOException;

/** A line longer than any table's; carries its number. */
public final class LineTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    LineTooLong(long line) {
        super("line " + line + " is too long");
        this.line = line;
    }

    public long line() {
        return line;
    }
}

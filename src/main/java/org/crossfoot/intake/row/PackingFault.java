package org.crossfoot.intake.row;

import java.io.IOException;

/** Packed bytes that cannot be unpacked; the message says what was found and what would be right. */
public final class PackingFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    PackingFault(RejectReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public RejectReason reason() {
        return reason;
    }
}

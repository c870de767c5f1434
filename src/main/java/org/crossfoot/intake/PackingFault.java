package org.crossfoot.intake;

import java.io.IOException;

/** Packed bytes that cannot be unpacked; the message says what was found and what would be right. */
public final class PackingFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    PackingFault(RejectReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RejectReason reason() {
        return reason;
    }
}

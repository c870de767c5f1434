package org.crossfoot.ledger.pack;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A value of the ledger's database is not as it was written. */
public final class DamagedValue extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    DamagedValue(String message, IOException cause) {
        super(message, cause);
    }
}

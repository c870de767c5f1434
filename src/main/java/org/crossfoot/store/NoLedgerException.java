package org.crossfoot.store;

/** There is no ledger that could be asked; the message says what to do. */
public final class NoLedgerException extends Exception {

    private static final long serialVersionUID = 1L;

    NoLedgerException(String message) {
        super(message);
    }
}

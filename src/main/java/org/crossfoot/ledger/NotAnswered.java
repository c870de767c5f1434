package org.crossfoot.ledger;

/** A question that the database does not understand; the message says why. */
public final class NotAnswered extends Exception {

    private static final long serialVersionUID = 1L;

    NotAnswered(String message) {
        super(message);
    }
}

package org.crossfoot.figure;

/** Carries the reason why a text is no amount from where it is found to {@link AmountText}, which hands it out as a value. */
final class NotAnAmount extends Exception {

    private static final long serialVersionUID = 1L;

    NotAnAmount(String reason) {
        // A column of a million unreadable cells must not cost a million stack traces.
        super(reason, null, false, false);
    }
}

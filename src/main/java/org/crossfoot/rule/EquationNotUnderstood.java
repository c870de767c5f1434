package org.crossfoot.rule;

/**
 * A check of the settings is no linear equation. The message says what was found, at which character (counted from 1), and what
 * would be right.
 */
public final class EquationNotUnderstood extends Exception {

    private static final long serialVersionUID = 1L;

    public EquationNotUnderstood(String message) {
        super(message);
    }
}

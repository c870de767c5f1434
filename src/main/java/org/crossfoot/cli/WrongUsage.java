package org.crossfoot.cli;

/** What was asked for cannot be done as it was asked; the message says what would be right. */
final class WrongUsage extends Exception {

    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}

package org.crossfoot.cli;

/** Entry point. */
public final class Crossfoot {

    private Crossfoot() {
    }

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException("no command is written yet");
    }
}

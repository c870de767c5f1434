package org.crossfoot.reconcile.outcome;

/** What a figure was used for. */
public enum Use {
    KEPT("kept"),
    SET_ASIDE("set-aside"),
    SUPERSEDED("superseded"),
    REPEATED("repeated"),
    /** Of another period, needed by one of this date. */
    CONTEXT("context");

    private final String word;

    Use(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}

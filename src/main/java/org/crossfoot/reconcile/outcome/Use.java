package org.crossfoot.reconcile.outcome;

import org.crossfoot.figure.Keyword;

/** What a figure was used for. */
public enum Use {
    KEPT,
    SET_ASIDE,
    SUPERSEDED,
    REPEATED,
    /** Counted for another cell than it was printed for, as somebody decided. */
    MOVED,
    /** Of another period, needed by one of this date. */
    CONTEXT;

    private final String word = Keyword.of(this);

    @Override
    public String toString() {
        return word;
    }
}

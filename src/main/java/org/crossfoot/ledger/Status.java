package org.crossfoot.ledger;

import org.crossfoot.figure.Keyword;

/** How a discrepancy stands against the revision before. */
public enum Status {
    NEW,
    /** It was there, with other figures. */
    CHANGED,
    /** It had been resolved. */
    REOPENED,
    PERSISTING,
    /** The rule was checked with figures, and holds now. */
    RESOLVED,
    /** It is no longer broken only because figures it rested on are gone. */
    LAPSED,
    /** Somebody lives with it until a day. */
    WAIVED;

    @Override
    public String toString() {
        return Keyword.of(this);
    }
}

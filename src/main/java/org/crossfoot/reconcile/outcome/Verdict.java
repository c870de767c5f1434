package org.crossfoot.reconcile.outcome;

import org.crossfoot.figure.Keyword;

/** What can be said about who is wrong. */
public enum Verdict {
    /** Every cheapest repair sets the blamed figures aside. */
    LOCALISED,
    /** No figure is set aside by every cheapest repair. */
    NOT_LOCALISED,
    /** The limit was reached before it could be told. */
    UNDECIDED,
    /** A steward decided what is wrong, and nothing else need be. */
    DECIDED;

    /** What is said of those that are blamed. */
    public String ofBlamed() {
        return this == DECIDED ? "wrong here, as was decided" : "probably wrong";
    }

    @Override
    public String toString() {
        return Keyword.of(this);
    }
}

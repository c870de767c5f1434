package org.crossfoot.reconcile.outcome;

/** What can be said about who is wrong. */
public enum Verdict {
    /** Every cheapest repair sets the blamed figures aside. */
    LOCALISED("localised"),
    /** No figure is set aside by every cheapest repair. */
    NOT_LOCALISED("not-localised"),
    /** The limit was reached before it could be told. */
    UNDECIDED("undecided");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}

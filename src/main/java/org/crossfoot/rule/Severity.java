package org.crossfoot.rule;

import org.crossfoot.figure.Keyword;

/** How much a discrepancy matters; the most severe first. */
public enum Severity {
    ERROR, WARNING, INFO;

    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    @Override
    public String toString() {
        return Keyword.of(this);
    }
}

package org.crossfoot.rule;

import java.util.Locale;

/** How much a discrepancy matters; the most severe first. */
public enum Severity {
    ERROR, WARNING, INFO;

    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** As settings and files write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

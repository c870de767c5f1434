package org.crossfoot.report;

import java.util.Comparator;

/** A report that a revision was made from. */
public record Input(String path, String sha256) implements Comparable<Input> {

    private static final Comparator<Input> ORDER = Comparator.comparing(Input::path).thenComparing(Input::sha256);

    @Override
    public int compareTo(Input other) {
        return ORDER.compare(this, other);
    }
}

package org.crossfoot.figure;

import java.util.Comparator;

/** What a figure speaks of: one measure (by id) in one area (by id) over one period. Its true value is a whole number >= 0. */
public record Cell(String measure, String area, Period period) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::area).thenComparing(Cell::measure).thenComparing(Cell::period);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}

package org.crossfoot.figure;

/** What a figure speaks of: one measure (by id) in one area (by id) over one period. Its true value is a whole number >= 0. */
public record Cell(String measure, String area, Period period) implements Comparable<Cell> {

    // Written out, as a day's figures are compared a hundred thousand times.
    @Override
    public int compareTo(Cell other) {
        int order = area.compareTo(other.area);
        if (order == 0) {
            order = measure.compareTo(other.measure);
        }
        return order == 0 ? period.compareTo(other.period) : order;
    }
}

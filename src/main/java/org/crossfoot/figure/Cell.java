package org.crossfoot.figure;

/** What a figure speaks of: one measure (by id) in one area (by id) over one period. Its true value is a whole number >= 0. */
public record Cell(String measure, String area, Period period) implements Comparable<Cell> {

    // All written out, as a day's cells are compared and looked up a hundred thousand times: mostly they are the same object.
    @Override
    public int compareTo(Cell other) {
        int order = area.compareTo(other.area);
        if (order == 0) {
            order = measure.compareTo(other.measure);
        }
        return order == 0 ? period.compareTo(other.period) : order;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Cell cell && area.equals(cell.area) && measure.equals(cell.measure)
                && period.equals(cell.period);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * area.hashCode() + measure.hashCode()) + period.hashCode();
    }
}

package org.crossfoot.figure;

/**
 * What a figure speaks of: one measure (by id) in one area (by id) over one period. Its true value is a whole number >= 0.
 * A record in all but its hash, which is kept: a day's cells are looked up a hundred thousand times.
 */
public final class Cell implements Comparable<Cell> {

    /** Odd, and without a pattern: spreads over a table what ids such as a00001, a00002 leave close together. */
    private static final int SPREAD = 0x9e3779b1;

    private final String measure;
    private final String area;
    private final Period period;
    private final int hash;

    public Cell(String measure, String area, Period period) {
        this.measure = measure;
        this.area = area;
        this.period = period;
        this.hash = SPREAD * (31 * (31 * area.hashCode() + measure.hashCode()) + period.hashCode());
    }

    public String measure() {
        return measure;
    }

    public String area() {
        return area;
    }

    public Period period() {
        return period;
    }

    // All written out, as the parts of two cells are the same objects mostly.
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
        return this == other || other instanceof Cell cell && hash == cell.hash && area.equals(cell.area)
                && measure.equals(cell.measure) && period.equals(cell.period);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "Cell[measure=" + measure + ", area=" + area + ", period=" + period + "]";
    }
}

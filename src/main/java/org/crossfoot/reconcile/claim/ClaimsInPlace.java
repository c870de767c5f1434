package org.crossfoot.reconcile.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;

/**
 * What is said in one area over one period: its cells, by measure, and the claims on each. There are few, so they are looked
 * through.
 */
public final class ClaimsInPlace {

    private final String area;
    private final Period period;
    private final List<Cell> cells = new ArrayList<>(4);
    private final List<List<Claim>> claims = new ArrayList<>(4);

    ClaimsInPlace(String area, Period period) {
        this.area = area;
        this.period = period;
    }

    /** Of places of one area by period, where the first stands that is not before a period. */
    static int firstNotBefore(Period period, List<ClaimsInPlace> places) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).period.compareTo(period) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void add(Cell cell, List<Claim> on) {
        cells.add(cell);
        claims.add(on);
    }

    public String area() {
        return area;
    }

    public Period period() {
        return period;
    }

    boolean isOf(LocalDate date) {
        return period.date().equals(date);
    }

    public List<Cell> cells() {
        return cells;
    }

    public List<Claim> on(int cell) {
        return claims.get(cell);
    }

    /** None where nobody speaks of it. */
    public List<Claim> on(String measure) {
        int found = find(measure);
        return found < 0 ? List.of() : claims.get(found);
    }

    /** The cell of a measure, also where nobody speaks of it. */
    public Cell cell(String measure) {
        int found = find(measure);
        return found < 0 ? new Cell(measure, area, period) : cells.get(found);
    }

    private int find(String measure) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).measure().equals(measure)) {
                return i;
            }
        }
        return -1;
    }
}

package org.crossfoot.network;

import java.util.Arrays;
import java.util.List;
import org.crossfoot.network.Network.Sum;

/**
 * The sums over some cells, and how they hang together: found once for all networks that only say something else of the cells.
 */
final class Sums {

    private final int cells;
    private final List<Sum> all;
    // Found when first asked for: of most networks it is never asked.
    private int[][] byCell;
    private boolean[] plain;
    private Boolean forest;

    Sums(int cells, List<Sum> all) {
        this.cells = cells;
        this.all = List.copyOf(all);
    }

    int cells() {
        return cells;
    }

    List<Sum> all() {
        return all;
    }

    /** The numbers of the sums that a cell is in. */
    int[] of(int cell) {
        if (byCell == null) {
            byCell = byCell();
        }
        return byCell[cell];
    }

    private int[][] byCell() {
        int[] count = new int[cells];
        for (Sum sum : all) {
            for (int cell : sum.cells()) {
                count[cell]++;
            }
        }
        int[][] numbers = new int[cells][];
        Arrays.setAll(numbers, cell -> new int[count[cell]]);
        for (int number = all.size() - 1; number >= 0; number--) {
            for (int cell : all.get(number).cells()) {
                numbers[cell][--count[cell]] = number;
            }
        }
        return numbers;
    }

    /** Whether no coefficient of a sum is other than 1 and -1. */
    boolean isPlain(int number) {
        if (plain == null) {
            plain = new boolean[all.size()];
            for (int each = 0; each < plain.length; each++) {
                plain[each] = all.get(each).isPlain();
            }
        }
        return plain[number];
    }

    /** Whether they form no cycle and count each cell once: then propagation alone is exact. */
    boolean isForest() {
        if (forest == null) {
            forest = formNoCycle();
        }
        return forest;
    }

    private boolean formNoCycle() {
        Groups tied = new Groups(cells + all.size());
        for (int number = 0; number < all.size(); number++) {
            Sum sum = all.get(number);
            for (int i = 0; i < sum.cells().length; i++) {
                if (Math.abs(sum.coefficients()[i]) != 1 || !tied.join(cells + number, sum.cells()[i])) {
                    return false;
                }
            }
        }
        return true;
    }
}

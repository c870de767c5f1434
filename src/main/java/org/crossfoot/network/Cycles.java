package org.crossfoot.network;

import java.util.Arrays;
import java.util.List;
import org.crossfoot.network.Network.Sum;

/** Whether sums form cycles, or count a cell more than once: then propagation alone may not be exact. */
final class Cycles {

    private final int cells;
    private final List<Sum> sums;
    private final int[] parent;

    Cycles(int cells, List<Sum> sums) {
        this.cells = cells;
        this.sums = sums;
        parent = new int[cells + sums.size()];
        Arrays.setAll(parent, each -> each);
    }

    boolean hasNone() {
        for (int number = 0; number < sums.size(); number++) {
            Sum sum = sums.get(number);
            for (int i = 0; i < sum.cells().length; i++) {
                int one = root(sum.cells()[i]);
                int other = root(cells + number);
                if (one == other || Math.abs(sum.coefficients()[i]) != 1) {
                    return false;
                }
                parent[one] = other;
            }
        }
        return true;
    }

    private int root(int node) {
        int root = node;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}

package org.crossfoot.network;

import java.util.Arrays;
import org.crossfoot.network.Network.Sum;

/** Whether the sums of a network form cycles, or count a cell more than once: then propagation alone may not be exact. */
final class Cycles {

    private final Network network;
    private final int[] parent;

    Cycles(Network network) {
        this.network = network;
        parent = new int[network.cells() + network.sums().size()];
        Arrays.setAll(parent, each -> each);
    }

    boolean hasNone() {
        for (int number = 0; number < network.sums().size(); number++) {
            Sum sum = network.sums().get(number);
            for (int i = 0; i < sum.cells().length; i++) {
                int one = root(sum.cells()[i]);
                int other = root(network.cells() + number);
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

package org.crossfoot.network;

import java.util.BitSet;

/** Every combination of numbers up to a limit, tried one after the other. For tiny networks only. */
final class BruteForce {

    private final Network network;
    private final BitSet kept;
    private final int highest;
    private long[] low;
    private long[] high;

    BruteForce(Network network, BitSet kept, int highest) {
        this.network = network;
        this.kept = kept;
        this.highest = highest;
        search(new long[network.cells()], 0);
    }

    private void search(long[] values, int cell) {
        if (cell == values.length) {
            if (network.isWitness(values, kept)) {
                low = low == null ? values.clone() : low;
                high = high == null ? values.clone() : high;
                for (int each = 0; each < values.length; each++) {
                    low[each] = Math.min(low[each], values[each]);
                    high[each] = Math.max(high[each], values[each]);
                }
            }
            return;
        }
        for (int value = 0; value <= highest; value++) {
            values[cell] = value;
            search(values, cell + 1);
        }
    }

    boolean isConsistent() {
        return low != null;
    }

    long[] lowest() {
        return low;
    }

    long[] highest() {
        return high;
    }
}

package org.crossfoot.network;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Statements that cannot all be true, of which any could be left out. */
final class MinimalConflict {

    private MinimalConflict() {
    }

    /**
     * Leaves out of a contradiction what it does not need, the most trusted first, so that the doubtful ones show.
     *
     * @param contradiction statements that are known to contradict each other
     */
    static BitSet within(BitSet contradiction, Network network, Consistency consistency) {
        BitSet conflict = (BitSet) contradiction.clone();
        List<Integer> trustedFirst = contradiction.stream().boxed().sorted(Comparator
                .comparingLong((Integer number) -> network.statements().get(number).weight()).reversed()
                .thenComparing(Comparator.naturalOrder())).toList();
        for (int number : trustedFirst) {
            if (conflict.get(number)) {
                BitSet without = (BitSet) conflict.clone();
                without.clear(number);
                BitSet smaller = consistency.contradiction(without);
                conflict = smaller == null ? conflict : smaller;
            }
        }
        return conflict;
    }
}

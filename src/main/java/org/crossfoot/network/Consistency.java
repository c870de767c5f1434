package org.crossfoot.network;

import java.util.BitSet;

/**
 * Decides whether statements can all be true under the sums. Propagation first; then a dive for a witness, which never fails
 * where sums form no cycle; then exact fractions, and branching where they are not whole.
 */
final class Consistency {

    /** So many branchings at most for one question; beyond it nothing is said. */
    static final int BRANCHINGS = 2_000;
    /** And for all questions together. */
    static final int BRANCHINGS_IN_ALL = 20_000;

    private final Network network;
    private int branchings;
    private int branchingsInAll;

    Consistency(Network network) {
        this.network = network;
    }

    Answer of(BitSet kept) {
        try {
            Propagation limits = new Propagation(network);
            if (!limits.take(kept)) {
                return new Answer.Contradiction(limits.whyContradiction());
            }
            long[] witness = dive(limits);
            if (witness != null && network.isWitness(witness, kept)) {
                return new Answer.Consistent(witness);
            }
            branchings = 0;
            return search(new Simplex(network, kept), kept);
        } catch (ArithmeticException e) {
            // A long cannot hold a number on the way: beyond the limit nothing is said.
            return new Answer.Unknown();
        }
    }

    /** Statements that contradict each other among those kept; null where there are none, or it cannot be told. */
    BitSet contradiction(BitSet kept) {
        if (network.isForest()) {
            Propagation limits = new Propagation(network);
            if (!limits.take(kept)) {
                return limits.whyContradiction();
            }
            if (limits.isSettled()) {
                return null;
            }
        }
        return of(kept) instanceof Answer.Contradiction found ? found.statements() : null;
    }

    /** Gives one cell after the other its lowest number, and sees whether the rest can follow; null where it cannot. */
    private long[] dive(Propagation limits) {
        long[] witness = new long[network.cells()];
        for (int cell = 0; cell < witness.length; cell++) {
            if (!limits.choose(cell, limits.lowest(cell), limits.lowest(cell))) {
                return null;
            }
            witness[cell] = limits.lowest(cell);
        }
        return witness;
    }

    private Answer search(Simplex simplex, BitSet kept) {
        BitSet contradiction = simplex.contradiction();
        if (contradiction != null) {
            return new Answer.Contradiction(contradiction);
        }
        int broken = -1;
        long[] witness = new long[network.cells()];
        for (int cell = 0; cell < witness.length && broken < 0; cell++) {
            broken = simplex.value(cell).isWhole() ? broken : cell;
            witness[cell] = simplex.value(cell).floor();
        }
        if (broken < 0) {
            return network.isWitness(witness, kept) ? new Answer.Consistent(witness) : new Answer.Unknown();
        }
        if (++branchings > BRANCHINGS || ++branchingsInAll > BRANCHINGS_IN_ALL) {
            return new Answer.Unknown();
        }
        long floor = simplex.value(broken).floor();
        Answer below = search(simplex.below(broken, floor), kept);
        if (below instanceof Answer.Consistent) {
            return below;
        }
        Answer above = search(simplex.above(broken, floor + 1), kept);
        if (below instanceof Answer.Contradiction one && above instanceof Answer.Contradiction other) {
            BitSet both = (BitSet) one.statements().clone();
            both.or(other.statements());
            return new Answer.Contradiction(both);
        }
        return above instanceof Answer.Consistent ? above : new Answer.Unknown();
    }
}

package org.crossfoot.network;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Why a limit of a cell must hold: statements that force it under the sums, and none that is not needed.
 *
 * @param sums  those that take part
 * @param steps each follows from those before it, and the last is the limit; none where no chain of sums leads there, and only
 *              trying values shows that nothing lies beyond
 */
public record Proof(BitSet statements, BitSet sums, List<Step> steps) {

    /** A cell is at least, or at most, a number. */
    public record Limit(int cell, boolean high, long number) {
    }

    /** One limit, and what it follows from. */
    public sealed interface Step {

        /** Stands in {@link Summed#from} where no earlier step is needed. */
        int NONE = -1;

        Limit limit();

        /** Somebody says so. */
        record Stated(Limit limit, int statement) implements Step {
        }

        /**
         * A sum leaves nothing else.
         *
         * @param from for each cell of the sum, in its order, the place of the earlier step that limits it; {@link #NONE} for the
         *             cell itself, and where it is enough that no cell is below 0
         */
        record Summed(Limit limit, int sum, List<Integer> from) implements Step {
        }
    }

    /**
     * From sums alone, as {@link Reach#byPropagation} finds limits: none of the statements can be left out as long as these sums
     * are used; of thousands, each is used, but it is not tried whether the rest would do. Empty where sums alone do not lead
     * there.
     */
    public static Optional<Proof> byPropagation(Network network, BitSet kept, Limit limit) {
        return ProofSearch.bySums(network, kept, limit);
    }

    /**
     * As {@link Reach#exact} finds limits: without any one of the statements the cell could lie beyond, whatever sums are used.
     * Empty where that cannot be told.
     *
     * @param kept statements that can all be true
     */
    public static Optional<Proof> exact(Network network, BitSet kept, Limit limit) {
        return ProofSearch.exact(network, kept, limit);
    }
}

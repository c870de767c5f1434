package org.crossfoot.network;

import java.util.BitSet;

/** Whether statements can all be true. */
sealed interface Feasibility {

    /** They can: whole numbers that fulfil everything, checked. */
    record Consistent(long[] witness) implements Feasibility {
    }

    /** They cannot: these statements alone contradict each other under the sums. */
    record Contradiction(BitSet statements) implements Feasibility {
    }

    /** The limit of the search was reached before it could be told. */
    record Unknown() implements Feasibility {
    }
}

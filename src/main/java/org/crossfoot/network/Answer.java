package org.crossfoot.network;

import java.util.BitSet;

/** Whether statements can all be true. */
sealed interface Answer {

    /** They can: whole numbers that fulfil everything, checked. */
    record Consistent(long[] witness) implements Answer {
    }

    /** They cannot: these statements alone contradict each other under the sums. */
    record Contradiction(BitSet statements) implements Answer {
    }

    /** The limit of the search was reached before it could be told. */
    record Unknown() implements Answer {
    }
}

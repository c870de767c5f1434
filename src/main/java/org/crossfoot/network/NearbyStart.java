package org.crossfoot.network;

import java.util.BitSet;

/**
 * Numbers that fitted when the latest of many questions was answered: all of them keep nearly the same, so that others mostly fit
 * near these. And fractions that fit the sums and what the first question keeps: few steps decide the others from there. They may
 * come upon another contradiction than from nothing, where there are several; never upon another answer. One question of a world
 * of 500 figures took thousands of steps from nothing, and hundreds of them were asked.
 */
final class NearbyStart {

    private Simplex decided;
    private long[] latest;

    void remember(long[] witness) {
        latest = witness;
    }

    /** Null where none is known. */
    long[] latest() {
        return latest;
    }

    /** @return yet to be decided for what is kept */
    Simplex of(Network network, BitSet kept) {
        if (decided == null) {
            Simplex first = new Simplex(network, kept);
            first.contradiction();
            decided = first;
        }
        return decided.keeping(network, kept);
    }
}

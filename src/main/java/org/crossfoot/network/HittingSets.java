package org.crossfoot.network;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Sets of statements that leave none of some conflicts whole, the cheapest of them. The conflicts may become more between two
 * questions. All questions together have a limit, and those of a date have one, so that a tangle of conflicts ends as undecided
 * and not in years.
 */
final class HittingSets {

    /** The limit was reached. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1;

        Exhausted() {
            super("more combinations of conflicts than are tried", null, false, false);
        }
    }

    /** So many looks at a conflict at most, in all: a fraction of a second. */
    static final long LOOKS = 2_000_000;

    /** By the statements' numbers, the smaller number first. */
    static final Comparator<BitSet> ORDER = (one, other) -> {
        int a = one.nextSetBit(0);
        int b = other.nextSetBit(0);
        while (a >= 0 && a == b) {
            a = one.nextSetBit(a + 1);
            b = other.nextSetBit(b + 1);
        }
        return a < 0 || b < 0 ? Integer.compare(a < 0 ? 0 : 1, b < 0 ? 0 : 1) : Integer.compare(a, b);
    };

    private final long[] weights;
    private final int[] cheapestFirst;
    private final List<BitSet> conflicts;
    private final Patience patience;
    private long looksLeft;

    /** @param looks that may be taken */
    HittingSets(long[] weights, List<BitSet> conflicts, Patience patience, long looks) {
        this.patience = patience;
        looksLeft = patience.most(looks);
        this.weights = weights;
        this.conflicts = conflicts;
        this.cheapestFirst = IntStream.range(0, weights.length).boxed()
                .sorted(Comparator.comparingLong((Integer number) -> weights[number]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue).toArray();
    }

    /** A cheapest set that hits every conflict, or null where one of them is empty. */
    BitSet cheapest() {
        Search search = new Search(Long.MAX_VALUE, 1);
        search.branch(new BitSet(), new BitSet(), 0);
        return search.found.isEmpty() ? null : search.found.first();
    }

    /** All minimal sets of a weight, sorted; no more than {@code limit} of them. */
    List<BitSet> ofWeight(long weight, int limit) {
        Search search = new Search(weight, limit);
        search.branch(new BitSet(), new BitSet(), 0);
        return search.found.stream().filter(set -> weight(set, weights) == weight).toList();
    }

    static long weight(BitSet set, long[] weights) {
        return set.stream().mapToLong(number -> weights[number]).reduce(0, Math::addExact);
    }

    private final class Search {

        private final int limit;
        private final TreeSet<BitSet> found = new TreeSet<>(ORDER);
        private long best;

        Search(long best, int limit) {
            this.best = best;
            this.limit = limit;
        }

        private void branch(BitSet chosen, BitSet passedOver, long weight) {
            if (weight > best || limit > 1 && found.size() >= limit) {
                return;
            }
            BitSet next = null;
            int choices = Integer.MAX_VALUE;
            long bound = weight;
            look();
            BitSet covered = new BitSet();
            for (BitSet conflict : conflicts) {
                if (!conflict.intersects(chosen)) {
                    BitSet open = (BitSet) conflict.clone();
                    open.andNot(passedOver);
                    if (open.isEmpty()) {
                        return;
                    }
                    if (open.cardinality() < choices) {
                        choices = open.cardinality();
                        next = open;
                    }
                    if (!conflict.intersects(covered)) {
                        covered.or(conflict);
                        bound = Math.addExact(bound, lightest(open));
                    }
                }
            }
            if (bound > best || limit == 1 && bound == best && !found.isEmpty()) {
                return;
            }
            if (next == null) {
                accept(chosen, weight);
                return;
            }
            BitSet passed = (BitSet) passedOver.clone();
            for (int number : cheapestFirst) {
                if (next.get(number)) {
                    chosen.set(number);
                    branch(chosen, passed, Math.addExact(weight, weights[number]));
                    chosen.clear(number);
                    passed.set(number);
                }
            }
        }

        private void look() {
            looksLeft -= conflicts.size();
            patience.use(conflicts.size());
            if (looksLeft < 0) {
                throw new Exhausted();
            }
        }

        private long lightest(BitSet open) {
            long lightest = Long.MAX_VALUE;
            for (int number = open.nextSetBit(0); number >= 0; number = open.nextSetBit(number + 1)) {
                lightest = Math.min(lightest, weights[number]);
            }
            return lightest;
        }

        private void accept(BitSet chosen, long weight) {
            if (limit == 1) {
                best = weight;
                found.clear();
            } else if (!isMinimal(chosen)) {
                return;
            }
            found.add((BitSet) chosen.clone());
        }

        /** Whether each statement is needed: some conflict is hit by it alone. */
        private boolean isMinimal(BitSet chosen) {
            BitSet needed = new BitSet();
            look();
            for (BitSet conflict : conflicts) {
                int only = -1;
                int hits = 0;
                for (int number = chosen.nextSetBit(0); number >= 0 && hits < 2; number = chosen.nextSetBit(number + 1)) {
                    if (conflict.get(number)) {
                        only = number;
                        hits++;
                    }
                }
                if (hits == 1) {
                    needed.set(only);
                }
            }
            return needed.cardinality() == chosen.cardinality();
        }
    }
}

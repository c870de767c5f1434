package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.crossfoot.network.Patience;

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
    private final List<BitSet> conflicts;
    private final Patience patience;
    private long looksLeft;

    /** @param looks that may be taken */
    HittingSets(long[] weights, List<BitSet> conflicts, Patience patience, long looks) {
        this.patience = patience;
        looksLeft = patience.most(looks);
        this.weights = weights;
        this.conflicts = conflicts;
    }

    /** A cheapest set that hits every conflict, or null where one of them is empty. */
    BitSet cheapest() {
        return cheapest(new BitSet(), new BitSet(), Long.MAX_VALUE);
    }

    /**
     * A cheapest set that hits every conflict, has some statements and has not others.
     *
     * @param most what it may weigh
     * @return null where there is none
     */
    BitSet cheapest(BitSet with, BitSet without, long most) {
        CheapestSearch search = new CheapestSearch(most, 1);
        search.branch((BitSet) with.clone(), without, weight(with, weights), conflicts);
        return search.found.isEmpty() ? null : search.found.first();
    }

    /** All minimal sets of a weight, sorted; no more than {@code limit} of them. */
    List<BitSet> ofWeight(long weight, int limit) {
        CheapestSearch search = new CheapestSearch(weight, limit);
        search.branch(new BitSet(), new BitSet(), 0, conflicts);
        return search.found.stream().filter(set -> weight(set, weights) == weight).toList();
    }

    static long weight(BitSet set, long[] weights) {
        return set.stream().mapToLong(number -> weights[number]).reduce(0, Math::addExact);
    }

    private final class CheapestSearch {

        private final int limit;
        private final TreeSet<BitSet> found = new TreeSet<>(ORDER);
        private long best;

        CheapestSearch(long best, int limit) {
            this.best = best;
            this.limit = limit;
        }

        /** @param before conflicts among which all are that are not hit yet */
        private void branch(BitSet chosen, BitSet passedOver, long weight, List<BitSet> before) {
            if (limit > 1 && found.size() >= limit) {
                return;
            }
            look(before.size());
            List<BitSet> open = new ArrayList<>();
            for (BitSet conflict : before) {
                if (!conflict.intersects(chosen)) {
                    open.add(conflict.intersects(passedOver) ? without(conflict, passedOver) : conflict);
                }
            }
            open.sort(Comparator.comparingInt(BitSet::cardinality));
            long[] unpaid = weights.clone();
            long least = weight;
            for (BitSet conflict : open) {
                least = Math.addExact(least, pay(conflict, unpaid));
            }
            if (least > best || limit == 1 && least == best && !found.isEmpty()
                    || !open.isEmpty() && open.get(0).isEmpty()) {
                return;
            }
            if (open.isEmpty()) {
                accept(chosen, weight);
                return;
            }
            BitSet passed = (BitSet) passedOver.clone();
            for (int number : cheapestFirst(open.get(0), unpaid)) {
                if (unpaid[number] <= best - least) {
                    chosen.set(number);
                    branch(chosen, passed, Math.addExact(weight, weights[number]), open);
                    chosen.clear(number);
                }
                passed.set(number);
            }
        }

        private static BitSet without(BitSet conflict, BitSet passedOver) {
            BitSet left = (BitSet) conflict.clone();
            left.andNot(passedOver);
            return left;
        }

        /**
         * What a conflict costs at least beside those that have paid: one of its statements must go, and of each only what is
         * not paid yet counts (the dual of the linear program, a conflict at a time). So a set with a statement weighs at
         * least what all pay and what is then left unpaid of that statement.
         */
        private static long pay(BitSet conflict, long[] unpaid) {
            long least = conflict.isEmpty() ? 0 : Long.MAX_VALUE;
            for (int number = conflict.nextSetBit(0); number >= 0; number = conflict.nextSetBit(number + 1)) {
                least = Math.min(least, unpaid[number]);
            }
            for (int number = conflict.nextSetBit(0); least > 0 && number >= 0; number = conflict.nextSetBit(number + 1)) {
                unpaid[number] -= least;
            }
            return least;
        }

        private int[] cheapestFirst(BitSet conflict, long[] unpaid) {
            return conflict.stream().boxed()
                    .sorted(Comparator.comparingLong((Integer number) -> unpaid[number])
                            .thenComparingLong(number -> weights[number]).thenComparing(Comparator.naturalOrder()))
                    .mapToInt(Integer::intValue).toArray();
        }

        private void look(int times) {
            looksLeft -= times;
            patience.use(times);
            if (looksLeft < 0) {
                throw new Exhausted();
            }
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
            look(conflicts.size());
            for (BitSet conflict : conflicts) {
                BitSet hits = (BitSet) conflict.clone();
                hits.and(chosen);
                if (hits.cardinality() == 1) {
                    needed.or(hits);
                }
            }
            return needed.equals(chosen);
        }
    }
}

package org.crossfoot.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.crossfoot.network.Consistency.Feasibility;

/**
 * From where to where cells or sums, in some order, can come, each by itself.
 *
 * <p>Of cells when the statements kept are true: by propagation where sums form no cycle; elsewhere its limits are shaved by
 * search.
 *
 * @param highest {@link Network#NO_HIGHEST} where there is no limit
 */
public record Reach(long[] lowest, long[] highest) {

    /** Limits from propagation alone: right, and exact without cycles; empty where the statements contradict each other. */
    public static Optional<Reach> byPropagation(Network network, BitSet kept) {
        Propagation limits = new Propagation(network);
        return limits.take(kept) ? Optional.of(of(limits, network.cells())) : Optional.empty();
    }

    /**
     * Limits that are exact wherever the search reaches; empty where the statements contradict each other or it is undecided.
     */
    public static Optional<Reach> exact(Network network, BitSet kept) {
        BitSet all = new BitSet();
        all.set(0, network.cells());
        return exact(network, kept, all);
    }

    /** @param cells those whose limits are to be exact */
    public static Optional<Reach> exact(Network network, BitSet kept, BitSet cells) {
        Propagation limits = new Propagation(network);
        if (!limits.take(kept) || !(new Consistency(network).of(kept) instanceof Feasibility.Consistent consistent)) {
            return Optional.empty();
        }
        Reach outer = of(limits, network.cells());
        return Optional.of(network.isForest() && limits.isSettled() ? outer
                : new Shaving(network, kept, consistent.witness()).shaved(outer, cells));
    }

    private static Reach of(Propagation limits, int cells) {
        Reach reach = ofNothing(cells);
        limits.copyTo(reach.lowest, reach.highest);
        return reach;
    }

    public static Reach ofNothing(int places) {
        return new Reach(new long[places], new long[places]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reach reach && Arrays.equals(lowest, reach.lowest) && Arrays.equals(highest, reach.highest);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lowest) + Arrays.hashCode(highest);
    }

    public boolean isOneNumberEach() {
        return Arrays.equals(lowest, highest);
    }

    public boolean holds(Reach other) {
        for (int i = 0; i < lowest.length; i++) {
            if (lowest[i] > other.lowest[i] || highest[i] < other.highest[i]) {
                return false;
            }
        }
        return true;
    }

    public boolean meets(Reach other) {
        for (int i = 0; i < lowest.length; i++) {
            if (lowest[i] > other.highest[i] || highest[i] < other.lowest[i]) {
                return false;
            }
        }
        return true;
    }

    /** From the lower of both to the higher. */
    public Reach spanning(Reach other) {
        Reach both = new Reach(lowest.clone(), highest.clone());
        for (int i = 0; i < lowest.length; i++) {
            both.lowest[i] = Math.min(lowest[i], other.lowest[i]);
            both.highest[i] = Math.max(highest[i], other.highest[i]);
        }
        return both;
    }

    /** As much of it as one of some others leaves at least; null where none meets it. */
    public Reach within(List<Reach> others) {
        Reach within = null;
        for (Reach other : others) {
            if (meets(other)) {
                Reach common = new Reach(lowest.clone(), highest.clone());
                for (int i = 0; i < lowest.length; i++) {
                    common.lowest[i] = Math.max(lowest[i], other.lowest[i]);
                    common.highest[i] = Math.min(highest[i], other.highest[i]);
                }
                within = within == null ? common : within.spanning(common);
                if (within.holds(this)) {
                    return this;
                }
            }
        }
        return within;
    }

    /** With something added to some of it. */
    public Reach plus(Reach added, int[] places) {
        Reach sum = new Reach(lowest.clone(), highest.clone());
        for (int i = 0; i < places.length; i++) {
            sum.lowest[places[i]] = Math.addExact(lowest[places[i]], added.lowest[i]);
            sum.highest[places[i]] = plusMost(highest[places[i]], added.highest[i]);
        }
        return sum;
    }

    /** What is left of all that is asked for where something brings part of it. */
    public Reach minus(Reach brought) {
        Reach left = new Reach(lowest.clone(), highest.clone());
        for (int i = 0; i < lowest.length; i++) {
            left.lowest[i] = minusMost(lowest[i], brought.highest[i]);
            left.highest[i] = minusLeast(highest[i], brought.lowest[i]);
        }
        return left;
    }

    /** As it was before something was added to some of it. */
    public Reach without(Reach added, int[] places) {
        Reach before = new Reach(lowest.clone(), highest.clone());
        for (int i = 0; i < places.length; i++) {
            before.lowest[places[i]] -= added.lowest[i];
            before.highest[places[i]] -= highest[places[i]] == Network.NO_HIGHEST ? 0 : added.highest[i];
        }
        return before;
    }

    public Reach at(int[] places) {
        Reach some = ofNothing(places.length);
        for (int i = 0; i < places.length; i++) {
            some.lowest[i] = lowest[places[i]];
            some.highest[i] = highest[places[i]];
        }
        return some;
    }

    public static long plusMost(long one, long other) {
        return one == Network.NO_HIGHEST || other == Network.NO_HIGHEST ? Network.NO_HIGHEST : Math.addExact(one, other);
    }

    private static long minusMost(long lower, long most) {
        return lower == Network.NO_LOWEST || most == Network.NO_HIGHEST ? Network.NO_LOWEST : Math.subtractExact(lower, most);
    }

    private static long minusLeast(long upper, long least) {
        return upper == Network.NO_HIGHEST ? upper : Math.subtractExact(upper, least);
    }
}

package org.crossfoot.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From where to where sums or cells, in some order, can come, each by itself. */
record Reach(long[] lowest, long[] highest) {

    static Reach ofNothing(int places) {
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

    boolean isOneNumberEach() {
        return Arrays.equals(lowest, highest);
    }

    boolean holds(Reach other) {
        for (int i = 0; i < lowest.length; i++) {
            if (lowest[i] > other.lowest[i] || highest[i] < other.highest[i]) {
                return false;
            }
        }
        return true;
    }

    boolean meets(Reach other) {
        for (int i = 0; i < lowest.length; i++) {
            if (lowest[i] > other.highest[i] || highest[i] < other.lowest[i]) {
                return false;
            }
        }
        return true;
    }

    /** From the lower of both to the higher. */
    Reach spanning(Reach other) {
        Reach both = new Reach(lowest.clone(), highest.clone());
        for (int i = 0; i < lowest.length; i++) {
            both.lowest[i] = Math.min(lowest[i], other.lowest[i]);
            both.highest[i] = Math.max(highest[i], other.highest[i]);
        }
        return both;
    }

    /** As much of it as one of some others leaves at least; null where none meets it. */
    Reach within(List<Reach> others) {
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
    Reach plus(Reach added, int[] places) {
        Reach sum = new Reach(lowest.clone(), highest.clone());
        for (int i = 0; i < places.length; i++) {
            sum.lowest[places[i]] = Math.addExact(lowest[places[i]], added.lowest[i]);
            sum.highest[places[i]] = plusMost(highest[places[i]], added.highest[i]);
        }
        return sum;
    }

    /** What is left of all that is asked for where something brings part of it. */
    Reach minus(Reach brought) {
        Reach left = new Reach(lowest.clone(), highest.clone());
        for (int i = 0; i < lowest.length; i++) {
            left.lowest[i] = minusMost(lowest[i], brought.highest[i]);
            left.highest[i] = minusLeast(highest[i], brought.lowest[i]);
        }
        return left;
    }

    /** As it was before something was added to some of it. */
    Reach without(Reach added, int[] places) {
        Reach before = new Reach(lowest.clone(), highest.clone());
        for (int i = 0; i < places.length; i++) {
            before.lowest[places[i]] -= added.lowest[i];
            before.highest[places[i]] -= highest[places[i]] == Network.NO_HIGHEST ? 0 : added.highest[i];
        }
        return before;
    }

    Reach at(int[] places) {
        Reach some = ofNothing(places.length);
        for (int i = 0; i < places.length; i++) {
            some.lowest[i] = lowest[places[i]];
            some.highest[i] = highest[places[i]];
        }
        return some;
    }

    static long plusMost(long one, long other) {
        return one == Network.NO_HIGHEST || other == Network.NO_HIGHEST ? Network.NO_HIGHEST : Math.addExact(one, other);
    }

    private static long minusMost(long lower, long most) {
        return lower == Network.NO_LOWEST || most == Network.NO_HIGHEST ? Network.NO_LOWEST : Math.subtractExact(lower, most);
    }

    private static long minusLeast(long upper, long least) {
        return upper == Network.NO_HIGHEST ? upper : Math.subtractExact(upper, least);
    }

    /** How far something can come at most: the more is spent, the further. */
    record Spread(long[] costs, Reach[] reaches) {

        /** Costs that are told apart, at most; where they are more, what costs a little more is taken to cost as much. */
        private static final int COSTS = 64;

        static Spread of(Reach only) {
            return new Spread(new long[] {0}, new Reach[] {only});
        }

        /** @param all by what each costs */
        static Spread of(TreeMap<Long, Reach> all) {
            long[] costs = new long[all.size()];
            Reach[] reaches = new Reach[all.size()];
            int count = 0;
            for (Map.Entry<Long, Reach> each : all.entrySet()) {
                Reach last = count == 0 ? null : reaches[count - 1];
                if (last == null || !last.holds(each.getValue())) {
                    costs[count] = each.getKey();
                    reaches[count++] = last == null ? each.getValue() : last.spanning(each.getValue());
                }
            }
            int alike = (count + COSTS - 1) / COSTS;
            int kept = 0;
            for (int i = 0; i < count; i += alike) {
                costs[kept] = costs[i];
                reaches[kept++] = reaches[Math.min(count, i + alike) - 1];
            }
            return new Spread(Arrays.copyOf(costs, kept), Arrays.copyOf(reaches, kept));
        }

        /** Null where even the least costs more. */
        Reach at(long cost) {
            int place = Arrays.binarySearch(costs, cost);
            place = place < 0 ? -place - 2 : place;
            return place < 0 ? null : reaches[place];
        }

        long least() {
            return costs[0];
        }

        Spread plus(Spread added, int[] places, long most) {
            if (added.costs.length == 1) {
                Spread sum = new Spread(costs.clone(), reaches.clone());
                for (int i = 0; i < costs.length; i++) {
                    sum.costs[i] += added.costs[0];
                    sum.reaches[i] = reaches[i].plus(added.reaches[0], places);
                }
                return sum;
            }
            TreeMap<Long, Reach> all = new TreeMap<>();
            for (int i = 0; i < costs.length; i++) {
                for (int k = 0; k < added.costs.length && costs[i] + added.costs[k] <= most; k++) {
                    all.merge(costs[i] + added.costs[k], reaches[i].plus(added.reaches[k], places), Reach::spanning);
                }
            }
            return of(all);
        }
    }
}

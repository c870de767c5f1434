package org.crossfoot.network.repair;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.crossfoot.network.Reach;

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

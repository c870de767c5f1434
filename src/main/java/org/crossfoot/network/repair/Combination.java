package org.crossfoot.network.repair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.crossfoot.network.repair.Way.Choice;

/** One thing done in each part, such that all fit: the first such combination, and then the next. */
final class Combination {

    private final Round round;
    private final PartLimits limits;
    /** Of everything there is to choose on the way, which is taken, and of how many. */
    private final List<int[]> chosen = new ArrayList<>();
    private final BitSet settled = new BitSet();
    private int at;

    Combination(Round round, PartLimits limits) {
        this.round = round;
        this.limits = limits;
        for (int part = 0; part < limits.tree().parts(); part++) {
            if (round.isSettled(part)) {
                settled.or(limits.inNetwork(part, round.only(part).setAside()));
            }
        }
    }

    BitSet setAside() {
        BitSet setAside = (BitSet) settled.clone();
        at = 0;
        Deque<Way> open = new ArrayDeque<>();
        open.add(choose(round.cheapestWays()));
        while (!open.isEmpty()) {
            Way shape = open.remove();
            Choice made = choose(shape.from);
            setAside.or(limits.inNetwork(shape.part, made.mending().setAside()));
            for (Way load = made.load(); load != null && !load.from.isEmpty();) {
                Choice added = choose(load.from);
                open.add(added.shape());
                load = added.load();
            }
        }
        return setAside;
    }

    private <T> T choose(List<T> from) {
        if (from.size() == 1) {
            return from.get(0);
        }
        if (at == chosen.size()) {
            chosen.add(new int[] {0, from.size()});
        }
        return from.get(chosen.get(at++)[0]);
    }

    /** False after the last. */
    boolean moveOn() {
        while (!chosen.isEmpty()) {
            int[] last = chosen.get(chosen.size() - 1);
            if (++last[0] < last[1]) {
                return true;
            }
            chosen.remove(chosen.size() - 1);
        }
        return false;
    }
}

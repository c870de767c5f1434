package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.network.Network;
import org.crossfoot.network.Reach;
import org.crossfoot.network.repair.Way.Choice;

/** What is part of any cheapest repair, and what the cells can hold under any of them: from the root down. */
final class AnyCheapestRepair {

    /** So many demands on one thing are kept apart, and on all that several parts come to; more are taken as one. */
    private static final int APART = 16;
    private static final int APART_IN_ALL = 1_000;

    private final Round round;
    private final PartLimits limits;
    private final TreeOfParts tree;
    private final List<Set<Mending>> mendings = new ArrayList<>();
    private final long[] lowest;
    private final long[] highest;
    /** What is left to each shape, and to each load, by all that is beside it. */
    private final List<Map<Way, List<Reach>>> demands = new ArrayList<>();
    private boolean takenAsOne;

    AnyCheapestRepair(Round round, PartLimits limits) {
        this.round = round;
        this.limits = limits;
        this.tree = limits.tree();
        this.lowest = new long[tree.network().cells()];
        this.highest = new long[tree.network().cells()];
        for (int part = 0; part < tree.parts(); part++) {
            mendings.add(new LinkedHashSet<>());
            demands.add(new LinkedHashMap<>());
        }
        Arrays.fill(lowest, Network.NO_HIGHEST);
        round.cheapestWays().forEach(way -> demand(way, round.asked(), APART));
        for (int i = tree.parts() - 1; i >= 0; i--) {
            int part = tree.upwards()[i];
            if (round.isSettled(part)) {
                Mending only = round.only(part);
                mendings.get(part).add(only);
                span(part, new Reach(only.lowest(), only.highest()));
            } else {
                use(part);
            }
        }
    }

    private void demand(Way shape, Reach left, int apart) {
        add(left, demands.get(shape.part).computeIfAbsent(shape, none -> new ArrayList<>()), apart);
    }

    private void add(Reach left, List<Reach> all, int apart) {
        for (Reach known : all) {
            if (known.holds(left)) {
                return;
            }
        }
        all.removeIf(left::holds);
        if (all.size() < apart) {
            all.add(left);
        } else {
            takenAsOne = true;
            all.set(apart - 1, all.get(apart - 1).spanning(left));
        }
    }

    private void use(int part) {
        Map<Way, List<Reach>> loads = new LinkedHashMap<>();
        demands.get(part).forEach((shape, all) -> {
            for (Choice choice : shape.from) {
                for (Reach demand : all) {
                    Reach load = choice.load() == null ? null : choice.load().reach;
                    Reach holds = limits.limits(part, choice.mending(), load, demand);
                    boolean exact = !takenAsOne && limits.conflicts() == 0;
                    if (holds != null && !(exact && isNeedless(part, choice.mending(), load, demand))) {
                        mendings.get(part).add(choice.mending());
                        span(part, holds);
                        if (load != null) {
                            add(limits.left(part, choice.mending(), demand), loads.computeIfAbsent(choice.load(),
                                    none -> new ArrayList<>()), APART);
                        }
                    }
                }
            }
        });
        Map<Way, List<Reach>> current = loads;
        while (!current.isEmpty()) {
            current = before(current);
        }
    }

    /** From what is left to some parts together to what is left to the last of them, and to those before it. */
    private Map<Way, List<Reach>> before(Map<Way, List<Reach>> loads) {
        int apart = Math.max(1, Math.min(APART, APART_IN_ALL / loads.size()));
        Map<Way, List<Reach>> before = new LinkedHashMap<>();
        loads.forEach((load, all) -> {
            for (Choice choice : load.from) {
                int[] places = limits.places(choice.shape().part);
                limits.patience().use(PartLimits.STEPS_OF_A_SUM * all.size());
                for (Reach left : all) {
                    demand(choice.shape(), left.minus(choice.load().reach).at(places), apart);
                    add(left.minus(limits.nothing(load.part).plus(choice.shape().reach, places)),
                            before.computeIfAbsent(choice.load(), none -> new ArrayList<>()), apart);
                }
            }
        });
        return before;
    }

    /** Whether less set aside would do in the same place. */
    private boolean isNeedless(int part, Mending mending, Reach load, Reach demand) {
        return round.mendings(part).stream().anyMatch(other -> other.weight() == mending.weight()
                && Mending.isLess(other.setAside(), mending.setAside()) && limits.limits(part, other, load, demand) != null);
    }

    private void span(int part, Reach holds) {
        for (int i = 0; i < holds.lowest().length; i++) {
            int cell = tree.cells(part)[i];
            lowest[cell] = Math.min(lowest[cell], holds.lowest()[i]);
            highest[cell] = Math.max(highest[cell], holds.highest()[i]);
        }
    }

    BitSet inAll() {
        BitSet inAll = new BitSet();
        for (int part = 0; part < tree.parts(); part++) {
            BitSet common = new BitSet();
            common.set(0, tree.inside(part).statements().size());
            mendings.get(part).forEach(mending -> common.and(mending.setAside()));
            inAll.or(limits.inNetwork(part, mendings.get(part).isEmpty() ? new BitSet() : common));
        }
        return inAll;
    }

    BitSet inSome() {
        BitSet inSome = new BitSet();
        for (int part = 0; part < tree.parts(); part++) {
            for (Mending mending : mendings.get(part)) {
                inSome.or(limits.inNetwork(part, mending.setAside()));
            }
        }
        return inSome;
    }

    Reach hull() {
        return new Reach(lowest, highest);
    }
}

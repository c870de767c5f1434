package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.crossfoot.network.Groups;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.Propagation;

/**
 * Statements of a part that are set aside together, by their numbers there, and what its cells can hold then.
 *
 * @param weight of all that is set aside
 */
record Mending(BitSet setAside, long weight, long[] lowest, long[] highest) {

    /** Cheapest first, then by the statements. */
    private static final Comparator<Mending> IN_ORDER = Comparator.comparingLong(Mending::weight)
            .thenComparing(Mending::setAside, HittingSets.ORDER);

    /** Whether some other one leaves as much for less, or with less set aside. */
    private boolean isNeedless(List<Mending> others) {
        for (Mending other : others) {
            if (other != this && (other.weight < weight || isLess(other.setAside, setAside)) && leavesAll(other)) {
                return true;
            }
        }
        return false;
    }

    static boolean isLess(BitSet fewer, BitSet more) {
        return fewer.cardinality() < more.cardinality() && fewer.stream().allMatch(more::get);
    }

    private boolean leavesAll(Mending other) {
        for (int cell = 0; cell < lowest.length; cell++) {
            if (other.lowest[cell] > lowest[cell] || other.highest[cell] < highest[cell]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Every one of a part that may be of use in mending a whole.
     *
     * @param all      cheapest first; none of them leaves less than another that costs less
     * @param complete whether there may be no others that matter up to the weight asked for
     */
    record Mendings(List<Mending> all, boolean complete) {
    }

    /**
     * @param most     the weight that none goes above
     * @param patience with this and other searches together
     */
    static Mendings of(Network inside, long most, Patience patience) {
        return new MendingSearch(inside, most, patience).found();
    }

    /** What is left of one cell when some of its statements are set aside. */
    private record Window(BitSet setAside, long weight, long lowest, long highest) {
    }

    private static final class MendingSearch {

        /** Statements on a cell, at most, for which each lower limit is tried with each upper one. */
        private static final int PAIRED = 40;
        private static final int NODES = 20_000;
        private static final int FOUND = 2_000;

        private final Network inside;
        private final long most;
        private final Patience patience;
        private final List<List<Window>> windows = new ArrayList<>();
        private final List<Mending> found = new ArrayList<>();
        private boolean complete = true;
        private int nodesLeft = NODES;

        MendingSearch(Network inside, long most, Patience patience) {
            this.inside = inside;
            this.most = most;
            this.patience = patience;
        }

        Mendings found() {
            int[][] on = Groups.members(inside.statements().stream().mapToInt(Statement::cell).toArray(), inside.cells());
            for (int[] ofCell : on) {
                windows.add(windows(ofCell));
            }
            long least = windows.stream().mapToLong(ofCell -> ofCell.get(0).weight).reduce(0, Math::addExact);
            branch(new int[inside.cells()], new BitSet(), least);
            found.removeIf(each -> each.isNeedless(found));
            found.sort(IN_ORDER);
            return new Mendings(List.copyOf(found), complete);
        }

        private List<Window> windows(int[] statements) {
            if (statements.length == 0) {
                return List.of(new Window(new BitSet(), 0, 0, Network.NO_HIGHEST));
            }
            List<Window> all = new ArrayList<>();
            if (weighMore(statements)) {
                long low = 0;
                long high = Network.NO_HIGHEST;
                for (int number : statements) {
                    low = Math.max(low, inside.statements().get(number).lowest());
                    high = Math.min(high, inside.statements().get(number).highest());
                }
                add(low, high, statements, all);
                return all;
            }
            boolean paired = statements.length <= PAIRED;
            long[] lows = limits(statements, true);
            long[] highs = limits(statements, false);
            if (paired) {
                for (long low : lows) {
                    for (long high : highs) {
                        add(low, high, statements, all);
                    }
                }
            } else {
                complete &= Arrays.stream(statements).mapToObj(inside.statements()::get)
                        .allMatch(said -> said.lowest() == said.highest());
                for (long low : lows) {
                    add(low, low, statements, all);
                }
                add(0, Network.NO_HIGHEST, statements, all);
            }
            all.sort(Comparator.comparingLong(Window::weight).thenComparingLong(Window::lowest)
                    .thenComparingLong(Window::highest));
            List<Window> needed = new ArrayList<>();
            for (Window window : all) {
                if (needed.stream().noneMatch(other -> other.lowest <= window.lowest && other.highest >= window.highest
                        && (other.weight < window.weight || isLess(other.setAside, window.setAside)
                        || other.setAside.equals(window.setAside)))) {
                    needed.add(window);
                }
            }
            return needed;
        }

        /** Whether none of some statements can be set aside, as most of those that are right cannot be. */
        private boolean weighMore(int[] statements) {
            for (int number : statements) {
                if (inside.statements().get(number).weight() <= most) {
                    return false;
                }
            }
            return true;
        }

        private long[] limits(int[] statements, boolean low) {
            List<Long> limits = new ArrayList<>(List.of(low ? 0 : Network.NO_HIGHEST));
            for (int number : statements) {
                limits.add(low ? inside.statements().get(number).lowest() : inside.statements().get(number).highest());
            }
            return limits.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
        }

        /** What keeps a cell between two limits: the statements that reach as far as both. */
        private void add(long low, long high, int[] statements, List<Window> all) {
            if (low > high) {
                return;
            }
            BitSet setAside = new BitSet();
            long weight = 0;
            long lowest = 0;
            long highest = Network.NO_HIGHEST;
            for (int number : statements) {
                Statement said = inside.statements().get(number);
                if (said.lowest() > low || said.highest() < high) {
                    setAside.set(number);
                    weight = Math.addExact(weight, said.weight());
                } else {
                    lowest = Math.max(lowest, said.lowest());
                    highest = Math.min(highest, said.highest());
                }
            }
            if (weight <= most) {
                all.add(new Window(setAside, weight, lowest, highest));
            }
        }

        /** @param chosen of each cell, its window; a cell that is fixed keeps it */
        private void branch(int[] chosen, BitSet fixed, long weight) {
            patience.use(20L + inside.cells() + inside.sums().size());
            if (weight > most || !complete) {
                return;
            }
            if (--nodesLeft < 0 || found.size() > FOUND || patience.isUsedUp()) {
                complete = false;
                return;
            }
            long[] low = new long[chosen.length];
            long[] high = new long[chosen.length];
            for (int cell = 0; cell < chosen.length; cell++) {
                low[cell] = windows.get(cell).get(chosen[cell]).lowest;
                high[cell] = windows.get(cell).get(chosen[cell]).highest;
            }
            BitSet mayChange;
            if (inside.sums().isEmpty()) {
                mayChange = cells();
                add(chosen, weight, low, high);
            } else {
                Propagation limits = new Propagation(inside);
                if (limits.take(low, high)) {
                    limits.copyTo(low, high);
                    add(chosen, weight, low, high);
                    mayChange = cells();
                } else {
                    mayChange = limits.whyContradiction();
                }
            }
            mayChange.andNot(fixed);
            BitSet passed = (BitSet) fixed.clone();
            for (int cell = mayChange.nextSetBit(0); cell >= 0; cell = mayChange.nextSetBit(cell + 1)) {
                passed.set(cell);
                List<Window> others = windows.get(cell);
                for (int other = 1; other < others.size(); other++) {
                    long with = weight - others.get(0).weight + others.get(other).weight;
                    if (with <= most) {
                        chosen[cell] = other;
                        branch(chosen, passed, with);
                        chosen[cell] = 0;
                    }
                }
            }
        }

        private BitSet cells() {
            BitSet cells = new BitSet();
            cells.set(0, inside.cells());
            return cells;
        }

        private void add(int[] chosen, long weight, long[] low, long[] high) {
            BitSet setAside = new BitSet();
            for (int cell = 0; cell < chosen.length; cell++) {
                setAside.or(windows.get(cell).get(chosen[cell]).setAside);
            }
            found.add(new Mending(setAside, weight, low, high));
        }
    }
}

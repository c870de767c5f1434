package org.crossfoot.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.crossfoot.network.Consistency.Feasibility;
import org.crossfoot.network.Diagnosis.State;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Reach.Spread;
import org.crossfoot.network.TreeOfParts.Link;

/**
 * The cheapest repairs of a network whose parts form a tree, however large. The cheapest repairs of each part by itself are a
 * lower bound of what must be spent. Where the sums over parts fail with them, others are tried by what they cost more, a little
 * more each time. What a part adds to a sum is carried on as a number from below and one from above.
 *
 * <p>What can be of no use is left out early: first it is looked how far all parts together can move each sum for so much, then
 * only what the others can still make up for is carried on. So thousands of parts that could each make up for a difference are
 * not tried in combinations.
 *
 * <p>Limits carried on one by one may allow more than can be true together. So what is ruled out here is ruled out, while a
 * repair that is found here is tried on the network before it is believed; a conflict that it leaves whole is one that every
 * repair must hit from then on.
 */
final class RepairsInTree {

    /** What is carried on at once, at most. Beyond it what is alike is taken as one, which rules out less. */
    private static final int CARRIED = 10_000;
    /** Of a look at a part, beside one for a comparison. */
    private static final long STEPS_OF_A_PART = 10;
    private static final long STEPS_OF_A_SUM = 5;
    /** What is compared with each other, at most. */
    private static final int COMPARED = 64;
    /** Conflicts between parts that are remembered, at most. */
    private static final int CONFLICTS = 100;
    /** Combinations of what is done in the parts that are gone through, at most, to list repairs. */
    private static final int COMBINATIONS = 2_000;

    private final TreeOfParts tree;
    private final Network network;
    private final Patience patience;
    /** Of each part, what has to be spent on it alone. */
    private final long[] least;
    /** Of each part, what may be done in it, for as much as was ever asked for. */
    private final List<List<Mending>> known = new ArrayList<>();
    private long knownUpTo = -1;
    /** Statements, by their numbers in the network, of which a repair sets aside one at least: what it keeps is tried with. */
    private final List<BitSet> conflicts = new ArrayList<>();

    private RepairsInTree(TreeOfParts tree, Patience patience) {
        this.tree = tree;
        this.network = tree.network();
        this.patience = patience;
        this.least = new long[tree.parts()];
    }

    /** @param tree of a network in which something is wrong */
    static Diagnosis of(TreeOfParts tree, Patience patience) {
        return new RepairsInTree(tree, patience).diagnosis();
    }

    private Diagnosis diagnosis() {
        for (int part = 0; part < least.length; part++) {
            least[part] = Diagnosis.leastWeight(tree.inside(part), patience);
            if (least[part] < 0) {
                return Diagnosis.without(State.UNDECIDED);
            }
        }
        long step = network.statements().stream().mapToLong(Statement::weight).filter(weight -> weight > 0).min().orElse(1);
        long everything = network.statements().stream().mapToLong(Statement::weight).reduce(0, Math::addExact);
        long budget = 0;
        while (knows(budget)) {
            long extra = new Round(budget, false).cheapest();
            while (extra >= 0) {
                Round round = new Round(extra, true);
                if (round.cheapest() >= 0 || patience.isUsedUp()) {
                    Diagnosis told = patience.isUsedUp() ? Diagnosis.without(State.UNDECIDED) : round.told();
                    if (told != null) {
                        return told;
                    }
                    extra = new Round(budget, false).cheapest();
                } else {
                    // What was taken as one went further than anything of it.
                    extra = extra == budget ? -1 : Math.min(budget, extra + step);
                }
            }
            if (budget == everything && !patience.isUsedUp()) {
                return Diagnosis.without(State.IMPOSSIBLE);
            }
            budget = Math.min(everything, budget < 8 * step ? budget + step : 2 * budget);
        }
        return Diagnosis.without(State.UNDECIDED);
    }

    /** Finds out what may be done in each part if all that may be spent is spent there; false where that is too much. */
    private boolean knows(long budget) {
        if (budget > knownUpTo) {
            known.clear();
            for (int part = 0; part < least.length; part++) {
                Mending.Found found = Mending.of(tree.inside(part), Math.addExact(least[part], budget), patience);
                if (!found.complete()) {
                    return false;
                }
                known.add(found.all());
            }
            knownUpTo = budget;
        }
        return !patience.isUsedUp();
    }

    private long extra(int part, Mending mending) {
        return mending.weight() - least[part];
    }

    private int root() {
        return tree.upwards()[least.length - 1];
    }

    private boolean isLeaf(int part) {
        return tree.partsOf(part).isEmpty();
    }

    private BitSet inNetwork(int part, BitSet setAside) {
        BitSet numbers = new BitSet();
        for (int number = setAside.nextSetBit(0); number >= 0; number = setAside.nextSetBit(number + 1)) {
            numbers.set(tree.statements(part)[number]);
        }
        return numbers;
    }

    /** Where what a part adds to sums, and to the conflicts that are hit, stands in its whole. */
    private int[] places(int part) {
        List<Link> up = tree.up(part);
        int[] places = new int[up.size() + conflicts.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i < up.size() ? tree.placeOf(up.get(i)) : tree.down(tree.whole(part)).size() + i - up.size();
        }
        return places;
    }

    /** Before anything is added to the sums of a part, and nothing is hit. */
    private Reach nothing(int part) {
        return Reach.ofNothing(tree.down(part).size() + conflicts.size());
    }

    private int hits(int conflict, int part, Mending mending) {
        return !mending.setAside().isEmpty() && inNetwork(part, mending.setAside()).intersects(conflicts.get(conflict)) ? 1 : 0;
    }

    /** What the cells of a part in sums of its whole can come to, and whether each conflict is hit; null where nothing fits. */
    private Reach shape(int part, Mending mending, Reach load) {
        Reach limits = limits(part, mending, load, null);
        if (limits == null) {
            return null;
        }
        List<Link> up = tree.up(part);
        Reach shape = Reach.ofNothing(up.size() + conflicts.size());
        for (int i = 0; i < up.size(); i++) {
            shape.lowest()[i] = limits.lowest()[up.get(i).cell()];
            shape.highest()[i] = limits.highest()[up.get(i).cell()];
        }
        for (int i = 0; i < conflicts.size(); i++) {
            shape.highest()[up.size() + i] = Math.min(1, hits(i, part, mending) + load.highest()[tree.down(part).size() + i]);
        }
        return shape;
    }

    /** What is left to the parts of a whole, and which conflicts they must hit; null where nothing fits. */
    private Reach left(int part, Mending mending, Reach demand) {
        Reach limits = limits(part, mending, null, demand);
        if (limits == null) {
            return null;
        }
        List<Link> down = tree.down(part);
        Reach left = nothing(part);
        for (int i = 0; i < down.size(); i++) {
            Sum sum = network.sums().get(down.get(i).sum());
            long high = limits.highest()[down.get(i).cell()];
            left.lowest()[i] = sum.highest() == Network.NO_HIGHEST ? Network.NO_LOWEST
                    : limits.lowest()[down.get(i).cell()] - sum.highest();
            left.highest()[i] = sum.lowest() == Network.NO_LOWEST || high == Network.NO_HIGHEST ? Network.NO_HIGHEST
                    : high - sum.lowest();
        }
        for (int i = 0; i < conflicts.size(); i++) {
            left.lowest()[down.size() + i] = demand.lowest()[tree.up(part).size() + i] - hits(i, part, mending);
            left.highest()[down.size() + i] = Network.NO_HIGHEST;
        }
        return left;
    }

    /**
     * What the cells of a part can hold; null where nothing fits.
     *
     * @param load   what its own parts add to its sums; null where they are not asked
     * @param demand what is left to its cells in sums of its whole; null where that is not asked
     */
    private Reach limits(int part, Mending mending, Reach load, Reach demand) {
        patience.use(STEPS_OF_A_PART);
        List<Link> down = tree.down(part);
        List<Link> up = tree.up(part);
        if ((load == null || down.isEmpty()) && (demand == null || up.isEmpty())) {
            return new Reach(mending.lowest(), mending.highest());
        }
        Reach limits = new Reach(mending.lowest().clone(), mending.highest().clone());
        boolean moved = false;
        for (int i = 0; load != null && i < down.size(); i++) {
            Sum sum = network.sums().get(down.get(i).sum());
            moved |= tighten(limits, down.get(i).cell(),
                    sum.lowest() == Network.NO_LOWEST ? 0 : Math.addExact(load.lowest()[i], sum.lowest()),
                    sum.highest() == Network.NO_HIGHEST ? Network.NO_HIGHEST : Reach.plusMost(load.highest()[i], sum.highest()));
        }
        for (int i = 0; demand != null && i < up.size(); i++) {
            moved |= tighten(limits, up.get(i).cell(), demand.lowest()[i], demand.highest()[i]);
        }
        if (!moved) {
            return limits;
        }
        for (int cell = 0; cell < limits.lowest().length; cell++) {
            if (limits.lowest()[cell] > limits.highest()[cell]) {
                return null;
            }
        }
        return tree.inside(part).sums().isEmpty() ? limits : settled(part, limits);
    }

    private static boolean tighten(Reach limits, int cell, long low, long high) {
        boolean moved = low > limits.lowest()[cell] || high < limits.highest()[cell];
        limits.lowest()[cell] = Math.max(limits.lowest()[cell], low);
        limits.highest()[cell] = Math.min(limits.highest()[cell], high);
        return moved;
    }

    private Reach settled(int part, Reach limits) {
        patience.use(STEPS_OF_A_PART + 4L * limits.lowest().length);
        Propagation propagation = new Propagation(tree.inside(part));
        if (!propagation.take(limits.lowest(), limits.highest())) {
            return null;
        }
        for (int cell = 0; cell < limits.lowest().length; cell++) {
            limits.lowest()[cell] = propagation.lowest(cell);
            limits.highest()[cell] = propagation.highest(cell);
        }
        return limits;
    }

    /** What a part, or the first of the parts of a whole together, can come to at an extra cost, and by what. */
    private static final class Way {

        private static final Comparator<Way> CHEAPEST_FIRST = (one, other) -> {
            int order = Long.compare(one.extra, other.extra);
            order = order != 0 ? order : Arrays.compare(one.reach.lowest(), other.reach.lowest());
            return order != 0 ? order : Arrays.compare(other.reach.highest(), one.reach.highest());
        };

        private final int part;
        private final long extra;
        private final Reach reach;
        private final List<Origin> from = new ArrayList<>(1);

        /** @param part the one that comes to it; any where several do */
        Way(int part, long extra, Reach reach) {
            this.part = part;
            this.extra = extra;
            this.reach = reach;
        }
    }

    /**
     * @param load    what other parts come to, if any: of a part, its own; otherwise those before
     * @param shape   what the last one of several parts comes to
     * @param mending what is done in a part
     */
    private record Origin(Way load, Way shape, Mending mending) {
    }

    /** All that can be done for so much at most: how far it reaches, what of it is of use, and what that comes to. */
    private final class Round {

        private final long budget;
        /** Whether it is kept how everything came about, and everything that costs as much as the cheapest. */
        private final boolean tracing;
        private final List<List<Mending>> mendings = new ArrayList<>();
        /** Of each part, how far its own parts reach in its sums, and how far it reaches in those of its whole. */
        private final Spread[] totals = new Spread[tree.parts()];
        private final Spread[] reaches = new Spread[tree.parts()];
        /** Of each whole, what is left to it in sums of its own whole; and what that leaves to its parts. */
        private final List<List<Way>> outside = new ArrayList<>();
        private final List<List<Way>> options = new ArrayList<>();
        private final List<List<Way>> shapes = new ArrayList<>();

        Round(long budget, boolean tracing) {
            this.budget = budget;
            this.tracing = tracing;
            for (int part = 0; part < tree.parts(); part++) {
                long most = least[part] + budget;
                List<Mending> all = known.get(part);
                mendings.add(all.get(all.size() - 1).weight() <= most ? all
                        : all.stream().filter(mending -> mending.weight() <= most).toList());
                outside.add(List.of());
                options.add(List.of());
                shapes.add(List.of());
            }
        }

        /** What is spent at least beside what each part needs by itself; below 0 where that is more than may be. */
        long cheapest() {
            return reach() && narrow() && build() ? shapes.get(root()).stream().mapToLong(way -> way.extra).min().orElseThrow()
                    : -1;
        }

        /** Goes up the tree: how far each sum can be moved by all parts together, each sum by itself. */
        private boolean reach() {
            for (int part : tree.upwards()) {
                Spread total = Spread.of(nothing(part));
                for (int own : tree.partsOf(part)) {
                    total = total.plus(reaches[own], places(own), budget);
                }
                TreeMap<Long, Reach> all = new TreeMap<>();
                for (Mending mending : mendings.get(part)) {
                    for (int i = 0; i < total.costs().length; i++) {
                        long extra = total.costs()[i] + extra(part, mending);
                        Reach shape = extra > budget ? null : shape(part, mending, total.reaches()[i]);
                        if (shape != null) {
                            all.merge(extra, shape, Reach::spanning);
                        }
                    }
                }
                if (all.isEmpty()) {
                    return false;
                }
                totals[part] = total;
                reaches[part] = Spread.of(all);
            }
            return true;
        }

        /** Goes down the tree: leaves out what costs more, or adds more or less, than all others leave to it. */
        private boolean narrow() {
            Reach hit = Reach.ofNothing(conflicts.size());
            Arrays.fill(hit.lowest(), 1);
            Arrays.fill(hit.highest(), Network.NO_HIGHEST);
            outside.set(root(), List.of(new Way(root(), 0, hit)));
            for (int i = tree.parts() - 1; i >= 0; i--) {
                int part = tree.upwards()[i];
                if (!isLeaf(part) || part == root()) {
                    options.set(part, options(part));
                    for (int own : tree.partsOf(part)) {
                        if (isLeaf(own)) {
                            shapes.set(own, shapes(own));
                        } else {
                            outside.set(own, outside(own));
                        }
                        if (options.get(part).isEmpty() || isLeaf(own) && shapes.get(own).isEmpty()) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }

        private List<Way> options(int part) {
            List<Way> found = new ArrayList<>();
            List<Mending> fitting = new ArrayList<>();
            for (Mending mending : mendings.get(part)) {
                int before = found.size();
                for (Way demand : outside.get(part)) {
                    long extra = extra(part, mending) + demand.extra;
                    Reach total = extra > budget ? null : totals[part].at(budget - extra);
                    Reach left = total == null ? null : left(part, mending, demand.reach);
                    if (left != null && left.meets(total)) {
                        found.add(new Way(part, extra, left));
                    }
                }
                if (found.size() > before) {
                    fitting.add(mending);
                }
            }
            mendings.set(part, fitting);
            return fewer(found, false, COMPARED);
        }

        /** What may be left to a whole that is part of another, whatever that and its other parts do. */
        private List<Way> outside(int own) {
            int[] places = places(own);
            Spread total = totals[tree.whole(own)];
            List<Way> found = new ArrayList<>();
            for (Way option : options.get(tree.whole(own))) {
                for (int i = 0; i < total.costs().length; i++) {
                    long extra = option.extra + Math.max(0, total.costs()[i] - reaches[own].least());
                    if (extra <= budget) {
                        Reach window = option.reach.minus(total.reaches()[i].without(reaches[own].reaches()[0], places));
                        Reach some = nothing(tree.whole(own)).plus(window.at(places), places);
                        if (some.meets(window)) {
                            found.add(new Way(own, extra, window.at(places)));
                        }
                    }
                }
            }
            return fewer(found, false, COMPARED);
        }

        private List<Way> shapes(int leaf) {
            List<Mending> all = mendings.get(leaf);
            int[] places = places(leaf);
            Map<Reach, Way> found = new LinkedHashMap<>();
            List<Mending> fitting = new ArrayList<>();
            for (Mending mending : all) {
                Reach shape = shape(leaf, mending, nothing(leaf));
                Reach within = all.size() == 1 ? shape : within(leaf, extra(leaf, mending), shape, places);
                if (within != null) {
                    fitting.add(mending);
                    collect(found, new Way(leaf, extra(leaf, mending), within), new Origin(null, null, mending));
                }
            }
            mendings.set(leaf, fitting);
            return fewer(found.values(), tracing, CARRIED);
        }

        private Reach within(int part, long extra, Reach shape, int[] places) {
            int whole = tree.whole(part);
            List<Reach> windows = new ArrayList<>();
            for (Way option : options.get(whole)) {
                long rest = budget - extra - option.extra;
                Reach total = rest < 0 ? null : totals[whole].at(rest + reaches[part].least());
                if (total != null) {
                    windows.add(option.reach.minus(total.without(reaches[part].reaches()[0], places)));
                }
            }
            patience.use(windows.size());
            Reach within = nothing(whole).plus(shape, places).within(windows);
            return within == null ? null : within.at(places);
        }

        /** Goes up the tree again: what all that is left in each part can come to, together with all its own parts. */
        private boolean build() {
            for (int part : tree.upwards()) {
                if (!isLeaf(part) || part == root()) {
                    Map<Reach, Way> found = new LinkedHashMap<>();
                    for (Way load : loads(part)) {
                        for (Mending mending : mendings.get(part)) {
                            long extra = load.extra + extra(part, mending);
                            Reach shape = extra > budget ? null : shape(part, mending, load.reach);
                            Reach within = shape == null ? null : shape.within(outside.get(part).stream()
                                    .filter(demand -> demand.extra + extra <= budget).map(demand -> demand.reach).toList());
                            if (within != null) {
                                collect(found, new Way(part, extra, within), new Origin(load, null, mending));
                            }
                        }
                    }
                    shapes.set(part, fewer(found.values(), tracing, CARRIED));
                }
                if (shapes.get(part).isEmpty() || patience.isUsedUp()) {
                    return false;
                }
            }
            return true;
        }

        /** What all parts of a whole can add to its sums, one part after the other. */
        private List<Way> loads(int whole) {
            Reach base = nothing(whole);
            long extra = 0;
            List<Integer> open = new ArrayList<>();
            for (int own : tree.partsOf(whole)) {
                if (shapes.get(own).size() == 1 && (!tracing || isSettled(own))) {
                    base = base.plus(shapes.get(own).get(0).reach, places(own));
                    extra += shapes.get(own).get(0).extra;
                } else {
                    open.add(own);
                }
            }
            Map<Integer, Spread> spreads = new HashMap<>();
            open.forEach(own -> spreads.put(own, spread(shapes.get(own))));
            // What moves sums most goes first: what comes after it can then make up for little.
            open.sort(Comparator.comparingLong((Integer own) -> -movement(spreads.get(own))));
            Spread[] rest = new Spread[open.size() + 1];
            rest[open.size()] = Spread.of(nothing(whole));
            for (int i = open.size() - 1; i >= 0; i--) {
                rest[i] = rest[i + 1].plus(spreads.get(open.get(i)), places(open.get(i)), budget);
            }
            Map<Reach, Way> next = new LinkedHashMap<>();
            Reach first = extra > budget ? null : base.within(windows(whole, extra, rest[0]));
            if (first != null) {
                collect(next, new Way(whole, extra, first), null);
            }
            List<Way> loads = List.copyOf(next.values());
            for (int i = 0; i < open.size() && !patience.isUsedUp(); i++) {
                loads = plus(loads, open.get(i), rest[i + 1]);
            }
            return loads;
        }

        private List<Way> plus(List<Way> loads, int part, Spread rest) {
            int whole = tree.whole(part);
            int[] places = places(part);
            Map<Long, List<Reach>> windows = new HashMap<>();
            Map<Reach, Way> next = new LinkedHashMap<>();
            for (Way load : loads) {
                for (Way shape : shapes.get(part)) {
                    long extra = load.extra + shape.extra;
                    if (extra <= budget) {
                        Reach sum = load.reach.plus(shape.reach, places);
                        for (int i = tree.down(whole).size(); i < sum.lowest().length; i++) {
                            sum.lowest()[i] = Math.min(1, sum.lowest()[i]);
                            sum.highest()[i] = Math.min(1, sum.highest()[i]);
                        }
                        Reach within = sum.within(windows.computeIfAbsent(extra, spent -> windows(whole, spent, rest)));
                        if (within != null) {
                            collect(next, new Way(whole, extra, within), new Origin(load, shape, null));
                        }
                    }
                }
            }
            patience.use(STEPS_OF_A_SUM * loads.size() * shapes.get(part).size());
            return fewer(next.values(), tracing, CARRIED);
        }

        /** What sums may come to before the rest is added to them. */
        private List<Reach> windows(int whole, long spent, Spread rest) {
            List<Reach> windows = new ArrayList<>();
            for (Way option : options.get(whole)) {
                Reach reach = spent + option.extra > budget ? null : rest.at(budget - spent - option.extra);
                if (reach != null) {
                    windows.add(option.reach.minus(reach));
                }
            }
            return windows;
        }

        private static Spread spread(List<Way> ways) {
            TreeMap<Long, Reach> all = new TreeMap<>();
            ways.forEach(way -> all.merge(way.extra, way.reach, Reach::spanning));
            return Spread.of(all);
        }

        private static long movement(Spread spread) {
            Reach widest = spread.reaches()[spread.reaches().length - 1];
            long most = 0;
            for (int i = 0; i < widest.lowest().length; i++) {
                most = Math.max(most, widest.highest()[i] - widest.lowest()[i]);
            }
            return most;
        }

        /** Whether there is nothing to choose in a part, and nothing to find out of its cells: nearly all are so. */
        private boolean isSettled(int part) {
            return isLeaf(part) && part != root() && mendings.get(part).size() == 1
                    && Arrays.equals(mendings.get(part).get(0).lowest(), mendings.get(part).get(0).highest());
        }

        private void collect(Map<Reach, Way> ways, Way way, Origin origin) {
            Way known = ways.get(way.reach);
            if (known == null || known.extra > way.extra) {
                ways.put(way.reach, way);
                known = way;
            }
            if (tracing && origin != null && known.extra == way.extra) {
                known.from.add(origin);
            }
        }

        /**
         * Without what another holds that costs no more; where they are many, those that are alike as one.
         *
         * @param all whether one that costs as much is kept
         */
        private List<Way> fewer(Collection<Way> ways, boolean all, int most) {
            List<Way> sorted = new ArrayList<>(ways);
            sorted.sort(Way.CHEAPEST_FIRST);
            List<Way> kept = new ArrayList<>();
            List<Way> wide = new ArrayList<>();
            for (Way each : sorted) {
                int latest = Math.max(0, wide.size() - COMPARED);
                if (!isHeld(each, wide, latest, wide.size(), all) && !isHeld(each, wide, 0, Math.min(latest, COMPARED), all)) {
                    kept.add(each);
                    if (!each.reach.isOneNumberEach()) {
                        wide.add(each);
                    }
                }
            }
            patience.use(STEPS_OF_A_SUM * sorted.size() + (long) sorted.size() * Math.min(COMPARED, wide.size()));
            return kept.size() > most ? together(kept, most) : kept;
        }

        private static boolean isHeld(Way one, List<Way> others, int from, int to, boolean all) {
            for (int i = from; i < to; i++) {
                if ((!all || others.get(i).extra < one.extra) && others.get(i).reach.holds(one.reach)) {
                    return true;
                }
            }
            return false;
        }

        private static List<Way> together(List<Way> many, int most) {
            int group = 2 * many.size() / most + 1;
            List<Way> fewer = new ArrayList<>();
            int alike = 0;
            for (Way each : many) {
                Way last = fewer.isEmpty() ? null : fewer.get(fewer.size() - 1);
                if (last != null && last.extra == each.extra && alike < group) {
                    Way both = new Way(last.part, last.extra, last.reach.spanning(each.reach));
                    both.from.addAll(last.from);
                    both.from.addAll(each.from);
                    fewer.set(fewer.size() - 1, both);
                    alike++;
                } else {
                    fewer.add(each);
                    alike = 1;
                }
            }
            return fewer;
        }

        /** What follows where all fits; null where what was found is none, but tells a conflict that was not known. */
        Diagnosis told() {
            Unsettled unsettled = new Unsettled(this);
            List<BitSet> repairs = new ArrayList<>();
            List<BitSet> met = new ArrayList<>();
            Combination next = new Combination();
            boolean all = false;
            for (int i = 0; i < COMBINATIONS && repairs.size() <= Diagnosis.REPAIRS_LISTED && !all && !patience.isUsedUp(); i++) {
                BitSet setAside = next.setAside();
                if (met.stream().allMatch(setAside::intersects) && repairs.stream().noneMatch(known -> isIn(known, setAside))) {
                    BitSet conflict = unsettled.conflictWithout(setAside);
                    if (conflict == null) {
                        return Diagnosis.without(State.UNDECIDED);
                    } else if (conflict.isEmpty()) {
                        repairs.add(unsettled.leanest(setAside));
                    } else {
                        met.add(conflict);
                    }
                }
                all = !next.moveOn();
            }
            if (patience.isUsedUp()) {
                return Diagnosis.without(State.UNDECIDED);
            }
            repairs.sort(HittingSets.ORDER);
            if (all && !repairs.isEmpty() && repairs.size() <= Diagnosis.REPAIRS_LISTED) {
                return Diagnosis.repairable(List.of(), repairs, () -> null);
            }
            if (!met.isEmpty() && conflicts.size() + met.size() <= CONFLICTS) {
                conflicts.addAll(met);
                return null;
            }
            if (repairs.isEmpty()) {
                return Diagnosis.without(State.UNDECIDED);
            }
            Used used = new Used(this);
            BitSet some = used.inSome();
            repairs.forEach(some::or);
            return new Diagnosis(State.REPAIRABLE, List.of(), List.copyOf(repairs.subList(0,
                    Math.min(repairs.size(), Diagnosis.REPAIRS_LISTED))), true, used.inAll(), some, used.hull());
        }

        private static boolean isIn(BitSet some, BitSet all) {
            BitSet rest = (BitSet) some.clone();
            rest.andNot(all);
            return rest.isEmpty();
        }

        List<Way> cheapestWays() {
            List<Way> ways = shapes.get(root());
            return ways.stream().filter(way -> way.extra == ways.get(0).extra).toList();
        }

        /** One thing done in each part, such that all fit: the first such combination, and then the next. */
        private final class Combination {

            /** Of everything there is to choose on the way, which is taken, and of how many. */
            private final List<int[]> chosen = new ArrayList<>();
            private final BitSet settled = new BitSet();
            private int at;

            Combination() {
                for (int part = 0; part < tree.parts(); part++) {
                    if (isSettled(part)) {
                        settled.or(inNetwork(part, mendings.get(part).get(0).setAside()));
                    }
                }
            }

            BitSet setAside() {
                BitSet setAside = (BitSet) settled.clone();
                at = 0;
                Deque<Way> open = new ArrayDeque<>();
                open.add(choose(cheapestWays()));
                while (!open.isEmpty()) {
                    Way shape = open.remove();
                    Origin made = choose(shape.from);
                    setAside.or(inNetwork(shape.part, made.mending.setAside()));
                    for (Way load = made.load; load != null && !load.from.isEmpty();) {
                        Origin added = choose(load.from);
                        open.add(added.shape);
                        load = added.load;
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
    }

    /** The parts in which there is something to choose or to find out; what all others add to a sum is one number. */
    private final class Unsettled {

        private final BitSet settledParts = new BitSet();
        private final Round round;
        private final Network rest;
        /** Of each statement of the rest, its number in the whole network; below 0 the complement of a sum that others add to. */
        private final List<Integer> numbers = new ArrayList<>();

        Unsettled(Round round) {
            this.round = round;
            int[] places = new int[network.cells()];
            Arrays.fill(places, -1);
            int cells = 0;
            Map<Integer, Long> added = new TreeMap<>();
            for (int part = 0; part < tree.parts(); part++) {
                settledParts.set(part, round.isSettled(part));
                for (int cell : settledParts.get(part) ? new int[0] : tree.cells(part)) {
                    places[cell] = cells++;
                }
                for (Link link : settledParts.get(part) ? tree.up(part) : List.<Link>of()) {
                    added.merge(link.sum(), round.mendings.get(part).get(0).lowest()[link.cell()], Math::addExact);
                }
            }
            List<Statement> said = new ArrayList<>();
            for (int number = 0; number < network.statements().size(); number++) {
                Statement each = network.statements().get(number);
                if (places[each.cell()] >= 0) {
                    said.add(new Statement(places[each.cell()], each.lowest(), each.highest(), each.cost(), each.counts()));
                    numbers.add(number);
                }
            }
            List<Sum> sums = new ArrayList<>();
            for (int number = 0; number < network.sums().size(); number++) {
                Sum sum = network.sums().get(number);
                if (places[sum.cells()[0]] >= 0) {
                    int other = -1;
                    if (added.containsKey(number)) {
                        other = cells++;
                        said.add(new Statement(other, added.get(number), added.get(number), 1, true));
                        numbers.add(~number);
                    }
                    sums.add(without(sum, places, other));
                }
            }
            rest = new Network(cells, sums, said);
        }

        private static Sum without(Sum sum, int[] places, int other) {
            int[] cells = new int[sum.cells().length + 1];
            long[] coefficients = new long[cells.length];
            int count = 0;
            for (int i = 0; i < sum.cells().length; i++) {
                if (places[sum.cells()[i]] >= 0) {
                    cells[count] = places[sum.cells()[i]];
                    coefficients[count++] = sum.coefficients()[i];
                }
            }
            if (other >= 0) {
                cells[count] = other;
                coefficients[count++] = -1;
            }
            return new Sum(Arrays.copyOf(cells, count), Arrays.copyOf(coefficients, count), sum.lowest(), sum.highest());
        }

        /** Statements that cannot all be true though some are set aside; none where they can, null where it cannot be told. */
        BitSet conflictWithout(BitSet setAside) {
            Feasibility answer = without(setAside);
            if (answer instanceof Feasibility.Contradiction contradiction) {
                ask(1);
                return inNetwork(Diagnosis.conflict(rest, contradiction.statements(), COMPARED)
                        .orElse(contradiction.statements()));
            }
            return answer instanceof Feasibility.Consistent ? new BitSet() : null;
        }

        private Feasibility without(BitSet setAside) {
            BitSet kept = new BitSet();
            for (int number = 0; number < numbers.size(); number++) {
                kept.set(number, numbers.get(number) < 0 || !setAside.get(numbers.get(number)));
            }
            ask(1);
            return new Consistency(rest).of(kept);
        }

        private void ask(int times) {
            patience.use(Diagnosis.STEPS_OF_A_QUESTION * (rest.cells() + numbers.size() + rest.sums().size()) * times);
        }

        /** A repair without what costs nothing and is not needed. */
        BitSet leanest(BitSet repair) {
            BitSet leanest = (BitSet) repair.clone();
            for (int number : numbers) {
                if (number >= 0 && repair.get(number) && network.statements().get(number).weight() == 0) {
                    leanest.clear(number);
                    leanest.set(number, !(without(leanest) instanceof Feasibility.Consistent));
                }
            }
            return leanest;
        }

        private BitSet inNetwork(BitSet conflict) {
            BitSet all = new BitSet();
            conflict.stream().map(numbers::get).forEach(number -> {
                if (number >= 0) {
                    all.set(number);
                } else {
                    keptBehind(~number, all);
                }
            });
            return all;
        }

        private void keptBehind(int sum, BitSet statements) {
            for (int part = settledParts.nextSetBit(0); part >= 0; part = settledParts.nextSetBit(part + 1)) {
                if (tree.up(part).stream().anyMatch(link -> link.sum() == sum)) {
                    BitSet setAside = round.mendings.get(part).get(0).setAside();
                    for (int number = 0; number < tree.statements(part).length; number++) {
                        if (!setAside.get(number)) {
                            statements.set(tree.statements(part)[number]);
                        }
                    }
                }
            }
        }
    }

    /** What is part of any cheapest repair, and what the cells can hold under any of them: from the root down. */
    private final class Used {

        /** So many demands on one thing are kept apart, and on all that several parts come to; more are taken as one. */
        private static final int APART = 16;
        private static final int APART_IN_ALL = 1_000;

        private final Round round;
        private final List<Set<Mending>> mendings = new ArrayList<>();
        private final long[] lowest = new long[network.cells()];
        private final long[] highest = new long[network.cells()];
        /** What is left to each shape, and to each load, by all that is beside it. */
        private final List<Map<Way, List<Reach>>> demands = new ArrayList<>();
        private boolean takenAsOne;

        Used(Round round) {
            this.round = round;
            for (int part = 0; part < tree.parts(); part++) {
                mendings.add(new LinkedHashSet<>());
                demands.add(new LinkedHashMap<>());
            }
            Arrays.fill(lowest, Network.NO_HIGHEST);
            round.cheapestWays().forEach(way -> demand(way, round.outside.get(root()).get(0).reach, APART));
            for (int i = tree.parts() - 1; i >= 0; i--) {
                int part = tree.upwards()[i];
                if (round.isSettled(part)) {
                    Mending only = round.mendings.get(part).get(0);
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
                for (Origin origin : shape.from) {
                    for (Reach demand : all) {
                        Reach load = origin.load == null ? null : origin.load.reach;
                        Reach limits = limits(part, origin.mending, load, demand);
                        boolean exact = !takenAsOne && conflicts.isEmpty();
                        if (limits != null && !(exact && isNeedless(part, origin.mending, load, demand))) {
                            mendings.get(part).add(origin.mending);
                            span(part, limits);
                            if (load != null) {
                                add(left(part, origin.mending, demand), loads.computeIfAbsent(origin.load,
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
                for (Origin origin : load.from) {
                    int[] places = places(origin.shape.part);
                    patience.use(STEPS_OF_A_SUM * all.size());
                    for (Reach left : all) {
                        demand(origin.shape, left.minus(origin.load.reach).at(places), apart);
                        add(left.minus(nothing(load.part).plus(origin.shape.reach, places)),
                                before.computeIfAbsent(origin.load, none -> new ArrayList<>()), apart);
                    }
                }
            });
            return before;
        }

        /** Whether less set aside would do in the same place. */
        private boolean isNeedless(int part, Mending mending, Reach load, Reach demand) {
            return round.mendings.get(part).stream().anyMatch(other -> other.weight() == mending.weight()
                    && Mending.isLess(other.setAside(), mending.setAside()) && limits(part, other, load, demand) != null);
        }

        private void span(int part, Reach limits) {
            for (int i = 0; i < limits.lowest().length; i++) {
                int cell = tree.cells(part)[i];
                lowest[cell] = Math.min(lowest[cell], limits.lowest()[i]);
                highest[cell] = Math.max(highest[cell], limits.highest()[i]);
            }
        }

        BitSet inAll() {
            BitSet inAll = new BitSet();
            for (int part = 0; part < tree.parts(); part++) {
                BitSet common = new BitSet();
                common.set(0, tree.inside(part).statements().size());
                mendings.get(part).forEach(mending -> common.and(mending.setAside()));
                inAll.or(inNetwork(part, mendings.get(part).isEmpty() ? new BitSet() : common));
            }
            return inAll;
        }

        BitSet inSome() {
            BitSet inSome = new BitSet();
            for (int part = 0; part < tree.parts(); part++) {
                for (Mending mending : mendings.get(part)) {
                    inSome.or(inNetwork(part, mending.setAside()));
                }
            }
            return inSome;
        }

        Hull hull() {
            return new Hull(lowest, highest);
        }
    }
}

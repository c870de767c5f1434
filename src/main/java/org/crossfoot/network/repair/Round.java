package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.Reach;
import org.crossfoot.network.repair.Way.Choice;

/** All that can be done for so much at most: how far it reaches, what of it is of use, and what that comes to. */
final class Round {

    /** What is carried on at once, at most. Beyond it what is alike is taken as one, which rules out less. */
    private static final int CARRIED = 3_000;
    /** What is compared with each other, at most. */
    private static final int COMPARED = 64;

    private final PartLimits limits;
    private final TreeOfParts tree;
    private final Patience patience;
    private final long[] least;
    private final long budget;
    /** Whether it is kept how everything came about, and everything that costs as much as the cheapest. */
    private final boolean tracing;
    private final List<List<Mending>> mendings = new ArrayList<>();
    /** Of each part, how far its own parts reach in its sums, and how far it reaches in those of its whole. */
    private final Spread[] totals;
    private final Spread[] reaches;
    /** Of each whole, what is left to it in sums of its own whole; and what that leaves to its parts. */
    private final List<List<Way>> outside = new ArrayList<>();
    private final List<List<Way>> options = new ArrayList<>();
    private final List<List<Way>> shapes = new ArrayList<>();

    /**
     * @param least of each part, what has to be spent on it alone
     * @param known of each part, what may be done in it, cheapest first
     */
    Round(PartLimits limits, long[] least, List<List<Mending>> known, long budget, boolean tracing) {
        this.limits = limits;
        this.tree = limits.tree();
        this.patience = limits.patience();
        this.least = least;
        this.budget = budget;
        this.tracing = tracing;
        this.totals = new Spread[tree.parts()];
        this.reaches = new Spread[tree.parts()];
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
            Spread total = Spread.of(limits.nothing(part));
            for (int own : tree.partsOf(part)) {
                total = total.plus(reaches[own], limits.places(own), budget);
            }
            TreeMap<Long, Reach> all = new TreeMap<>();
            for (Mending mending : mendings.get(part)) {
                for (int i = 0; i < total.costs().length; i++) {
                    long extra = total.costs()[i] + extra(part, mending);
                    Reach shape = extra > budget ? null : limits.shape(part, mending, total.reaches()[i]);
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
        Reach hit = Reach.ofNothing(limits.conflicts());
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
                Reach left = total == null ? null : limits.left(part, mending, demand.reach);
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
        int[] places = limits.places(own);
        Spread total = totals[tree.whole(own)];
        List<Way> found = new ArrayList<>();
        for (Way option : options.get(tree.whole(own))) {
            for (int i = 0; i < total.costs().length; i++) {
                long extra = option.extra + Math.max(0, total.costs()[i] - reaches[own].least());
                if (extra <= budget) {
                    Reach window = option.reach.minus(total.reaches()[i].without(reaches[own].reaches()[0], places));
                    Reach some = limits.nothing(tree.whole(own)).plus(window.at(places), places);
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
        int[] places = limits.places(leaf);
        Map<Reach, Way> found = new LinkedHashMap<>();
        List<Mending> fitting = new ArrayList<>();
        for (Mending mending : all) {
            Reach shape = limits.shape(leaf, mending, limits.nothing(leaf));
            Reach within = all.size() == 1 ? shape : within(leaf, extra(leaf, mending), shape, places);
            if (within != null) {
                fitting.add(mending);
                collect(found, new Way(leaf, extra(leaf, mending), within), new Choice(null, null, mending));
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
        Reach within = limits.nothing(whole).plus(shape, places).within(windows);
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
                        Reach shape = extra > budget ? null : limits.shape(part, mending, load.reach);
                        Reach within = shape == null ? null : shape.within(outside.get(part).stream()
                                .filter(demand -> demand.extra + extra <= budget).map(demand -> demand.reach).toList());
                        if (within != null) {
                            collect(found, new Way(part, extra, within), new Choice(load, null, mending));
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
        Reach base = limits.nothing(whole);
        long extra = 0;
        List<Integer> open = new ArrayList<>();
        for (int own : tree.partsOf(whole)) {
            if (shapes.get(own).size() == 1 && (!tracing || isSettled(own))) {
                base = base.plus(shapes.get(own).get(0).reach, limits.places(own));
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
        rest[open.size()] = Spread.of(limits.nothing(whole));
        for (int i = open.size() - 1; i >= 0; i--) {
            rest[i] = rest[i + 1].plus(spreads.get(open.get(i)), limits.places(open.get(i)), budget);
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
        int[] places = limits.places(part);
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
                        collect(next, new Way(whole, extra, within), new Choice(load, shape, null));
                    }
                }
            }
        }
        patience.use(stepsOf(rest.reaches()[0]) * loads.size() * shapes.get(part).size());
        return fewer(next.values(), tracing, CARRIED);
    }

    private static long stepsOf(Reach reach) {
        return PartLimits.STEPS_OF_A_SUM + reach.lowest().length / 5;
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
    boolean isSettled(int part) {
        return isLeaf(part) && part != root() && mendings.get(part).size() == 1
                && Arrays.equals(mendings.get(part).get(0).lowest(), mendings.get(part).get(0).highest());
    }

    private void collect(Map<Reach, Way> ways, Way way, Choice choice) {
        Way known = ways.get(way.reach);
        if (known == null || known.extra > way.extra) {
            ways.put(way.reach, way);
            known = way;
        }
        if (tracing && choice != null && known.extra == way.extra) {
            known.from.add(choice);
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
        int cheaper = 0;
        for (Way each : sorted) {
            while (cheaper < wide.size() && wide.get(cheaper).extra < each.extra) {
                cheaper++;
            }
            int latest = Math.max(0, wide.size() - COMPARED);
            int holding = all ? cheaper : wide.size();
            if (!isHeld(each, wide, latest, holding) && !isHeld(each, wide, 0, Math.min(holding, Math.min(latest, COMPARED)))) {
                kept.add(each);
                if (!each.reach.isOneNumberEach()) {
                    wide.add(each);
                }
            }
        }
        patience.use(PartLimits.STEPS_OF_A_SUM * sorted.size() + (long) sorted.size() * Math.min(COMPARED, wide.size()));
        return kept.size() > most ? together(kept, most) : kept;
    }

    private static boolean isHeld(Way one, List<Way> others, int from, int to) {
        for (int i = from; i < to; i++) {
            if (others.get(i).reach.holds(one.reach)) {
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

    List<Way> cheapestWays() {
        List<Way> ways = shapes.get(root());
        return ways.stream().filter(way -> way.extra == ways.get(0).extra).toList();
    }

    private long extra(int part, Mending mending) {
        return mending.weight() - least[part];
    }

    int root() {
        return tree.upwards()[least.length - 1];
    }

    private boolean isLeaf(int part) {
        return tree.partsOf(part).isEmpty();
    }

    Mending only(int part) {
        return mendings.get(part).get(0);
    }

    List<Mending> mendings(int part) {
        return mendings.get(part);
    }

    /** What is left to the whole tree. */
    Reach asked() {
        return outside.get(root()).get(0).reach;
    }
}

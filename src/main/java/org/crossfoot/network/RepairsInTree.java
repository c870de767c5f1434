package org.crossfoot.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.network.Diagnosis.State;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.TreeOfParts.Link;

/**
 * The cheapest repairs of a network whose parts form a tree, however large. The cheapest repairs of each part by itself are a
 * lower bound of what must be spent. Where the sums over parts fail with them, others are tried by what they cost more, a little
 * more each time. What a part adds to a sum is carried on as a number from below and one from above, and what leaves less than
 * something as cheap is dropped: so thousands of parts that could each make up for a difference are not tried in combinations.
 *
 * <p>Limits carried on one by one may allow more than can be true together. So what is ruled out here is ruled out, while a
 * repair that is found here is tried on the whole network before it is believed.
 */
final class RepairsInTree {

    /** What is carried on at once, at most. Beyond it what is alike is taken as one, which rules out less. */
    private static final int CARRIED = 512;
    /** Of a look at a part, beside one for a comparison. */
    private static final long STEPS_OF_A_PART = 10;
    /** What is compared with each other, at most. */
    private static final int COMPARED = 64;

    /** What sums or cells, in some order, can come to at an extra cost. */
    private record Reach(long extra, long[] lowest, long[] highest) {

        boolean holds(Reach other) {
            for (int i = 0; i < lowest.length; i++) {
                if (lowest[i] > other.lowest[i] || highest[i] < other.highest[i]) {
                    return false;
                }
            }
            return true;
        }

        /** From the lower of both to the higher; at what this costs. */
        Reach spanning(Reach other) {
            long[] low = lowest.clone();
            long[] high = highest.clone();
            for (int i = 0; i < low.length; i++) {
                low[i] = Math.min(low[i], other.lowest[i]);
                high[i] = Math.max(high[i], other.highest[i]);
            }
            return new Reach(extra, low, high);
        }
    }

    private static final Comparator<Reach> CHEAPEST_FIRST = (one, other) -> {
        int order = Long.compare(one.extra, other.extra);
        order = order != 0 ? order : Arrays.compare(one.lowest, other.lowest);
        return order != 0 ? order : Arrays.compare(other.highest, one.highest);
    };

    private final TreeOfParts tree;
    private final Network network;
    private final Patience patience;
    /** Of each part, what has to be spent on it alone. */
    private final long[] least;
    /** Of each part, what the first none, one, two ... of its own parts add to its sums. */
    private final List<List<List<Reach>>> loads = new ArrayList<>();
    /** Of each part, what its cells in sums of its whole can come to, with all of its own parts. */
    private final List<List<Reach>> shapes = new ArrayList<>();
    private long budget;
    private boolean merged;

    private RepairsInTree(TreeOfParts tree, Patience patience) {
        this.tree = tree;
        this.network = tree.network();
        this.patience = patience;
        this.least = new long[tree.parts()];
        for (int part = 0; part < least.length; part++) {
            loads.add(List.of());
            shapes.add(List.of());
        }
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
        long everything = weight(network.everything(), network);
        while (!patience.isUsedUp()) {
            List<List<Mending>> mendings = mendings();
            if (mendings == null) {
                break;
            }
            if (fits(mendings)) {
                return cheapest(mendings, shapes.get(tree.upwards()[least.length - 1]).stream().mapToLong(Reach::extra).min()
                        .orElseThrow());
            }
            if (budget == everything) {
                return Diagnosis.without(State.IMPOSSIBLE);
            }
            budget = Math.min(everything, budget < 8 * step ? budget + step : 2 * budget);
        }
        return Diagnosis.without(State.UNDECIDED);
    }

    private static long weight(BitSet statements, Network of) {
        return statements.stream().mapToLong(number -> of.statements().get(number).weight()).reduce(0, Math::addExact);
    }

    private long extra(int part, Mending mending) {
        return mending.weight() - least[part];
    }

    /** What may be done in each part if all that may be spent is spent there; null where that is too much to go through. */
    private List<List<Mending>> mendings() {
        List<List<Mending>> mendings = new ArrayList<>();
        for (int part = 0; part < least.length; part++) {
            Mending.Found found = Mending.of(tree.inside(part), Math.addExact(least[part], budget), patience);
            if (!found.complete()) {
                return null;
            }
            mendings.add(found.all());
        }
        return mendings;
    }

    /** Whether the sums over parts may hold with some choice among what may be done. */
    private boolean fits(List<List<Mending>> mendings) {
        merged = false;
        for (int part : tree.upwards()) {
            List<List<Reach>> growing = new ArrayList<>();
            int links = tree.down(part).size();
            growing.add(List.of(new Reach(0, new long[links], new long[links])));
            for (int own : tree.partsOf(part)) {
                growing.add(plus(growing.get(growing.size() - 1), own));
            }
            loads.set(part, growing);
            List<Reach> shapesOfPart = new ArrayList<>();
            for (Mending mending : mendings.get(part)) {
                for (Reach load : growing.get(growing.size() - 1)) {
                    long extra = load.extra + extra(part, mending);
                    Reach limits = extra > budget ? null : limits(part, mending, load, null);
                    if (limits != null) {
                        List<Link> up = tree.up(part);
                        shapesOfPart.add(new Reach(extra, up.stream().mapToLong(link -> limits.lowest[link.cell()]).toArray(),
                                up.stream().mapToLong(link -> limits.highest[link.cell()]).toArray()));
                    }
                }
            }
            if (shapesOfPart.isEmpty() || patience.isUsedUp()) {
                return false;
            }
            shapes.set(part, fewer(shapesOfPart));
        }
        return true;
    }

    private List<Reach> plus(List<Reach> loadsBefore, int part) {
        List<Link> up = tree.up(part);
        List<Reach> next = new ArrayList<>(loadsBefore.size() * shapes.get(part).size());
        for (Reach load : loadsBefore) {
            for (Reach shape : shapes.get(part)) {
                if (load.extra + shape.extra <= budget) {
                    long[] lowest = load.lowest.clone();
                    long[] highest = load.highest.clone();
                    for (int i = 0; i < up.size(); i++) {
                        int place = tree.placeOf(up.get(i));
                        lowest[place] = Math.addExact(lowest[place], shape.lowest[i]);
                        highest[place] = plusMost(highest[place], shape.highest[i]);
                    }
                    next.add(new Reach(load.extra + shape.extra, lowest, highest));
                }
            }
        }
        // What is added to all alike changes nothing between them.
        return shapes.get(part).size() == 1 ? next : fewer(next);
    }

    private static long plusMost(long one, long other) {
        return one == Network.NO_HIGHEST || other == Network.NO_HIGHEST ? Network.NO_HIGHEST : Math.addExact(one, other);
    }

    /**
     * What the cells of a part can hold; null where nothing fits.
     *
     * @param load   what its own parts add to its sums; null where they are not asked
     * @param demand what is left to its cells in sums of its whole; null where that is not asked
     */
    private Reach limits(int part, Mending mending, Reach load, Reach demand) {
        patience.use(STEPS_OF_A_PART);
        Reach limits = new Reach(0, mending.lowest().clone(), mending.highest().clone());
        boolean moved = false;
        List<Link> down = tree.down(part);
        for (int i = 0; load != null && i < down.size(); i++) {
            Sum sum = network.sums().get(down.get(i).sum());
            moved |= tighten(limits, down.get(i).cell(),
                    sum.lowest() == Network.NO_LOWEST ? 0 : Math.addExact(load.lowest[i], sum.lowest()),
                    sum.highest() == Network.NO_HIGHEST ? Network.NO_HIGHEST : plusMost(load.highest[i], sum.highest()));
        }
        List<Link> up = tree.up(part);
        for (int i = 0; demand != null && i < up.size(); i++) {
            moved |= tighten(limits, up.get(i).cell(), demand.lowest[i], demand.highest[i]);
        }
        if (!moved) {
            return limits;
        }
        for (int cell = 0; cell < limits.lowest.length; cell++) {
            if (limits.lowest[cell] > limits.highest[cell]) {
                return null;
            }
        }
        return tree.inside(part).sums().isEmpty() ? limits : settled(part, limits);
    }

    private static boolean tighten(Reach limits, int cell, long low, long high) {
        boolean moved = low > limits.lowest[cell] || high < limits.highest[cell];
        limits.lowest[cell] = Math.max(limits.lowest[cell], low);
        limits.highest[cell] = Math.min(limits.highest[cell], high);
        return moved;
    }

    private Reach settled(int part, Reach limits) {
        patience.use(STEPS_OF_A_PART + 4L * limits.lowest.length);
        Propagation propagation = new Propagation(tree.inside(part));
        if (!propagation.take(limits.lowest, limits.highest)) {
            return null;
        }
        for (int cell = 0; cell < limits.lowest.length; cell++) {
            limits.lowest[cell] = propagation.lowest(cell);
            limits.highest[cell] = propagation.highest(cell);
        }
        return limits;
    }

    /** Without what another holds that costs no more; where they are many, those that are alike as one. */
    private List<Reach> fewer(List<Reach> all) {
        if (all.size() < 2) {
            return all;
        }
        all.sort(CHEAPEST_FIRST);
        List<Reach> kept = new ArrayList<>();
        for (Reach each : all) {
            int latest = Math.max(0, kept.size() - COMPARED);
            if (!isHeld(each, kept, latest, kept.size()) && !isHeld(each, kept, 0, Math.min(latest, COMPARED))) {
                kept.add(each);
            }
        }
        patience.use((long) all.size() * Math.min(COMPARED, kept.size()));
        return kept.size() > CARRIED ? together(kept) : kept;
    }

    private static boolean isHeld(Reach one, List<Reach> others, int from, int to) {
        for (int i = from; i < to; i++) {
            if (others.get(i).holds(one)) {
                return true;
            }
        }
        return false;
    }

    private List<Reach> together(List<Reach> many) {
        merged = true;
        int most = 2 * many.size() / CARRIED + 1;
        List<Reach> fewer = new ArrayList<>();
        int alike = 0;
        for (Reach each : many) {
            Reach last = fewer.isEmpty() ? null : fewer.get(fewer.size() - 1);
            if (last != null && last.extra == each.extra && alike < most) {
                fewer.set(fewer.size() - 1, last.spanning(each));
                alike++;
            } else {
                fewer.add(each);
                alike = 1;
            }
        }
        return fewer;
    }

    /** @param extra what the cheapest repairs cost more than those of all parts by themselves */
    private Diagnosis cheapest(List<List<Mending>> all, long extra) {
        budget = extra;
        List<List<Mending>> mendings = affordable(all);
        fits(mendings);
        boolean open = merged;
        Used used = new Used(mendings);
        List<BitSet> found = new ArrayList<>();
        boolean listed = list(used.mendings, 0, found) && !open;
        List<BitSet> repairs = found.stream().filter(this::isRepair).sorted(HittingSets.ORDER).toList();
        if (repairs.isEmpty() || patience.isUsedUp()) {
            return Diagnosis.without(State.UNDECIDED);
        }
        if (listed) {
            return Diagnosis.repairable(List.of(), repairs, used::hull);
        }
        BitSet some = used.inSome();
        repairs.forEach(some::or);
        return new Diagnosis(State.REPAIRABLE, List.of(), repairs.subList(0, Math.min(repairs.size(), Diagnosis.REPAIRS_LISTED)),
                true, used.inAll(), some, used.hull());
    }

    private boolean isRepair(BitSet setAside) {
        BitSet kept = network.everything();
        kept.andNot(setAside);
        patience.use(10L * network.cells());
        return new Consistency(network).of(kept) instanceof Feasibility.Consistent;
    }

    /** Adds repairs with what is possible in each part, one more than are listed at most; false where there may be others. */
    private boolean list(List<List<Mending>> possible, int depth, List<BitSet> repairs) {
        if (depth > Diagnosis.REPAIRS_LISTED) {
            add(anyOf(possible), repairs);
            return false;
        }
        List<List<Mending>> left = affordable(possible);
        if (!fits(left)) {
            return !patience.isUsedUp();
        }
        boolean all = !merged;
        int open = IntStream.range(0, left.size()).filter(part -> left.get(part).size() > 1).findFirst().orElse(-1);
        if (open < 0) {
            add(left, repairs);
            return true;
        }
        // What costs most first: it leaves least to the others.
        for (int i = left.get(open).size() - 1; i >= 0; i--) {
            if (repairs.size() > Diagnosis.REPAIRS_LISTED || patience.isUsedUp()) {
                return false;
            }
            List<List<Mending>> fixed = new ArrayList<>(left);
            fixed.set(open, List.of(left.get(open).get(i)));
            all &= list(fixed, depth + 1, repairs);
        }
        return all;
    }

    /** One thing done in each part, of what is possible there, so that all fit; empty where none was found. */
    private List<List<Mending>> anyOf(List<List<Mending>> possible) {
        List<List<Mending>> left = affordable(possible);
        for (int part = 0; part < left.size(); part++) {
            List<List<Mending>> next = left;
            for (int i = 0; left.get(part).size() > 1 && i < left.get(part).size() && next == left; i++) {
                List<List<Mending>> fixed = new ArrayList<>(left);
                fixed.set(part, List.of(left.get(part).get(i)));
                List<List<Mending>> rest = affordable(fixed);
                next = fits(rest) ? rest : left;
            }
            left = next;
            if (left.get(part).size() != 1 || patience.isUsedUp()) {
                return List.of();
            }
        }
        return fits(left) ? left : List.of();
    }

    private void add(List<List<Mending>> chosen, List<BitSet> repairs) {
        BitSet repair = new BitSet();
        for (int part = 0; part < chosen.size(); part++) {
            repair.or(inNetwork(part, chosen.get(part).get(0).setAside()));
        }
        if (!chosen.isEmpty()) {
            if (repairs.stream().noneMatch(known -> Mending.isLess(known, repair) || known.equals(repair))) {
                repairs.removeIf(known -> Mending.isLess(repair, known));
                repairs.add(repair);
            }
        }
    }

    /** Without what costs more than the others leave. */
    private List<List<Mending>> affordable(List<List<Mending>> possible) {
        long[] cheapest = new long[possible.size()];
        long sum = 0;
        for (int part = 0; part < cheapest.length; part++) {
            cheapest[part] = cheapest(part, possible.get(part));
            sum = Math.addExact(sum, cheapest[part]);
        }
        List<List<Mending>> affordable = new ArrayList<>(possible);
        for (int part = 0; part < cheapest.length; part++) {
            int number = part;
            long most = budget - sum + cheapest[part];
            if (possible.get(part).size() > 1 || cheapest[part] > most) {
                affordable.set(part, possible.get(part).stream().filter(mending -> extra(number, mending) <= most).toList());
            }
        }
        return affordable;
    }

    private long cheapest(int part, List<Mending> mendings) {
        long cheapest = mendings.isEmpty() ? 0 : Long.MAX_VALUE;
        for (Mending mending : mendings) {
            cheapest = Math.min(cheapest, extra(part, mending));
        }
        return cheapest;
    }

    private BitSet inNetwork(int part, BitSet setAside) {
        BitSet numbers = new BitSet();
        setAside.stream().forEach(number -> numbers.set(tree.statements(part)[number]));
        return numbers;
    }

    /** What is part of any cheapest repair: from the root down, what a part may be where all the others fit. */
    private final class Used {

        private final List<List<Mending>> all;
        private final List<List<Mending>> mendings = new ArrayList<>();
        private final long[] lowest = new long[network.cells()];
        private final long[] highest = new long[network.cells()];

        /** @param all what may be done in each part; the loads and shapes are theirs */
        Used(List<List<Mending>> all) {
            this.all = all;
            List<List<Reach>> demands = new ArrayList<>();
            for (int part = 0; part < tree.parts(); part++) {
                mendings.add(List.of());
                demands.add(List.of(new Reach(0, new long[0], new long[0])));
            }
            Arrays.fill(lowest, Network.NO_HIGHEST);
            for (int i = tree.parts() - 1; i >= 0; i--) {
                int part = tree.upwards()[i];
                List<Reach> outside = demands.set(part, List.of());
                if (isSettled(part)) {
                    mendings.set(part, all.get(part));
                    span(part, new Reach(0, all.get(part).get(0).lowest(), all.get(part).get(0).highest()));
                } else {
                    use(part, outside);
                }
                if (!tree.partsOf(part).isEmpty()) {
                    demandOfParts(part, outside, demands);
                }
            }
        }

        private void use(int part, List<Reach> outside) {
            List<List<Reach>> growing = loads.get(part);
            List<Mending> fitting = new ArrayList<>();
            for (Mending mending : all.get(part)) {
                boolean fits = false;
                for (Reach demand : outside) {
                    for (Reach load : growing.get(growing.size() - 1)) {
                        Reach limits = extra(part, mending) + demand.extra + load.extra > budget ? null
                                : limits(part, mending, load, demand);
                        if (limits != null && !isNeedless(part, mending, load, demand)) {
                            fits = true;
                            span(part, limits);
                        }
                    }
                }
                if (fits) {
                    fitting.add(mending);
                }
            }
            mendings.set(part, List.copyOf(fitting));
        }

        /** Whether less set aside would do in the same place. */
        private boolean isNeedless(int part, Mending mending, Reach load, Reach demand) {
            return all.get(part).stream().anyMatch(other -> other.weight() == mending.weight()
                    && Mending.isLess(other.setAside(), mending.setAside()) && limits(part, other, load, demand) != null);
        }

        private void span(int part, Reach limits) {
            for (int i = 0; i < limits.lowest.length; i++) {
                int cell = tree.cells(part)[i];
                lowest[cell] = Math.min(lowest[cell], limits.lowest[i]);
                highest[cell] = Math.max(highest[cell], limits.highest[i]);
            }
        }

        /** What is left to each part of a whole by the whole, by all that is outside of it, and by the other parts. */
        private void demandOfParts(int part, List<Reach> outside, List<List<Reach>> demands) {
            List<Reach> left = new ArrayList<>();
            for (Mending mending : all.get(part)) {
                for (Reach demand : outside) {
                    long extra = extra(part, mending) + demand.extra;
                    Reach limits = extra > budget ? null : limits(part, mending, null, demand);
                    if (limits != null) {
                        left.add(new Reach(extra,
                                tree.down(part).stream().mapToLong(link -> lowestOfParts(limits, link)).toArray(),
                                tree.down(part).stream().mapToLong(link -> highestOfParts(limits, link)).toArray()));
                    }
                }
            }
            // From the last to the first, since what those before it add is known already.
            List<Reach> rest = fewer(left);
            for (int i = tree.partsOf(part).size() - 1; i >= 0; i--) {
                int own = tree.partsOf(part).get(i);
                if (!isSettled(own)) {
                    demands.set(own, demands(rest, loads.get(part).get(i), own));
                }
                rest = i == 0 ? List.of() : without(rest, own);
            }
        }

        /** Whether there is nothing to choose in a part, and nothing to find out of its cells: nearly all are so. */
        private boolean isSettled(int part) {
            return tree.partsOf(part).isEmpty() && all.get(part).size() == 1
                    && Arrays.equals(all.get(part).get(0).lowest(), all.get(part).get(0).highest());
        }

        private long lowestOfParts(Reach limits, Link link) {
            long high = network.sums().get(link.sum()).highest();
            return high == Network.NO_HIGHEST ? Network.NO_LOWEST : limits.lowest[link.cell()] - high;
        }

        private long highestOfParts(Reach limits, Link link) {
            long low = network.sums().get(link.sum()).lowest();
            return low == Network.NO_LOWEST || limits.highest[link.cell()] == Network.NO_HIGHEST ? Network.NO_HIGHEST
                    : limits.highest[link.cell()] - low;
        }

        private List<Reach> demands(List<Reach> rest, List<Reach> loadsBefore, int part) {
            List<Reach> demands = new ArrayList<>();
            for (Reach left : rest) {
                for (Reach load : loadsBefore) {
                    Reach demand = left.extra + load.extra > budget ? null : demand(left, load, tree.up(part));
                    if (demand != null) {
                        demands.add(demand);
                    }
                }
            }
            patience.use((long) rest.size() * loadsBefore.size());
            return fewer(demands);
        }

        /** What is left to a part in its sums; null where other sums do not fit. */
        private Reach demand(Reach left, Reach load, List<Link> up) {
            long[] low = new long[up.size()];
            long[] high = new long[up.size()];
            BitSet own = new BitSet();
            for (int i = 0; i < low.length; i++) {
                int place = tree.placeOf(up.get(i));
                own.set(place);
                low[i] = Math.max(0, minusMost(left.lowest[place], load.highest[place]));
                high[i] = minusLeast(left.highest[place], load.lowest[place]);
                if (high[i] < low[i]) {
                    return null;
                }
            }
            for (int place = own.nextClearBit(0); place < left.lowest.length; place = own.nextClearBit(place + 1)) {
                if (load.lowest[place] > left.highest[place] || load.highest[place] < left.lowest[place]) {
                    return null;
                }
            }
            return new Reach(left.extra + load.extra, low, high);
        }

        private long minusMost(long lower, long most) {
            return lower == Network.NO_LOWEST || most == Network.NO_HIGHEST ? Network.NO_LOWEST : lower - most;
        }

        private long minusLeast(long upper, long least) {
            return upper == Network.NO_HIGHEST ? upper : upper - least;
        }

        /** What is left to the parts before one. */
        private List<Reach> without(List<Reach> rest, int part) {
            List<Link> up = tree.up(part);
            List<Reach> next = new ArrayList<>();
            for (Reach left : rest) {
                for (Reach shape : shapes.get(part)) {
                    if (left.extra + shape.extra <= budget) {
                        long[] low = left.lowest.clone();
                        long[] high = left.highest.clone();
                        for (int i = 0; i < up.size(); i++) {
                            int place = tree.placeOf(up.get(i));
                            low[place] = minusMost(low[place], shape.highest[i]);
                            high[place] = minusLeast(high[place], shape.lowest[i]);
                        }
                        next.add(new Reach(left.extra + shape.extra, low, high));
                    }
                }
            }
            return shapes.get(part).size() == 1 ? next : fewer(next);
        }

        BitSet inAll() {
            BitSet inAll = new BitSet();
            for (int part = 0; part < mendings.size(); part++) {
                BitSet common = new BitSet();
                common.set(0, mendings.get(part).isEmpty() ? 0 : tree.inside(part).statements().size());
                mendings.get(part).forEach(mending -> common.and(mending.setAside()));
                inAll.or(inNetwork(part, common));
            }
            return inAll;
        }

        BitSet inSome() {
            BitSet inSome = new BitSet();
            for (int part = 0; part < mendings.size(); part++) {
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

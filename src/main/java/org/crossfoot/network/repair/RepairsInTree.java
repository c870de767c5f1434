package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.repair.Diagnosis.State;

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
    private final PartLimits limits;

    private RepairsInTree(TreeOfParts tree, Patience patience) {
        this.tree = tree;
        this.network = tree.network();
        this.patience = patience;
        this.least = new long[tree.parts()];
        this.limits = new PartLimits(tree, patience, conflicts);
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
            long extra = round(budget, false).cheapest();
            boolean isLeast = true;
            while (extra >= 0) {
                Round round = round(extra, true);
                if (round.cheapest() >= 0 || patience.isUsedUp()) {
                    Diagnosis told = patience.isUsedUp() ? Diagnosis.without(State.UNDECIDED) : told(round);
                    if (told != null) {
                        return told;
                    }
                    // With conflicts more nothing is cheaper, and mostly something costs the same.
                    isLeast = false;
                } else if (!isLeast) {
                    extra = round(budget, false).cheapest();
                    isLeast = true;
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

    private Round round(long budget, boolean tracing) {
        return new Round(limits, least, known, budget, tracing);
    }

    /** Finds out what may be done in each part if all that may be spent is spent there; false where that is too much. */
    private boolean knows(long budget) {
        if (budget > knownUpTo) {
            known.clear();
            for (int part = 0; part < least.length; part++) {
                Mending.Mendings found = Mending.of(tree.inside(part), Math.addExact(least[part], budget), patience);
                if (!found.complete()) {
                    return false;
                }
                known.add(found.all());
            }
            knownUpTo = budget;
        }
        return !patience.isUsedUp();
    }

    /** What follows where all fits; null where what was found is none, but tells a conflict that was not known. */
    private Diagnosis told(Round round) {
        Unsettled unsettled = new Unsettled(round, limits);
        List<BitSet> repairs = new ArrayList<>();
        List<BitSet> met = new ArrayList<>();
        Combination next = new Combination(round, limits);
        boolean all = false;
        for (int i = 0; i < COMBINATIONS && repairs.size() <= Diagnosis.REPAIRS_LISTED && !all && !patience.isUsedUp(); i++) {
            BitSet setAside = next.setAside();
            // What is known to be none is not asked about again: it would be learnt anew until all patience is used up.
            if (Stream.of(conflicts, met).flatMap(List::stream).allMatch(setAside::intersects)
                    && repairs.stream().noneMatch(known -> isIn(known, setAside))) {
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
        AnyCheapestRepair any = new AnyCheapestRepair(round, limits);
        BitSet some = any.inSome();
        repairs.forEach(some::or);
        return new Diagnosis(State.REPAIRABLE, List.of(), List.copyOf(repairs.subList(0,
                Math.min(repairs.size(), Diagnosis.REPAIRS_LISTED))), true, any.inAll(), some, any.hull());
    }

    private static boolean isIn(BitSet some, BitSet all) {
        BitSet rest = (BitSet) some.clone();
        rest.andNot(all);
        return rest.isEmpty();
    }
}

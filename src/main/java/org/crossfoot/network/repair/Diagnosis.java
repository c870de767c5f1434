package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.crossfoot.network.Consistency.Feasibility;
import org.crossfoot.network.Consistency;
import org.crossfoot.network.Excerpt;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.Propagation;
import org.crossfoot.network.Reach;

/**
 * What is wrong with the statements of a network, and the cheapest ways to mend it: error localisation after Fellegi and Holt,
 * by minimal conflicts and implicit hitting sets.
 *
 * @param state     how far it could be told
 * @param conflicts that were met on the way, minimal, large ones under the sums that show them
 * @param repairs   the cheapest sets of statements to set aside, sorted, at most {@link #REPAIRS_LISTED}; each is minimal.
 *                  One empty set where nothing is wrong, none where it is undecided or impossible
 * @param more      whether there may be more than are listed
 * @param blamed    statements that every cheapest repair sets aside, whether listed or not
 * @param inSome    statements that some cheapest repair sets aside, whether listed or not
 * @param hull      where not all repairs are listed: what each cell can hold under any of them; null elsewhere
 */
public record Diagnosis(State state, List<BitSet> conflicts, List<BitSet> repairs, boolean more, BitSet blamed, BitSet inSome,
        Reach hull) {

    public static final int REPAIRS_LISTED = 32;

    /** Repairs of one or two statements, at most, that are gone through one by one; larger ones take long to be found. */
    private static final int SMALL_REPAIRS_TRIED = 100;

    /** Looks at a conflict, at most, before a network is gone through by its parts. */
    private static final long FIRST_LOOKS = 200_000;

    /** Statements, at most, for which conflicts are looked for among all of them first. */
    static final int SMALL = 200;

    /** Conflicts looked for, at most; beyond it nothing is decided. */
    static final int CONFLICTS = 2_000;

    /** Of larger conflicts, as those of a whole with all of its parts, any could be left out under the sums that show them. */
    private static final int MINIMAL_IN_ALL = 12;

    /** For each statement that is asked about, beside one for a look at a conflict. */
    static final long STEPS_OF_A_QUESTION = 10;

    /** Of all questions about one network, at most: about a second. */
    private static final long STEPS_OF_ALL_QUESTIONS = 10_000_000;

    public enum State {
        /** All statements can be true. */
        CONSISTENT,
        /** Some must be set aside; the repairs are the cheapest. */
        REPAIRABLE,
        /** The sums cannot hold whatever is set aside. */
        IMPOSSIBLE,
        /** A limit was reached: nothing is said. */
        UNDECIDED
    }

    public static Diagnosis of(Network network) {
        return of(network, new Patience());
    }

    /** @param patience with this and other networks together */
    public static Diagnosis of(Network network, Patience patience) {
        return of(network, new int[network.cells()], patience);
    }

    /**
     * @param partOf   of each cell, the number of the part it is in, such as an area: a large network is gone through by these,
     *                 where they form a tree, and else among all its conflicts, or as one part
     * @param patience with this and other networks together
     */
    public static Diagnosis of(Network network, int[] partOf, Patience patience) {
        if (misfits(network).isEmpty()) {
            return new Diagnosis(State.CONSISTENT, List.of(), List.of(new BitSet()), false, new BitSet(), new BitSet(), null);
        }
        if (OneCell.is(network)) {
            return decided(() -> OneCell.diagnosis(network.statements(), patience));
        }
        boolean onePart = Arrays.stream(partOf).allMatch(part -> part == partOf[0]);
        boolean alone = SaidAtOnce.eachByItself(network);
        boolean large = network.statements().size() > SMALL && !onePart && alone;
        Optional<TreeOfParts> tree = large ? TreeOfParts.of(network, partOf) : Optional.empty();
        Diagnosis first = tree.isPresent() ? without(State.UNDECIDED)
                : decided(() -> new RepairSearch(network, patience, FIRST_LOOKS).diagnosis());
        // What is said of several parts at once is set aside in all of them, so that none can be gone through by itself.
        Diagnosis second = first.state != State.UNDECIDED || !alone ? first
                : decided(() -> (large ? tree : TreeOfParts.of(network, partOf))
                .or(() -> TreeOfParts.of(network, new int[network.cells()])).map(areas -> RepairsInTree.of(areas, patience))
                .orElseGet(() -> without(State.UNDECIDED)));
        return second.state != State.UNDECIDED || network.statements().size() > SMALL && alone ? second
                : decided(() -> new RepairSearch(network, patience, HittingSets.LOOKS).diagnosis());
    }

    /** What the cheapest repair of a network weighs; below 0 where there is none, or none was found. */
    static long leastWeight(Network network, Patience patience) {
        if (misfits(network).isEmpty()) {
            return 0;
        }
        try {
            BitSet repair = OneCell.is(network) ? OneCell.diagnosis(network.statements(), patience).repairs.get(0)
                    : new RepairSearch(network, patience, FIRST_LOOKS).cheapestRepair();
            return repair == null ? -1 : HittingSets.weight(repair, network.statements().stream()
                    .mapToLong(Network.Statement::weight).toArray());
        } catch (ArithmeticException | HittingSets.Exhausted e) {
            // As above.
            return -1;
        }
    }

    private static Diagnosis decided(Supplier<Diagnosis> search) {
        try {
            return search.get();
        } catch (ArithmeticException | HittingSets.Exhausted e) {
            // A long cannot hold what it costs, or there are too many combinations.
            return without(State.UNDECIDED);
        }
    }

    /** Whether all that is said is known to be true together. */
    public static boolean canHold(Network network) {
        return misfits(network).isEmpty()
                || new Consistency(network).of(network.everything()) instanceof Feasibility.Consistent;
    }

    /**
     * Sums that do not let all of some statements be true: those that show it one by one, or else those of which none could be
     * left out; empty where neither is found.
     *
     * @param most how many sums may have to be tried one by one
     */
    public static Optional<BitSet> sumsAgainst(Network network, BitSet some, int most) {
        Propagation limits = new Propagation(network);
        if (!limits.take(some)) {
            return Optional.of(limits.sumsOfContradiction());
        }
        BitSet needed = new BitSet();
        needed.set(0, network.sums().size());
        if (needed.cardinality() > most || canHold(network, needed, some)) {
            return Optional.empty();
        }
        for (int sum = 0; sum < network.sums().size(); sum++) {
            needed.clear(sum);
            needed.set(sum, canHold(network, needed, some));
        }
        return Optional.of(needed);
    }

    private static boolean canHold(Network network, BitSet sums, BitSet statements) {
        List<Network.Sum> left = sums.stream().mapToObj(network.sums()::get).toList();
        return !(new Consistency(new Network(network.cells(), left, network.statements())).of(statements)
                instanceof Feasibility.Contradiction);
    }

    /**
     * Statements among some that cannot all be true, of which any could be left out.
     *
     * @param most how many statements may have to be tried one by one; of more, it is not tried which could be left out
     * @return empty where sums alone show none
     */
    public static Optional<BitSet> conflict(Network network, BitSet some, int most) {
        Propagation limits = new Propagation(network);
        if (limits.take(some)) {
            return Optional.empty();
        }
        List<Integer> conflict = limits.whyContradiction().stream().boxed().toList();
        Excerpt excerpt = Excerpt.of(network, network.statements().get(conflict.get(0)).cell(),
                limits.sumsOfContradiction().stream().boxed().toList(), conflict);
        Network part = excerpt.network();
        BitSet needed = conflict.size() > most ? part.everything()
                : new Consistency(part).minimal(part.everything());
        BitSet numbers = new BitSet();
        needed.stream().forEach(each -> numbers.set(conflict.get(each)));
        return Optional.of(numbers);
    }

    /**
     * Cells that plain numbers, read off the statements, do not fit: whatever sums tie together is consistent where none of its
     * cells is among them, and may be where some are.
     */
    public static BitSet misfits(Network network) {
        return FirstTry.misfits(network);
    }

    static Diagnosis without(State state) {
        return new Diagnosis(state, List.of(), List.of(), false, new BitSet(), new BitSet(), null);
    }

    /**
     * @param repairs all cheapest ones, sorted
     * @param hull    of the network under any of them; asked for where not all are listed
     */
    static Diagnosis repairable(List<BitSet> conflicts, List<BitSet> repairs, Supplier<Reach> hull) {
        BitSet blamed = (BitSet) repairs.get(0).clone();
        BitSet inSome = new BitSet();
        repairs.forEach(blamed::and);
        repairs.forEach(inSome::or);
        boolean more = repairs.size() > REPAIRS_LISTED;
        return new Diagnosis(State.REPAIRABLE, List.copyOf(conflicts), List.copyOf(more ? repairs.subList(0, REPAIRS_LISTED)
                : repairs), more, blamed, inSome, more ? hull.get() : null);
    }

    private static final class RepairSearch {

        private static final BitSet NOTHING = new BitSet();

        private final Network network;
        private final Consistency consistency;
        /** Conflicts and repairs are found among what is said at once. */
        private final SaidAtOnce said;
        private final long[] weights;
        private final List<BitSet> conflicts = new ArrayList<>();
        private final HittingSets sets;
        private final Patience patience;
        private final Set<BitSet> mending = new HashSet<>();
        private long stepsLeft;
        private boolean undecided;

        RepairSearch(Network network, Patience patience, long looks) {
            this.network = network;
            this.patience = patience;
            this.stepsLeft = patience.most(STEPS_OF_ALL_QUESTIONS);
            this.consistency = new Consistency(network);
            this.said = new SaidAtOnce(network.statements());
            this.weights = said.weights();
            this.sets = new HittingSets(weights, conflicts, patience, looks);
        }

        Diagnosis diagnosis() {
            BitSet repair = cheapestRepair();
            if (undecided) {
                return without(State.UNDECIDED);
            }
            if (repair == null) {
                return without(State.IMPOSSIBLE);
            }
            if (repair.isEmpty()) {
                return new Diagnosis(State.CONSISTENT, List.of(), List.of(repair), false, NOTHING, NOTHING, null);
            }
            long weight = HittingSets.weight(repair, weights);
            int tried = repair.cardinality() <= 2 ? SMALL_REPAIRS_TRIED : REPAIRS_LISTED;
            List<BitSet> repairs = repairsOf(weight, tried + 1);
            if (undecided) {
                return without(State.UNDECIDED);
            }
            return repairs.size() > tried ? manyRepairs(repairs, weight)
                    : repairable(inStatements(conflicts), sorted(repairs), () -> hull(sorted(repairs)));
        }

        private List<BitSet> inStatements(List<BitSet> sets) {
            return sets.stream().map(said::statements).toList();
        }

        private List<BitSet> sorted(List<BitSet> repairs) {
            return inStatements(repairs).stream().sorted(HittingSets.ORDER).toList();
        }

        /** Of more cheapest repairs than are gone through one by one: each statement is asked for by itself. */
        private Diagnosis manyRepairs(List<BitSet> repairs, long weight) {
            BitSet blamed = (BitSet) repairs.get(0).clone();
            BitSet inSome = new BitSet();
            repairs.forEach(blamed::and);
            repairs.forEach(inSome::or);
            for (int number : blamed.stream().toArray()) {
                BitSet repair = repair(NOTHING, only(number), weight);
                blamed.set(number, repair == null);
            }
            for (int number = 0; number < weights.length; number++) {
                if (!inSome.get(number)) {
                    inSome.set(number, isInSome(number, weight));
                }
            }
            if (undecided) {
                return without(State.UNDECIDED);
            }
            BitSet mayGo = (BitSet) inSome.clone();
            for (int number = 0; number < weights.length; number++) {
                // What costs nothing may go with any repair, though none needs it to.
                mayGo.set(number, mayGo.get(number) || weights[number] == 0);
            }
            BitSet kept = network.everything();
            kept.andNot(said.statements(mayGo));
            return new Diagnosis(State.REPAIRABLE, inStatements(conflicts),
                    sorted(repairs.subList(0, REPAIRS_LISTED)), true,
                    said.statements(blamed), said.statements(inSome), Reach.byPropagation(network, kept).orElseThrow());
        }

        /** Whether a cheapest repair needs a statement: some conflict is hit by nothing else. */
        private boolean isInSome(int number, long weight) {
            for (int each = 0; each < conflicts.size(); each++) {
                BitSet conflict = conflicts.get(each);
                if (conflict.get(number)) {
                    BitSet others = (BitSet) conflict.clone();
                    others.clear(number);
                    if (repair(only(number), others, weight) != null) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static BitSet only(int number) {
            BitSet only = new BitSet();
            only.set(number);
            return only;
        }

        /** A cheapest repair with some statements and without others; null where none weighs so little, or it is undecided. */
        private BitSet repair(BitSet with, BitSet without, long most) {
            while (!undecided) {
                BitSet repair = sets.cheapest(with, without, most);
                if (repair == null || isConsistentWithout(repair)) {
                    return undecided ? null : repair;
                }
            }
            return null;
        }

        private Reach hull(List<BitSet> repairs) {
            Reach hull = null;
            for (BitSet repair : repairs) {
                BitSet kept = network.everything();
                kept.andNot(repair);
                Reach one = Reach.byPropagation(network, kept).orElseThrow();
                hull = hull == null ? one : hull.spanning(one);
            }
            return hull;
        }

        /** A cheapest set of statements without which the rest can be true; null where there is none, or it is undecided. */
        BitSet cheapestRepair() {
            return repair(NOTHING, NOTHING, Long.MAX_VALUE);
        }

        private List<BitSet> repairsOf(long weight, int limit) {
            while (true) {
                List<BitSet> repairs = sets.ofWeight(weight, limit);
                boolean all = true;
                for (BitSet repair : repairs) {
                    all &= isConsistentWithout(repair);
                    if (undecided) {
                        return repairs;
                    }
                }
                if (all) {
                    return repairs;
                }
            }
        }

        /** Whether the rest can be true; where it cannot, a new conflict is remembered. */
        private boolean isConsistentWithout(BitSet repair) {
            if (mending.contains(repair)) {
                return true;
            }
            BitSet kept = network.everything();
            kept.andNot(said.statements(repair));
            ask(1);
            Feasibility answer = consistency.of(kept);
            if (answer instanceof Feasibility.Contradiction contradiction && conflicts.size() < CONFLICTS) {
                conflicts.add(minimal(contradiction));
                return false;
            }
            undecided |= !(answer instanceof Feasibility.Consistent);
            mending.add(repair);
            return !undecided;
        }

        /** What of a contradiction could not be left out. */
        private BitSet minimal(Feasibility.Contradiction contradiction) {
            if (weights.length == network.statements().size() && !contradiction.statements().isEmpty()) {
                BitSet few = fewer(contradiction);
                ask(few.cardinality());
                return few.cardinality() > MINIMAL_IN_ALL ? few : consistency.minimal(few);
            }
            BitSet conflict = said.of(contradiction.statements());
            ask(conflict.cardinality());
            for (int number : conflict.stream().toArray()) {
                BitSet without = (BitSet) conflict.clone();
                without.clear(number);
                if (conflict.get(number) && consistency.of(said.statements(without)) instanceof Feasibility.Contradiction found) {
                    conflict = said.of(found.statements());
                }
            }
            return conflict;
        }

        /** The first sums that show it are seldom those that need fewest statements. */
        private BitSet fewer(Feasibility.Contradiction contradiction) {
            BitSet few = contradiction.statements();
            for (Feasibility answer = contradiction; answer instanceof Feasibility.Contradiction found
                    && (found == contradiction || found.statements().cardinality() < few.cardinality());) {
                few = consistency.minimalUnderItsSums(found);
                answer = consistency.of(few);
            }
            return few;
        }

        private void ask(int times) {
            long steps = STEPS_OF_A_QUESTION * (weights.length + network.cells() + network.sums().size()) * times;
            stepsLeft -= steps;
            patience.use(steps);
            if (stepsLeft < 0) {
                throw new HittingSets.Exhausted();
            }
        }
    }
}

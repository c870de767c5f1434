package org.crossfoot.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with the statements of a network, and the cheapest ways to mend it: error localisation after Fellegi and Holt,
 * by minimal conflicts and implicit hitting sets.
 *
 * @param state     how far it could be told
 * @param conflicts minimal conflicts that were met on the way
 * @param repairs   the cheapest sets of statements to set aside, sorted, at most {@link #REPAIRS_LISTED}; each is minimal.
 *                  One empty set where nothing is wrong, none where it is undecided or impossible
 * @param more      whether there are more than are listed
 * @param blamed    statements that every cheapest repair sets aside, whether listed or not
 */
public record Diagnosis(State state, List<BitSet> conflicts, List<BitSet> repairs, boolean more, BitSet blamed) {

    public static final int REPAIRS_LISTED = 32;

    /** Conflicts looked for, at most; beyond it nothing is decided. */
    static final int CONFLICTS = 2_000;

    /** For each statement that is asked about, beside one for a look at a conflict. */
    private static final long STEPS_OF_A_QUESTION = 10;

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
        if (misfits(network).isEmpty()) {
            return new Diagnosis(State.CONSISTENT, List.of(), List.of(new BitSet()), false, new BitSet());
        }
        try {
            return OneCell.is(network) ? OneCell.diagnosis(network.statements(), patience)
                    : new Search(network, patience).diagnosis();
        } catch (ArithmeticException | HittingSets.Exhausted e) {
            // A long cannot hold what it costs, or there are too many combinations.
            return without(State.UNDECIDED);
        }
    }

    /**
     * Cells that plain numbers, read off the statements, do not fit: whatever sums tie together is consistent where none of its
     * cells is among them, and may be where some are.
     */
    public static BitSet misfits(Network network) {
        return FirstTry.misfits(network);
    }

    static Diagnosis without(State state) {
        return new Diagnosis(state, List.of(), List.of(), false, new BitSet());
    }

    private static final class Search {

        private static final BitSet NOTHING = new BitSet();

        private final Network network;
        private final Consistency consistency;
        private final long[] weights;
        private final List<BitSet> conflicts = new ArrayList<>();
        private final HittingSets sets;
        private final Patience patience;
        private final Set<BitSet> mending = new HashSet<>();
        private boolean undecided;

        Search(Network network, Patience patience) {
            this.network = network;
            this.patience = patience;
            this.consistency = new Consistency(network);
            this.weights = network.statements().stream().mapToLong(Network.Statement::weight).toArray();
            this.sets = new HittingSets(weights, conflicts, patience);
        }

        Diagnosis diagnosis() {
            BitSet repair = cheapestRepair(NOTHING);
            if (undecided) {
                return without(State.UNDECIDED);
            }
            if (repair == null) {
                return without(State.IMPOSSIBLE);
            }
            if (repair.isEmpty()) {
                return new Diagnosis(State.CONSISTENT, List.of(), List.of(repair), false, NOTHING);
            }
            long weight = HittingSets.weight(repair, weights);
            List<BitSet> repairs = repairsOf(weight);
            boolean more = repairs.size() > REPAIRS_LISTED;
            BitSet blamed = undecided ? NOTHING : more ? blamed(repair, weight) : common(repairs);
            return undecided ? without(State.UNDECIDED) : new Diagnosis(State.REPAIRABLE, List.copyOf(conflicts),
                    List.copyOf(more ? repairs.subList(0, REPAIRS_LISTED) : repairs), more, blamed);
        }

        /** A cheapest set of statements without which the rest can be true; null where there is none, or it is undecided. */
        private BitSet cheapestRepair(BitSet untouchable) {
            while (true) {
                BitSet repair = sets.cheapest(untouchable);
                if (repair == null || isConsistentWithout(repair)) {
                    return repair;
                }
                if (undecided) {
                    return null;
                }
            }
        }

        /** All cheapest repairs, or one more than are listed. */
        private List<BitSet> repairsOf(long weight) {
            while (true) {
                List<BitSet> repairs = sets.ofWeight(weight, REPAIRS_LISTED + 1);
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
            kept.andNot(repair);
            patience.use(STEPS_OF_A_QUESTION * weights.length);
            Feasibility answer = consistency.of(kept);
            if (answer instanceof Feasibility.Contradiction contradiction && conflicts.size() < CONFLICTS) {
                conflicts.add(MinimalConflict.within(contradiction.statements(), network, consistency));
                return false;
            }
            undecided |= !(answer instanceof Feasibility.Consistent);
            mending.add(repair);
            return !undecided;
        }

        private static BitSet common(List<BitSet> repairs) {
            BitSet common = (BitSet) repairs.get(0).clone();
            repairs.forEach(common::and);
            return common;
        }

        /** Asked statement by statement, since not all repairs are listed: can an equally cheap repair keep it? */
        private BitSet blamed(BitSet repair, long weight) {
            BitSet blamed = new BitSet();
            for (int number = repair.nextSetBit(0); number >= 0; number = repair.nextSetBit(number + 1)) {
                BitSet keep = new BitSet();
                keep.set(number);
                BitSet other = cheapestRepair(keep);
                if (undecided) {
                    return blamed;
                }
                if (other == null || HittingSets.weight(other, weights) > weight) {
                    blamed.set(number);
                }
            }
            return blamed;
        }
    }
}

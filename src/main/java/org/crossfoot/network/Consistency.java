package org.crossfoot.network;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides whether statements can all be true under the sums. Propagation first; where sums form no cycle, a dive for a witness,
 * which never fails there; elsewhere exact fractions; where they are not whole, divisors, the dive, and then branching.
 */
public final class Consistency {

    /** Whether statements can all be true. */
    public sealed interface Feasibility {

        /** They can: whole numbers that fulfil everything, checked. */
        record Consistent(long[] witness) implements Feasibility {
        }

        /** They cannot: these statements alone contradict each other under these sums. */
        record Contradiction(BitSet statements, BitSet sums) implements Feasibility {
        }

        /** The limit of the search was reached before it could be told. */
        record Unknown() implements Feasibility {
        }
    }

    /**
     * So many branchings at most for one question; beyond it nothing is said. It is reached where no whole numbers fit cells
     * without end, and divisors show it only for each value of some other cell by itself.
     */
    static final int BRANCHINGS = 2_000;
    /** For the question whether a contradiction needs a statement: one more of them does no harm. */
    private static final int BRANCHINGS_TO_LEAVE_OUT = 50;
    /** And for all questions together; who asks alike ones goes by {@link #steps()}. */
    static final int BRANCHINGS_IN_ALL = 20_000;
    /** Every so many turns the oldest branch is next: the newest may go on for ever where cells have no end. */
    private static final int TURNS = 8;

    /** So many witnesses of earlier answers at most are asked first. */
    private static final int WITNESSES = 64;

    /** Of looking for divisors, for each cell. */
    private static final long STEPS_OF_DIVISORS = 1_000;

    /** So many cells at most without a number yet are tried at once before fractions are asked. */
    private static final int FEW_OPEN = 20;

    private final Network network;
    /** Null where each question is decided from nothing. */
    private final NearbyStart start;
    private final Deque<Holding> earlier = new ArrayDeque<>();
    private int branchingsInAll;
    private long steps;

    /** Values that fit the sums, and the statements that are true of them. */
    private record Holding(long[] witness, BitSet statements) {
    }

    public Consistency(Network network) {
        this(network, null);
    }

    /** For many questions that keep nearly the same, where it does not matter which of several contradictions is found. */
    public static Consistency ofAlike(Network network) {
        return new Consistency(network, new NearbyStart());
    }

    Consistency(Network network, NearbyStart start) {
        this.network = network;
        this.start = start;
    }

    public Feasibility of(BitSet kept) {
        return of(kept, BRANCHINGS);
    }

    /** What all answers took by now, in looks at one number. */
    public long steps() {
        return steps;
    }

    private Feasibility of(BitSet kept, int most) {
        for (Holding holding : earlier) {
            BitSet others = (BitSet) kept.clone();
            others.andNot(holding.statements);
            if (others.isEmpty()) {
                return new Feasibility.Consistent(holding.witness);
            }
        }
        Feasibility answer = asked(kept, most);
        if (answer instanceof Feasibility.Consistent consistent) {
            if (start != null) {
                start.remember(consistent.witness());
            }
            earlier.addFirst(new Holding(consistent.witness(), network.trueOf(consistent.witness())));
            if (earlier.size() > WITNESSES) {
                earlier.removeLast();
            }
        }
        return answer;
    }

    private Feasibility asked(BitSet kept, int most) {
        try {
            steps += network.cells() + network.statements().size() + network.sums().size();
            Propagation limits = new Propagation(network);
            if (!limits.take(kept)) {
                return new Feasibility.Contradiction(limits.whyContradiction(), limits.sumsOfContradiction());
            }
            boolean diving = network.isForest() || isNearlyDone(limits);
            long[] witness = diving ? dive(limits) : nearLatest(kept);
            if (witness != null && network.isWitness(witness, kept)) {
                return new Feasibility.Consistent(witness);
            }
            return search(kept, diving ? null : limits, most);
        } catch (ArithmeticException e) {
            // A long cannot hold a number on the way: beyond the limit nothing is said.
            return new Feasibility.Unknown();
        }
    }

    /** Statements that contradict each other among those kept; null where there are none, or it cannot be told. */
    private BitSet contradiction(BitSet kept) {
        if (network.isForest()) {
            Propagation limits = new Propagation(network);
            if (!limits.take(kept)) {
                return limits.whyContradiction();
            }
            if (limits.isSettled()) {
                return null;
            }
        }
        return of(kept, BRANCHINGS_TO_LEAVE_OUT) instanceof Feasibility.Contradiction found ? found.statements() : null;
    }

    private BitSet everySum() {
        BitSet all = new BitSet();
        all.set(0, network.sums().size());
        return all;
    }

    /** Statements of a contradiction of which any could be left out if there were none but its own sums: mostly few of both. */
    public BitSet minimalUnderItsSums(Feasibility.Contradiction contradiction) {
        List<Integer> statements = contradiction.statements.stream().boxed().toList();
        Excerpt excerpt = Excerpt.of(network, network.statements().get(statements.get(0)).cell(),
                contradiction.sums.stream().boxed().toList(), statements);
        BitSet needed = new BitSet();
        new Consistency(excerpt.network()).minimal(excerpt.network().everything()).stream()
                .forEach(number -> needed.set(statements.get(number)));
        return needed;
    }

    /**
     * Leaves out of a contradiction what it does not need, the most trusted first, so that the doubtful ones show.
     *
     * @param contradiction statements that are known to contradict each other
     * @return statements of which any could be left out
     */
    public BitSet minimal(BitSet contradiction) {
        BitSet conflict = (BitSet) contradiction.clone();
        List<Integer> trustedFirst = contradiction.stream().boxed().sorted(Comparator
                .comparingLong((Integer number) -> network.statements().get(number).weight()).reversed()
                .thenComparing(Comparator.naturalOrder())).toList();
        for (int number : trustedFirst) {
            if (conflict.get(number)) {
                BitSet without = (BitSet) conflict.clone();
                without.clear(number);
                BitSet smaller = contradiction(without);
                conflict = smaller == null ? conflict : smaller;
            }
        }
        return conflict;
    }

    private boolean isNearlyDone(Propagation limits) {
        int open = 0;
        for (int cell = 0; cell < network.cells(); cell++) {
            open += limits.lowest(cell) < limits.highest(cell) ? 1 : 0;
        }
        return open <= FEW_OPEN;
    }

    /** Gives one cell after the other its lowest number, and sees whether the rest can follow; null where it cannot. */
    private long[] dive(Propagation limits) {
        long[] witness = new long[network.cells()];
        for (int cell = 0; cell < witness.length; cell++) {
            if (!limits.choose(cell, limits.lowest(cell))) {
                return null;
            }
            witness[cell] = limits.lowest(cell);
        }
        return witness;
    }

    /**
     * Gives each cell a number as near as can be to what it held when an alike question was answered last, those with least room
     * first, so that the others can follow; null where that leads to none.
     */
    private long[] nearLatest(BitSet kept) {
        long[] latest = start == null ? null : start.latest();
        if (latest == null) {
            return null;
        }
        steps += network.cells() + network.statements().size() + network.sums().size();
        Propagation limits = new Propagation(network);
        limits.take(kept);
        List<Integer> leastRoomFirst = IntStream.range(0, latest.length).boxed().sorted(Comparator.comparingLong(
                (Integer cell) -> limits.highest(cell) - limits.lowest(cell))).toList();
        long[] witness = new long[latest.length];
        for (int cell : leastRoomFirst) {
            witness[cell] = Math.max(limits.lowest(cell), Math.min(limits.highest(cell), latest[cell]));
            if (!limits.chooseQuickly(cell, witness[cell])) {
                return null;
            }
        }
        return witness;
    }

    /** @param limits of propagation; null where diving from them led to no witness */
    private Feasibility search(BitSet kept, Propagation limits, int most) {
        Deque<Simplex> open = new ArrayDeque<>(List.of(start == null ? new Simplex(network, kept) : start.of(network, kept)));
        BitSet contradictions = new BitSet();
        BitSet sums = new BitSet();
        int branchings = 0;
        for (int turn = 1; !open.isEmpty(); turn++) {
            Simplex simplex = turn % TURNS == 0 ? open.pollFirst() : open.pollLast();
            BitSet contradiction = simplex.contradiction();
            steps += simplex.steps();
            if (contradiction != null) {
                contradictions.or(contradiction);
                sums.or(simplex.sumsOfContradiction());
                continue;
            }
            int broken = firstBroken(simplex);
            if (broken < 0) {
                return witnessed(simplex, kept);
            }
            if (branchings == 0) {
                long[] witness = limits == null ? null : dive(limits);
                if (witness != null && network.isWitness(witness, kept)) {
                    return new Feasibility.Consistent(witness);
                }
                steps += STEPS_OF_DIVISORS * network.cells();
                BitSet divided = Divisibility.contradiction(network, kept);
                if (divided != null) {
                    return new Feasibility.Contradiction(divided, everySum());
                }
            }
            if (++branchings > most || start == null && ++branchingsInAll > BRANCHINGS_IN_ALL) {
                return new Feasibility.Unknown();
            }
            long floor = simplex.value(broken).floor();
            open.addLast(simplex.above(broken, floor + 1));
            open.addLast(simplex.below(broken, floor));
        }
        return new Feasibility.Contradiction(contradictions, sums);
    }

    /** The first cell whose value is not whole; -1 where all are. */
    private int firstBroken(Simplex simplex) {
        for (int cell = 0; cell < network.cells(); cell++) {
            if (!simplex.value(cell).isWhole()) {
                return cell;
            }
        }
        return -1;
    }

    private Feasibility witnessed(Simplex simplex, BitSet kept) {
        long[] witness = IntStream.range(0, network.cells()).mapToLong(cell -> simplex.value(cell).floor()).toArray();
        return network.isWitness(witness, kept) ? new Feasibility.Consistent(witness) : new Feasibility.Unknown();
    }
}

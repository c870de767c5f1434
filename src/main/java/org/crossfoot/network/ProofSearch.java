package org.crossfoot.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.crossfoot.network.Consistency.Feasibility;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Proof.Limit;
import org.crossfoot.network.Proof.Step;

/**
 * Leaves out of a network what a limit does not need. What is said of the cell itself stays longest, then what is trusted most,
 * then what is nearest.
 */
final class ProofSearch {

    /** The cell asked for is always the first of an excerpt. */
    private static final int CELL = 0;

    /**
     * Statements of a chain of sums, at most, that are tried one by one whether they can be left out: it is as many propagations.
     */
    private static final int TRIED = 1_500;

    private final boolean high;
    private final long number;

    private ProofSearch(Limit limit) {
        this.high = limit.high();
        this.number = limit.number();
    }

    static Optional<Proof> bySums(Network network, BitSet kept, Limit limit) {
        ProofSearch search = new ProofSearch(limit);
        Excerpt all = bestFirst(network, kept, limit.cell());
        List<Step> steps = search.steps(all.network(), all.network().everything());
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        // What this chain of sums rests on; that is far less than a large network holds.
        Excerpt chain = all.only(CELL, sums(steps), statements(steps));
        BitSet used = chain.network().everything();
        BitSet needed = used.cardinality() > TRIED ? used : needed(used, some -> search.isReached(chain.network(), some));
        List<Step> last = search.steps(chain.network(), needed);
        return Optional.of(chain.inTheWhole(new Proof(needed, sums(last), last)));
    }

    static Optional<Proof> exact(Network network, BitSet kept, Limit limit) {
        ProofSearch search = new ProofSearch(limit);
        Excerpt all = bestFirst(network, kept, limit.cell());
        BitSet everything = all.network().everything();
        if (!search.isForced(all.network(), everything)) {
            return Optional.empty();
        }
        BitSet needed = needed(everything, some -> search.isForced(all.network(), some));
        List<Step> steps = search.steps(all.network(), needed);
        BitSet sums = steps.isEmpty() ? needed(allSums(all.network()), some -> search.isForcedBy(all, some, needed))
                : sums(steps);
        return Optional.of(all.inTheWhole(new Proof(needed, sums, steps)));
    }

    /** Whether propagation alone gets as far as the limit. */
    private boolean isReached(Network network, BitSet kept) {
        return isReached(taken(network, kept));
    }

    private boolean isReached(Propagation limits) {
        return high ? limits.highest(CELL) <= number : limits.lowest(CELL) >= number;
    }

    private static Propagation taken(Network network, BitSet kept) {
        Propagation limits = new Propagation(network);
        limits.take(kept);
        return limits;
    }

    private List<Step> steps(Network network, BitSet kept) {
        Propagation limits = taken(network, kept);
        return isReached(limits) ? limits.steps(CELL, high) : List.of();
    }

    private boolean isForced(Network network, BitSet kept) {
        Propagation limits = taken(network, kept);
        if (isReached(limits)) {
            return true;
        }
        if (network.isForest() && limits.isSettled()) {
            return false;
        }
        List<Statement> statements = new ArrayList<>(network.statements());
        statements.add(high ? new Statement(CELL, number + 1, Network.NO_HIGHEST, 0, false)
                : new Statement(CELL, 0, number - 1, 0, false));
        BitSet with = (BitSet) kept.clone();
        with.set(statements.size() - 1);
        return new Consistency(network.saying(statements)).of(with) instanceof Feasibility.Contradiction;
    }

    private boolean isForcedBy(Excerpt all, BitSet sums, BitSet statements) {
        Network some = all.only(CELL, sums, statements).network();
        return isForced(some, some.everything());
    }

    /** Leaves out one after the other, the last first, as long as the rest is enough. */
    private static BitSet needed(BitSet enough, Predicate<BitSet> isEnough) {
        BitSet needed = (BitSet) enough.clone();
        for (int each = needed.length() - 1; each >= 0; each = needed.previousSetBit(each - 1)) {
            needed.clear(each);
            if (!isEnough.test(needed)) {
                needed.set(each);
            }
        }
        return needed;
    }

    private static Excerpt bestFirst(Network network, BitSet kept, int cell) {
        int[] distance = distances(network, cell);
        Comparator<Integer> order = Comparator.comparing((Integer number) -> network.statements().get(number).cell() != cell)
                .thenComparing(Comparator.comparingLong((Integer number) -> network.statements().get(number).weight()).reversed())
                .thenComparingInt(number -> distance[network.statements().get(number).cell()])
                .thenComparing(Comparator.naturalOrder());
        return Excerpt.of(network, cell, allSums(network).stream().boxed().toList(),
                kept.stream().boxed().sorted(order).toList());
    }

    /** How many sums lie between each cell and another one. */
    private static int[] distances(Network network, int from) {
        int[] distance = new int[network.cells()];
        Arrays.fill(distance, Integer.MAX_VALUE);
        distance[from] = 0;
        boolean[] seen = new boolean[network.sums().size()];
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int cell = open.remove();
            for (int sum : network.sumsOf(cell)) {
                if (!seen[sum]) {
                    seen[sum] = true;
                    for (int other : network.sums().get(sum).cells()) {
                        if (distance[other] == Integer.MAX_VALUE) {
                            distance[other] = distance[cell] + 1;
                            open.add(other);
                        }
                    }
                }
            }
        }
        return distance;
    }

    private static BitSet allSums(Network network) {
        List<Sum> sums = network.sums();
        BitSet all = new BitSet(sums.size());
        all.set(0, sums.size());
        return all;
    }

    private static BitSet sums(List<Step> steps) {
        return numbers(steps.stream().mapMultiToInt((step, into) -> {
            if (step instanceof Step.Summed summed) {
                into.accept(summed.sum());
            }
        }));
    }

    private static BitSet statements(List<Step> steps) {
        return numbers(steps.stream().mapMultiToInt((step, into) -> {
            if (step instanceof Step.Stated said) {
                into.accept(said.statement());
            }
        }));
    }

    private static BitSet numbers(IntStream numbers) {
        BitSet set = new BitSet();
        numbers.forEach(set::set);
        return set;
    }
}

package org.crossfoot.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.crossfoot.network.Network.Sum;

/**
 * Finds statements that fractions can fulfil but whole numbers cannot, since something would have to be odd by one sum and even
 * by another, or the like for other divisors. Branching never ends there where cells have no end.
 */
final class Divisibility {

    /** A sum, or a cell between its limits; and the statements that this rests on. */
    private record Restriction(Sum sum, Supplier<BitSet> reasons) {
    }

    private final int cells;

    private Divisibility(int cells) {
        this.cells = cells;
    }

    /** Statements that contradict each other; null where divisors show nothing. */
    static BitSet contradiction(Network network, BitSet kept) {
        Propagation limits = new Propagation(network);
        if (!limits.take(kept)) {
            return limits.whyContradiction();
        }
        try {
            return new Divisibility(network.cells()).contradiction(restrictions(network, limits));
        } catch (ArithmeticException e) {
            // A long cannot hold a number on the way: divisors show nothing.
            return null;
        }
    }

    /** Cells come first: what they settle is no question any more in the sums. */
    private static List<Restriction> restrictions(Network network, Propagation limits) {
        List<Restriction> claims = new ArrayList<>();
        for (int number = 0; number < network.cells(); number++) {
            int cell = number;
            if (limits.highest(cell) != Network.NO_HIGHEST) {
                claims.add(new Restriction(new Sum(new int[] {cell}, new long[] {1}, limits.lowest(cell), limits.highest(cell)),
                        () -> limits.why(cell)));
            }
        }
        for (Sum sum : network.sums()) {
            if (sum.lowest() != Network.NO_LOWEST && sum.highest() != Network.NO_HIGHEST) {
                claims.add(new Restriction(sum, BitSet::new));
            }
        }
        return claims;
    }

    private BitSet contradiction(List<Restriction> claims) {
        if (canHold(claims.stream())) {
            return null;
        }
        BitSet statements = new BitSet();
        proof(claims).forEach(claim -> statements.or(claim.reasons.get()));
        return statements;
    }

    /** Some that cannot hold together, of which none can be left out. The last that breaks the ones before it is always one. */
    private List<Restriction> proof(List<Restriction> claims) {
        List<Restriction> proof = new ArrayList<>();
        int enough = claims.size();
        while (canHold(proof.stream())) {
            int tooFew = 0;
            while (enough - tooFew > 1) {
                int middle = (tooFew + enough) / 2;
                if (canHold(Stream.concat(proof.stream(), claims.subList(0, middle).stream()))) {
                    tooFew = middle;
                } else {
                    enough = middle;
                }
            }
            enough = tooFew;
            proof.add(claims.get(tooFew));
        }
        return proof;
    }

    /** Whether divisors leave room for claims. What one of them settles may narrow the others, so that all are asked again. */
    private boolean canHold(Stream<Restriction> claims) {
        List<Sum> sums = claims.map(Restriction::sum).toList();
        Lattice lattice = new Lattice(cells);
        int before;
        do {
            before = lattice.dimension();
            for (Sum sum : sums) {
                if (!lattice.take(sum)) {
                    return false;
                }
            }
        } while (lattice.dimension() < before);
        return true;
    }

    /**
     * All whole numbers, also below 0, that fulfil the sums taken: one solution, and steps that lead from it to every other. What
     * the steps add to a further sum is gathered in one step by Euclid's algorithm; the others leave that sum as it is.
     * Throws ArithmeticException where a long cannot hold a number on the way.
     */
    static final class Lattice {

        private final long[] solution;
        private final List<long[]> steps = new ArrayList<>();

        /** Begins with all whole numbers. */
        Lattice(int cells) {
            solution = new long[cells];
            for (int cell = 0; cell < cells; cell++) {
                long[] step = new long[cells];
                step[cell] = 1;
                steps.add(step);
            }
        }

        /**
         * Whether a sum can lie within its limits. Where only one number there can be reached, the solutions that reach it
         * remain; where several can, all remain.
         *
         * @param sum with both limits
         */
        boolean take(Sum sum) {
            long now = of(sum, solution);
            int moving = gathered(sum);
            if (moving < 0) {
                return now >= sum.lowest() && now <= sum.highest();
            }
            long change = of(sum, steps.get(moving));
            long stride = Math.absExact(change);
            long first = Math.addExact(sum.lowest(), Math.floorMod(Math.subtractExact(now, sum.lowest()), stride));
            if (Math.addExact(first, stride) > sum.highest()) {
                subtract(solution, Math.subtractExact(now, first) / change, steps.get(moving));
                steps.remove(moving);
            }
            return first <= sum.highest();
        }

        /** How many steps there are; each sum that is narrowed to one number takes one away. */
        int dimension() {
            return steps.size();
        }

        /** Combines steps until one at most changes a sum, and says which; -1 where none does. */
        private int gathered(Sum sum) {
            int moving = -1;
            long change = 0;
            for (int other = 0; other < steps.size(); other++) {
                int divisor = other;
                long by = of(sum, steps.get(other));
                while (by != 0) {
                    if (moving >= 0) {
                        subtract(steps.get(moving), change / by, steps.get(divisor));
                    }
                    int rest = moving;
                    long left = change % by;
                    moving = divisor;
                    change = by;
                    divisor = rest;
                    by = left;
                }
            }
            return moving;
        }

        private static long of(Sum sum, long[] values) {
            long total = 0;
            for (int i = 0; i < sum.cells().length; i++) {
                total = Math.addExact(total, Math.multiplyExact(sum.coefficients()[i], values[sum.cells()[i]]));
            }
            return total;
        }

        private static void subtract(long[] from, long times, long[] step) {
            for (int cell = 0; cell < from.length; cell++) {
                from[cell] = Math.subtractExact(from[cell], Math.multiplyExact(times, step[cell]));
            }
        }
    }
}

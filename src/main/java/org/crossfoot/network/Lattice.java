package org.crossfoot.network;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.network.Network.Sum;

/**
 * All whole numbers, also below 0, that fulfil the sums taken: one solution, and steps that lead from it to every other. What
 * the steps add to a further sum is gathered in one step by Euclid's algorithm; the others leave that sum as it is.
 * Throws ArithmeticException where a long cannot hold a number on the way.
 */
final class Lattice {

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
     * Whether a sum can lie within its limits. Where only one number there can be reached, the solutions that reach it remain;
     * where several can, all remain.
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

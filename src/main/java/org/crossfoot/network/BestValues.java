package org.crossfoot.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossfoot.network.Network.Sum;

/**
 * The values nearest to what is wished for that fulfil all sums: weighted least squares by Hildreth's projections (as in Boyle
 * and Dykstra 1986), then whole numbers that fulfil them exactly, the surest roundings first.
 */
public final class BestValues {

    private static final int ROUNDS = 20_000;
    private static final long STEPS = 20_000_000;
    private static final double CLOSE = 1e-9;

    private BestValues() {
    }

    /**
     * Whole numbers, one for each cell, that fulfil the sums and the statements kept; empty where there are none, or the
     * limit of the search was reached.
     *
     * @param wish   for each cell
     * @param weight how much a cell resists being moved; above 0
     */
    public static Optional<long[]> whole(Network network, BitSet kept, double[] wish, double[] weight) {
        Propagation limits = new Propagation(network);
        try {
            if (!limits.take(kept)) {
                return Optional.empty();
            }
            long[] rounded = rounded(limits, nearest(network, limits, wish, weight));
            if (network.isWitness(rounded, kept)) {
                return Optional.of(rounded);
            }
            return new Consistency(network).of(kept) instanceof Feasibility.Consistent consistent
                    ? Optional.of(consistent.witness())
                    : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Cell after cell, those that are nearest to a whole number first; what is chosen binds the rest. */
    private static long[] rounded(Propagation at, double[] best) {
        List<Integer> open = new ArrayList<>();
        for (int cell = 0; cell < best.length; cell++) {
            if (!at.isFixed(cell)) {
                open.add(cell);
            }
        }
        open.sort(Comparator.comparingDouble((Integer cell) -> Math.abs(best[cell] - Math.rint(best[cell])))
                .thenComparing(Comparator.naturalOrder()));
        for (int cell : open) {
            if (!at.isFixed(cell)) {
                long near = Math.max(at.lowest(cell), Math.min(at.highest(cell), Math.round(best[cell])));
                if (!at.choose(cell, near)) {
                    break;
                }
            }
        }
        long[] values = new long[best.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = at.lowest(cell);
        }
        return values;
    }

    /** Cells that can hold one number only are no question any more: their part of each sum is a constant. */
    private static double[] nearest(Network network, Propagation limits, double[] wish, double[] weight) {
        double[] start = wish.clone();
        List<HalfSpaces> rows = new ArrayList<>();
        for (int cell = 0; cell < wish.length; cell++) {
            if (limits.isFixed(cell)) {
                start[cell] = limits.lowest(cell);
            } else {
                double high = limits.highest(cell) == Network.NO_HIGHEST ? Double.POSITIVE_INFINITY : limits.highest(cell);
                rows.add(new HalfSpaces(new int[] {cell}, new double[] {1}, limits.lowest(cell), high, weight));
            }
        }
        for (Sum sum : network.sums()) {
            int[] cells = new int[sum.cells().length];
            double[] coefficients = new double[cells.length];
            int open = 0;
            double settled = 0;
            for (int i = 0; i < cells.length; i++) {
                int cell = sum.cells()[i];
                if (limits.isFixed(cell)) {
                    settled += (double) sum.coefficients()[i] * limits.lowest(cell);
                } else {
                    cells[open] = cell;
                    coefficients[open++] = sum.coefficients()[i];
                }
            }
            if (open > 0) {
                rows.add(new HalfSpaces(Arrays.copyOf(cells, open), Arrays.copyOf(coefficients, open), low(sum) - settled,
                        high(sum) - settled, weight));
            }
        }
        return project(rows, start);
    }

    private static double low(Sum sum) {
        return sum.lowest() == Network.NO_LOWEST ? Double.NEGATIVE_INFINITY : sum.lowest();
    }

    private static double high(Sum sum) {
        return sum.highest() == Network.NO_HIGHEST ? Double.POSITIVE_INFINITY : sum.highest();
    }

    private static HalfSpaces row(Sum sum, double[] weight) {
        return new HalfSpaces(sum.cells(),
                IntStream.range(0, sum.coefficients().length).mapToDouble(i -> sum.coefficients()[i]).toArray(), low(sum),
                high(sum), weight);
    }

    /**
     * The point nearest to a wish that fulfils the sums, in fractions.
     *
     * @param weight of each cell; above 0
     */
    static double[] nearest(List<Sum> sums, double[] wish, double[] weight) {
        return project(sums.stream().map(sum -> row(sum, weight)).toList(), wish);
    }

    private static double[] project(List<HalfSpaces> rows, double[] wish) {
        double[] at = wish.clone();
        long steps = 0;
        for (HalfSpaces row : rows) {
            steps += row.cells.length;
        }
        for (long round = 0; round < ROUNDS && round * steps < STEPS; round++) {
            double moved = 0;
            for (HalfSpaces row : rows) {
                moved = Math.max(moved, row.project(at));
            }
            if (moved < CLOSE) {
                break;
            }
        }
        return at;
    }

    /** One sum as a pair of half-spaces, with the force that each has put on the point so far. */
    private static final class HalfSpaces {

        private final int[] cells;
        private final double[] coefficients;
        private final double low;
        private final double high;
        private final double[] weight;
        private final double length;
        private double force;

        HalfSpaces(int[] cells, double[] coefficients, double low, double high, double[] weight) {
            this.cells = cells;
            this.coefficients = coefficients;
            this.low = low;
            this.high = high;
            this.weight = weight;
            double sum = 0;
            for (int i = 0; i < cells.length; i++) {
                sum += coefficients[i] * coefficients[i] / weight[cells[i]];
            }
            length = sum;
        }

        /** Takes back its own force, and puts on what is needed now; says how far that moved the point. */
        double project(double[] at) {
            double sum = 0;
            for (int i = 0; i < cells.length; i++) {
                sum += coefficients[i] * at[cells[i]];
            }
            double without = sum + force * length;
            double needed = without > high ? (without - high) / length : without < low ? (without - low) / length : 0;
            double change = needed - force;
            force = needed;
            double moved = 0;
            for (int i = 0; i < cells.length; i++) {
                double step = change * coefficients[i] / weight[cells[i]];
                at[cells[i]] -= step;
                moved = Math.max(moved, Math.abs(step));
            }
            return moved;
        }
    }
}

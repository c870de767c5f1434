package org.crossfoot.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossfoot.network.Consistency.Feasibility;
import org.crossfoot.network.Network.Statement;

/**
 * The values nearest to what is wished for that fulfil all sums: weighted least squares, then whole numbers that fulfil the sums
 * exactly, rounded as little as can be, the surest first.
 */
public final class BestValues {

    /** So far from a whole number is whole. */
    private static final double WHOLE = 1e-6;
    /** Values are known to no more than so many parts of one. */
    private static final double STEPS_OF_ONE = 10_000;
    /** How much what is found resists being moved for a cell that has no say. */
    private static final double HELD = 1_000_000;
    /** By how much a value may be rounded: by more only where nearer whole numbers do not add up. */
    private static final double[] FAR = {1 - WHOLE, 1.25, 1.5, 2, 3, 4, 6, 8, 12, 16};

    /** Cells, at most, for which whole numbers around the values are searched for, not only tried one after the other. */
    private static final int SEARCHED = 200;

    private BestValues() {
    }

    /**
     * Whole numbers, one for each cell, that fulfil the sums and the statements kept; empty where there are none, or the
     * limit of the search was reached.
     *
     * @param wish   for each cell; need not fulfil anything
     * @param weight how much a cell resists being moved; 0 where it has no say
     */
    public static Optional<long[]> whole(Network network, BitSet kept, double[] wish, double[] weight) {
        Propagation limits = new Propagation(network);
        try {
            if (!limits.take(kept)) {
                return Optional.empty();
            }
            double[] nearest = nearest(network, limits, wish, weight);
            for (double far : FAR) {
                long[] rounded = rounded(around(nearest, far, network, kept, limits));
                if (rounded != null && network.isWitness(rounded, kept)) {
                    return Optional.of(rounded);
                }
            }
            return new Consistency(network).of(kept) instanceof Feasibility.Consistent consistent
                    ? Optional.of(consistent.witness())
                    : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A value as it is before it is rounded, and what it may be rounded to. */
    private record Rounding(Network network, double[] nearest) {
    }

    /** The same network, of which is said that each cell is near its value. */
    private static Rounding around(double[] nearest, double far, Network network, BitSet kept, Propagation limits) {
        List<Statement> near = new ArrayList<>(kept.stream().mapToObj(network.statements()::get).toList());
        for (int cell = 0; cell < nearest.length; cell++) {
            if (!limits.isFixed(cell)) {
                long whole = Math.round(nearest[cell]);
                boolean isWhole = far < 1 && Math.abs(nearest[cell] - whole) < WHOLE;
                long below = isWhole ? whole : (long) Math.ceil(nearest[cell] - far);
                long above = isWhole ? whole : (long) Math.floor(nearest[cell] + far);
                near.add(new Statement(cell, Math.max(0, below), Math.max(0, above), 1, true));
            }
        }
        return new Rounding(network.saying(near), nearest);
    }

    /**
     * Cell after cell, those that are nearest to a whole number first; what is chosen binds the rest, so that the largest
     * remainders make up for the others. Null where that leads nowhere.
     */
    private static long[] rounded(Rounding rounding) {
        double[] nearest = rounding.nearest;
        Propagation at = new Propagation(rounding.network);
        if (!at.take(rounding.network.everything())) {
            return null;
        }
        List<Integer> open = new ArrayList<>();
        for (int cell = 0; cell < nearest.length; cell++) {
            if (!at.isFixed(cell)) {
                open.add(cell);
            }
        }
        open.sort(Comparator.comparingLong((Integer cell) ->
                Math.round(Math.abs(nearest[cell] - Math.rint(nearest[cell])) / WHOLE)).thenComparing(Comparator.naturalOrder()));
        for (int cell : open) {
            if (!at.isFixed(cell) && !at.choose(cell, Math.max(at.lowest(cell), Math.min(at.highest(cell),
                    Math.round(nearest[cell]))))) {
                return nearest.length <= SEARCHED && new Consistency(rounding.network).of(rounding.network.everything())
                        instanceof Feasibility.Consistent consistent ? consistent.witness() : null;
            }
        }
        long[] values = new long[nearest.length];
        Arrays.setAll(values, at::lowest);
        return values;
    }

    /**
     * Cells that can hold one number only hold it. Those that have no say go where they are asked to as far as the others, which
     * are found first, leave it to them: else where they lie between these would be anybody's guess.
     */
    private static double[] nearest(Network network, Propagation limits, double[] wish, double[] weight) {
        double[] low = new double[wish.length];
        double[] high = new double[wish.length];
        for (int cell = 0; cell < wish.length; cell++) {
            low[cell] = limits.lowest(cell);
            high[cell] = limits.highest(cell) == Network.NO_HIGHEST ? Double.POSITIVE_INFINITY : limits.highest(cell);
        }
        double[] found = new NearestPoint(network.sums(), wish, weight, low, high).find();
        if (IntStream.range(0, wish.length).anyMatch(cell -> weight[cell] == 0 && !limits.isFixed(cell))) {
            double[] held = IntStream.range(0, wish.length).mapToDouble(cell ->
                    weight[cell] == 0 ? wish[cell] : found[cell]).toArray();
            double[] holding = Arrays.stream(weight).map(each -> each == 0 ? 1 : HELD).toArray();
            double[] rest = new NearestPoint(network.sums(), held, holding, low, high).find();
            Arrays.setAll(found, cell -> weight[cell] == 0 ? rest[cell] : found[cell]);
        }
        // What is left of the way there must not decide which of two halves is rounded up.
        Arrays.setAll(found, cell -> Math.rint(found[cell] * STEPS_OF_ONE) / STEPS_OF_ONE);
        return found;
    }
}

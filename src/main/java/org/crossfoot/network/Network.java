package org.crossfoot.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cells (numbered from 0) that hold whole numbers from 0 up, sums over them that must hold, and statements about single cells
 * that may be wrong.
 */
public final class Network {

    /** No upper limit. */
    public static final long NO_HIGHEST = Long.MAX_VALUE;
    /** No lower limit; of sums only, since cells are never below 0. */
    public static final long NO_LOWEST = Long.MIN_VALUE;

    /** {@code lowest <= coefficients * cells <= highest}; each cell at most once, no coefficient 0. */
    public record Sum(int[] cells, long[] coefficients, long lowest, long highest) {

        boolean holds(long[] values) {
            long sum = 0;
            for (int i = 0; i < cells.length; i++) {
                sum = Math.addExact(sum, Math.multiplyExact(coefficients[i], values[cells[i]]));
            }
            return sum >= lowest && sum <= highest;
        }

        long coefficient(int cell) {
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] == cell) {
                    return coefficients[i];
                }
            }
            throw new IllegalStateException("cell " + cell + " is not in the sum");
        }
    }

    /**
     * A cell lies from {@code lowest} to {@code highest}, somebody says.
     *
     * @param cost   what it costs to set it aside; 0 or more
     * @param counts whether it counts among the statements set aside, of which fewer are better
     */
    public record Statement(int cell, long lowest, long highest, int cost, boolean counts) {

        boolean holds(long[] values) {
            return values[cell] >= lowest && values[cell] <= highest;
        }

        /** Cost first, then number. */
        long weight() {
            return cost * 1_000_000L + (counts ? 1 : 0);
        }
    }

    private final int cells;
    private final List<Sum> sums;
    private final List<Statement> statements;
    private final int[][] sumsOf;
    private final boolean forest;

    public Network(int cells, List<Sum> sums, List<Statement> statements) {
        this.cells = cells;
        this.sums = List.copyOf(sums);
        this.statements = List.copyOf(statements);
        List<List<Integer>> of = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            of.add(new ArrayList<>(2));
        }
        for (int sum = 0; sum < sums.size(); sum++) {
            for (int cell : sums.get(sum).cells()) {
                of.get(cell).add(sum);
            }
        }
        sumsOf = of.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
        forest = new Cycles(this).hasNone();
    }

    public int cells() {
        return cells;
    }

    public List<Sum> sums() {
        return sums;
    }

    public List<Statement> statements() {
        return statements;
    }

    int[] sumsOf(int cell) {
        return sumsOf[cell];
    }

    /** Whether sums form no cycle and count each cell once: then propagation alone is exact. */
    boolean isForest() {
        return forest;
    }

    /** All statements, by number. */
    public BitSet everything() {
        BitSet all = new BitSet(statements.size());
        all.set(0, statements.size());
        return all;
    }

    /** Whether whole numbers fulfil every sum and the statements kept, and that can be reckoned. */
    public boolean isWitness(long[] values, BitSet kept) {
        for (long value : values) {
            if (value < 0) {
                return false;
            }
        }
        try {
            return sums.stream().allMatch(sum -> sum.holds(values))
                    && kept.stream().allMatch(statement -> statements.get(statement).holds(values));
        } catch (ArithmeticException e) {
            return false;
        }
    }
}

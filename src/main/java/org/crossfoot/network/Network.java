package org.crossfoot.network;

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

        /** What it adds up to. */
        public long of(long[] values) {
            long sum = 0;
            for (int i = 0; i < cells.length; i++) {
                sum = Math.addExact(sum, Math.multiplyExact(coefficients[i], values[cells[i]]));
            }
            return sum;
        }

        public boolean holds(long[] values) {
            long sum = of(values);
            return sum >= lowest && sum <= highest;
        }

        boolean isPlain() {
            for (long coefficient : coefficients) {
                if (Math.abs(coefficient) != 1) {
                    return false;
                }
            }
            return true;
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
     * @param shared the number of what was said of several cells at once, which is set aside for all of them and costs once;
     *               {@link #ITS_OWN} where it was said of this cell alone
     */
    public record Statement(int cell, long lowest, long highest, int cost, boolean counts, int shared) {

        public static final int ITS_OWN = -1;

        public Statement(int cell, long lowest, long highest, int cost, boolean counts) {
            this(cell, lowest, highest, cost, counts, ITS_OWN);
        }

        public boolean holds(long[] values) {
            return values[cell] >= lowest && values[cell] <= highest;
        }

        /** As if all that count cost the same. */
        public Statement withEqualTrust() {
            return new Statement(cell, lowest, highest, counts ? 1 : 0, counts, shared);
        }

        /** Cost first, then number. */
        public long weight() {
            return cost * 1_000_000L + (counts ? 1 : 0);
        }
    }

    private final Sums sums;
    private final List<Statement> statements;

    public Network(int cells, List<Sum> sums, List<Statement> statements) {
        this(new Sums(cells, sums), statements);
    }

    private Network(Sums sums, List<Statement> statements) {
        this.sums = sums;
        this.statements = List.copyOf(statements);
    }

    /** The same cells and sums, of which something else is said. */
    public Network saying(List<Statement> others) {
        return new Network(sums, others);
    }

    public int cells() {
        return sums.cells();
    }

    public List<Sum> sums() {
        return sums.all();
    }

    public List<Statement> statements() {
        return statements;
    }

    int[] sumsOf(int cell) {
        return sums.of(cell);
    }

    boolean isPlain(int sum) {
        return sums.isPlain(sum);
    }

    public boolean isForest() {
        return sums.isForest();
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
        for (int number = kept.nextSetBit(0); number >= 0; number = kept.nextSetBit(number + 1)) {
            if (!statements.get(number).holds(values)) {
                return false;
            }
        }
        try {
            for (Sum sum : sums.all()) {
                if (!sum.holds(values)) {
                    return false;
                }
            }
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** The statements that values are within. */
    BitSet trueOf(long[] values) {
        BitSet held = new BitSet();
        for (int number = 0; number < statements.size(); number++) {
            held.set(number, statements.get(number).holds(values));
        }
        return held;
    }
}

package org.crossfoot.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.crossfoot.network.Network.Sum;

/**
 * Plain sums over very many cells, while numbers are chosen for one cell after the other: to tell all cells after each choice
 * what is left to them takes the square of their number. So what the terms add up to is kept, and a cell that is in no other sum
 * is told when it asks. A plain sum adds nothing to what it has said itself, so that this leaves the same as telling everybody.
 */
final class WideSums {

    /** Cells of a sum from which on it is one. */
    static final int WIDE = 64;

    private final Network network;
    private final long[] lowest;
    private final long[] highest;
    /** By the sums' numbers; null where a sum is not wide. */
    private final Terms[] terms;
    /**
     * Of each cell, its coefficients in the sums it is in, as {@link Network#sumsOf} has them; null where none of them is wide.
     */
    private final long[][] coefficients;

    /** What the terms of a sum add up to. */
    private static final class Terms {

        private final Sum sum;
        /** Cells that are in other sums as well. */
        private final int[] shared;
        /** How far apart the limits of any of these are, at most. */
        private long apart = Long.MAX_VALUE;
        private long least;
        private long most;
        private int openBelow;
        private int openAbove;

        Terms(Sum sum, int[] shared) {
            this.sum = sum;
            this.shared = shared;
        }

        void count(long low, long high, int times) {
            if (low == Network.NO_LOWEST) {
                openBelow += times;
            } else {
                least = Math.addExact(least, times * low);
            }
            if (high == Network.NO_HIGHEST) {
                openAbove += times;
            } else {
                most = Math.addExact(most, times * high);
            }
        }

        boolean contradicts() {
            return openBelow == 0 && least > sum.highest() || openAbove == 0 && most < sum.lowest();
        }

        boolean leavesAllToShared() {
            return openBelow == 0 && openAbove == 0
                    && (sum.highest() == Network.NO_HIGHEST || apart <= Math.subtractExact(sum.highest(), least))
                    && (sum.lowest() == Network.NO_LOWEST || apart <= Math.subtractExact(most, sum.lowest()));
        }

        long lowest(long low, long high) {
            return sum.lowest() == Network.NO_LOWEST || openAbove > (high == Network.NO_HIGHEST ? 1 : 0) ? low
                    : Math.max(low, Math.subtractExact(sum.lowest(), high == Network.NO_HIGHEST ? most
                    : Math.subtractExact(most, high)));
        }

        long highest(long low, long high) {
            return sum.highest() == Network.NO_HIGHEST || openBelow > (low == Network.NO_LOWEST ? 1 : 0) ? high
                    : Math.min(high, Math.subtractExact(sum.highest(), low == Network.NO_LOWEST ? least
                    : Math.subtractExact(least, low)));
        }
    }

    /**
     * @param lowest  of the cells, as they stand whenever they are asked for
     * @param highest likewise
     */
    WideSums(Network network, long[] lowest, long[] highest) {
        this.network = network;
        this.lowest = lowest;
        this.highest = highest;
        terms = new Terms[network.sums().size()];
        coefficients = new long[lowest.length][];
        for (int number = 0; number < terms.length; number++) {
            Sum sum = network.sums().get(number);
            if (sum.cells().length >= WIDE && network.isPlain(number)) {
                terms[number] = new Terms(sum, Arrays.stream(sum.cells()).filter(cell -> network.sumsOf(cell).length > 1)
                        .toArray());
                for (int place = 0; place < sum.cells().length; place++) {
                    take(number, sum.cells()[place], sum.coefficients()[place]);
                }
            }
        }
    }

    private void take(int number, int cell, long coefficient) {
        int[] sums = network.sumsOf(cell);
        if (coefficients[cell] == null) {
            coefficients[cell] = new long[sums.length];
        }
        coefficients[cell][Arrays.binarySearch(sums, number)] = coefficient;
        terms[number].count(low(cell, coefficient), high(cell, coefficient), 1);
    }

    private long low(int cell, long coefficient) {
        return coefficient > 0 ? lowest[cell] : highest[cell] == Network.NO_HIGHEST ? Network.NO_LOWEST : -highest[cell];
    }

    private long high(int cell, long coefficient) {
        return coefficient > 0 ? highest[cell] : -lowest[cell];
    }

    boolean isOne(int sum) {
        return terms[sum] != null;
    }

    boolean contradicts(int sum) {
        return terms[sum].contradicts();
    }

    /** Whether nothing that a sum says is less than what the limits of its shared cells leave anyway. */
    boolean leavesAllToShared(int sum) {
        return terms[sum].leavesAllToShared();
    }

    /** The cells of a sum that are in other sums as well. */
    int[] shared(int sum) {
        return terms[sum].shared;
    }

    /** Notes how far apart the limits of shared cells are: they only come nearer to each other. */
    void measureShared(int sum) {
        terms[sum].apart = IntStream.of(terms[sum].shared).mapToLong(cell -> highest[cell] - lowest[cell]).max().orElse(0);
    }

    /** Takes a cell out of what its sums add up to, before a limit of it moves (-1), and puts it back after that (1). */
    void count(int cell, int times) {
        long[] own = coefficients[cell];
        for (int i = 0; own != null && i < own.length; i++) {
            if (own[i] != 0) {
                terms[network.sumsOf(cell)[i]].count(low(cell, own[i]), high(cell, own[i]), times);
            }
        }
    }

    /** The least that a cell can hold. */
    long lowest(int cell) {
        return isAlone(cell) ? lowest(cell, network.sumsOf(cell)[0]) : lowest[cell];
    }

    /** The most that a cell can hold. */
    long highest(int cell) {
        return isAlone(cell) ? highest(cell, network.sumsOf(cell)[0]) : highest[cell];
    }

    private boolean isAlone(int cell) {
        return coefficients[cell] != null && coefficients[cell].length == 1;
    }

    /** The least that a sum leaves to one of its cells. */
    long lowest(int cell, int sum) {
        long coefficient = coefficient(cell, sum);
        long low = low(cell, coefficient);
        long high = high(cell, coefficient);
        return coefficient > 0 ? terms[sum].lowest(low, high) : -terms[sum].highest(low, high);
    }

    /** The most that a sum leaves to one of its cells. */
    long highest(int cell, int sum) {
        long coefficient = coefficient(cell, sum);
        long low = low(cell, coefficient);
        long high = high(cell, coefficient);
        long most = coefficient > 0 ? terms[sum].highest(low, high) : terms[sum].lowest(low, high);
        return coefficient > 0 ? most : most == Network.NO_LOWEST ? Network.NO_HIGHEST : -most;
    }

    private long coefficient(int cell, int sum) {
        return coefficients[cell][Arrays.binarySearch(network.sumsOf(cell), sum)];
    }
}

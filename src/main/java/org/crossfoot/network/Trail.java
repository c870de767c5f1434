package org.crossfoot.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Proof.Limit;
import org.crossfoot.network.Proof.Step;

/** What was tightened in which order, and why: from here a limit is followed back to the statements it came from. */
final class Trail {

    private static final int NO_ENTRY = -1;
    private static final int NO_CELL = -1;

    private final Network network;
    private final int[] lowEntry;
    private final int[] highEntry;

    // For each entry: which limit, by which sum (its number) or statement (its complement), and the entry that stood before.
    private int[] cells;
    private boolean[] highs;
    private long[] limits;
    private int[] reasons;
    private int[] befores;
    private int entries;

    Trail(Network network) {
        this.network = network;
        lowEntry = new int[network.cells()];
        highEntry = new int[network.cells()];
        Arrays.fill(lowEntry, NO_ENTRY);
        Arrays.fill(highEntry, NO_ENTRY);
        // Most cells are limited once from below and once from above.
        int expected = 2 * network.cells() + 2;
        cells = new int[expected];
        highs = new boolean[expected];
        limits = new long[expected];
        reasons = new int[expected];
        befores = new int[expected];
    }

    /** @param reason a sum's number, or a statement's complement */
    void tightened(int cell, boolean high, long limit, int reason) {
        if (entries == cells.length) {
            cells = Arrays.copyOf(cells, entries * 2);
            highs = Arrays.copyOf(highs, entries * 2);
            limits = Arrays.copyOf(limits, entries * 2);
            reasons = Arrays.copyOf(reasons, entries * 2);
            befores = Arrays.copyOf(befores, entries * 2);
        }
        int[] newest = high ? highEntry : lowEntry;
        cells[entries] = cell;
        highs[entries] = high;
        limits[entries] = limit;
        reasons[entries] = reason;
        befores[entries] = newest[cell];
        newest[cell] = entries++;
    }

    /** The statements behind one limit of a cell. */
    BitSet whyLimit(int cell, boolean high) {
        Why why = new Why();
        why.ask(high ? highEntry[cell] : lowEntry[cell]);
        return why.statements();
    }

    /** The statements behind both limits of a cell. */
    BitSet whyLimits(int cell) {
        Why why = new Why();
        why.ask(lowEntry[cell]);
        why.ask(highEntry[cell]);
        return why.statements();
    }

    /**
     * The statements behind what a sum adds up to now.
     *
     * @param atLeast whether its least is asked for; otherwise its most
     */
    BitSet whySum(int sum, boolean atLeast) {
        Why why = new Why();
        why.askSum(sum, atLeast, NO_CELL, entries);
        return why.statements();
    }

    /** The sums behind both limits of a cell. */
    BitSet sumsBehindLimits(int cell) {
        Why why = new Why();
        why.ask(lowEntry[cell]);
        why.ask(highEntry[cell]);
        why.statements();
        return why.sums;
    }

    /** The sums behind what a sum adds up to now, itself among them. */
    BitSet sumsBehindSum(int sum, boolean atLeast) {
        Why why = new Why();
        why.askSum(sum, atLeast, NO_CELL, entries);
        why.statements();
        return why.sums;
    }

    /** What a limit of a cell came from, step by step; the last step is that limit. None where nothing was ever tightened. */
    List<Step> steps(int cell, boolean high) {
        Why why = new Why();
        why.ask(high ? highEntry[cell] : lowEntry[cell]);
        why.statements();
        List<Step> steps = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (int entry = why.seen.nextSetBit(0); entry >= 0; entry = why.seen.nextSetBit(entry + 1)) {
            Limit limit = new Limit(cells[entry], highs[entry], limits[entry]);
            steps.add(reasons[entry] < 0 ? new Step.Stated(limit, ~reasons[entry])
                    : new Step.Summed(limit, reasons[entry], places(entry, places)));
            places.put(entry, places.size());
        }
        return steps;
    }

    /** For every cell of the sum behind an entry, the place of the step that it was limited by. */
    private List<Integer> places(int entry, Map<Integer, Integer> places) {
        Sum sum = network.sums().get(reasons[entry]);
        boolean fromAbove = highs[entry] == (sum.coefficient(cells[entry]) > 0);
        List<Integer> from = new ArrayList<>(sum.cells().length);
        for (int i = 0; i < sum.cells().length; i++) {
            int used = sum.cells()[i] == cells[entry] ? NO_ENTRY
                    : before(sum.cells()[i], fromAbove == (sum.coefficients()[i] < 0), entry);
            from.add(used == NO_ENTRY ? Step.NONE : places.get(used));
        }
        return from;
    }

    /** The entry that was a limit of a cell when another one was made. */
    private int before(int cell, boolean high, int other) {
        int entry = high ? highEntry[cell] : lowEntry[cell];
        while (entry >= other) {
            entry = befores[entry];
        }
        return entry;
    }

    private final class Why {

        private final BitSet statements = new BitSet();
        private final BitSet seen = new BitSet();
        private final BitSet sums = new BitSet();
        private final ArrayDeque<Integer> open = new ArrayDeque<>();

        void ask(int entry) {
            if (entry != NO_ENTRY && !seen.get(entry)) {
                seen.set(entry);
                open.add(entry);
            }
        }

        BitSet statements() {
            while (!open.isEmpty()) {
                int entry = open.poll();
                int reason = reasons[entry];
                if (reason >= 0) {
                    boolean fromAbove = highs[entry] == (network.sums().get(reason).coefficient(cells[entry]) > 0);
                    askSum(reason, fromAbove, cells[entry], entry);
                } else {
                    statements.set(~reason);
                }
            }
            return statements;
        }

        /**
         * The limits by which a sum spoke before an entry: the least of its terms where its upper limit spoke, else the most.
         */
        void askSum(int number, boolean fromAbove, int except, int before) {
            sums.set(number);
            Sum sum = network.sums().get(number);
            for (int i = 0; i < sum.cells().length; i++) {
                int cell = sum.cells()[i];
                if (cell != except) {
                    ask(before(cell, fromAbove == (sum.coefficients()[i] < 0), before));
                }
            }
        }
    }
}

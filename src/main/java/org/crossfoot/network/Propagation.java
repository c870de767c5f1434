package org.crossfoot.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;

/**
 * Limits of every cell, tightened by the sums until nothing moves: for a sum {@code a*x = b}, each cell lies in
 * {@code (b - range of the rest) / a}, rounded inward. Exact where sums form no cycle and coefficients are 1 or -1; elsewhere the
 * limits are right but may be wide. Of every tightening it is kept which sum or statement it came from.
 */
final class Propagation {

    private static final int NO_ENTRY = -1;
    private static final int BY_CHOICE = Integer.MIN_VALUE;
    private static final int NO_SUM = -1;

    private final Network network;
    private final long[] lowest;
    private final long[] highest;
    private final int[] lowEntry;
    private final int[] highEntry;
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private final boolean[] queued;

    // The trail: which limit was tightened, by which sum (its number) or statement (its complement), and what stood before.
    private int[] trailCell = new int[64];
    private boolean[] trailHigh = new boolean[64];
    private int[] trailReason = new int[64];
    private int[] trailBefore = new int[64];
    private int trail;

    private boolean contradiction;
    private int contradictedSum = NO_SUM;
    private boolean contradictedAbove;
    private int contradictedCell;
    private long stepsLeft;
    private boolean settled = true;

    Propagation(Network network) {
        this.network = network;
        int cells = network.cells();
        lowest = new long[cells];
        highest = new long[cells];
        Arrays.fill(highest, Network.NO_HIGHEST);
        lowEntry = new int[cells];
        highEntry = new int[cells];
        Arrays.fill(lowEntry, NO_ENTRY);
        Arrays.fill(highEntry, NO_ENTRY);
        queued = new boolean[network.sums().size()];
        stepsLeft = steps();
    }

    /** In a cycle, two sums that pull against each other can move a limit by one for ever; then the search decides. */
    private long steps() {
        return network.isForest() ? Long.MAX_VALUE : 1_000 + 60L * (lowest.length + queued.length);
    }

    private Propagation(Propagation other) {
        network = other.network;
        lowest = other.lowest.clone();
        highest = other.highest.clone();
        lowEntry = other.lowEntry.clone();
        highEntry = other.highEntry.clone();
        queued = other.queued.clone();
        queue.addAll(other.queue);
        trailCell = other.trailCell.clone();
        trailHigh = other.trailHigh.clone();
        trailReason = other.trailReason.clone();
        trailBefore = other.trailBefore.clone();
        trail = other.trail;
        contradiction = other.contradiction;
        contradictedSum = other.contradictedSum;
        contradictedAbove = other.contradictedAbove;
        contradictedCell = other.contradictedCell;
        settled = other.settled;
        stepsLeft = steps();
    }

    Propagation copy() {
        return new Propagation(this);
    }

    /** Takes the statements kept, and tightens to the fixed point; false where they contradict each other. */
    boolean take(BitSet kept) {
        for (int sum = 0; sum < queued.length; sum++) {
            queued[sum] = true;
            queue.add(sum);
        }
        for (int number = kept.nextSetBit(0); number >= 0 && !contradiction; number = kept.nextSetBit(number + 1)) {
            Statement statement = network.statements().get(number);
            raise(statement.cell(), statement.lowest(), ~number);
            lower(statement.cell(), statement.highest(), ~number);
        }
        return settle();
    }

    /** Chooses limits of a cell within its present ones, and tightens to the fixed point; false where that is impossible. */
    boolean choose(int cell, long low, long high) {
        stepsLeft = steps();
        raise(cell, low, BY_CHOICE);
        lower(cell, high, BY_CHOICE);
        return settle();
    }

    long lowest(int cell) {
        return lowest[cell];
    }

    long highest(int cell) {
        return highest[cell];
    }

    /** Whether nothing can be tightened any more; otherwise the limits are right but may be wide. */
    boolean isSettled() {
        return settled;
    }

    private boolean settle() {
        while (!contradiction && !queue.isEmpty() && stepsLeft > 0) {
            int sum = queue.poll();
            queued[sum] = false;
            try {
                tighten(sum);
            } catch (ArithmeticException e) {
                // A long cannot hold a number on the way: this sum says nothing more, and what was said before stands.
                settled = false;
            }
        }
        settled &= queue.isEmpty();
        return !contradiction;
    }

    private void tighten(int number) {
        stepsLeft--;
        Sum sum = network.sums().get(number);
        int[] cells = sum.cells();
        long[] coefficients = sum.coefficients();
        long least = 0;
        long most = 0;
        int openBelow = 0;
        int openAbove = 0;
        for (int i = 0; i < cells.length; i++) {
            long low = least(coefficients[i], cells[i]);
            long high = most(coefficients[i], cells[i]);
            if (low == Network.NO_LOWEST) {
                openBelow++;
            } else {
                least = Math.addExact(least, low);
            }
            if (high == Network.NO_HIGHEST) {
                openAbove++;
            } else {
                most = Math.addExact(most, high);
            }
        }
        if (openBelow == 0 && least > sum.highest() || openAbove == 0 && most < sum.lowest()) {
            contradiction = true;
            contradictedSum = number;
            contradictedAbove = openBelow == 0 && least > sum.highest();
            return;
        }
        for (int i = 0; i < cells.length && !contradiction; i++) {
            long low = least(coefficients[i], cells[i]);
            long high = most(coefficients[i], cells[i]);
            if (sum.highest() != Network.NO_HIGHEST && openBelow - (low == Network.NO_LOWEST ? 1 : 0) == 0) {
                long rest = low == Network.NO_LOWEST ? least : Math.subtractExact(least, low);
                long room = Math.subtractExact(sum.highest(), rest);
                if (coefficients[i] > 0) {
                    lower(cells[i], Math.floorDiv(room, coefficients[i]), number);
                } else {
                    raise(cells[i], -Math.floorDiv(room, -coefficients[i]), number);
                }
            }
            if (!contradiction && sum.lowest() != Network.NO_LOWEST && openAbove - (high == Network.NO_HIGHEST ? 1 : 0) == 0) {
                long rest = high == Network.NO_HIGHEST ? most : Math.subtractExact(most, high);
                long need = Math.subtractExact(sum.lowest(), rest);
                if (coefficients[i] > 0) {
                    raise(cells[i], -Math.floorDiv(Math.negateExact(need), coefficients[i]), number);
                } else {
                    lower(cells[i], Math.floorDiv(Math.negateExact(need), -coefficients[i]), number);
                }
            }
        }
    }

    private long least(long coefficient, int cell) {
        return coefficient > 0 ? Math.multiplyExact(coefficient, lowest[cell])
                : highest[cell] == Network.NO_HIGHEST ? Network.NO_LOWEST : Math.multiplyExact(coefficient, highest[cell]);
    }

    private long most(long coefficient, int cell) {
        return coefficient < 0 ? Math.multiplyExact(coefficient, lowest[cell])
                : highest[cell] == Network.NO_HIGHEST ? Network.NO_HIGHEST : Math.multiplyExact(coefficient, highest[cell]);
    }

    private void raise(int cell, long to, int reason) {
        if (to > lowest[cell]) {
            lowest[cell] = to;
            lowEntry[cell] = record(cell, false, reason, lowEntry[cell]);
            moved(cell, reason);
        }
    }

    private void lower(int cell, long to, int reason) {
        if (to < highest[cell]) {
            highest[cell] = to;
            highEntry[cell] = record(cell, true, reason, highEntry[cell]);
            moved(cell, reason);
        }
    }

    private void moved(int cell, int reason) {
        if (lowest[cell] > highest[cell]) {
            contradiction = true;
            contradictedCell = cell;
            return;
        }
        for (int sum : network.sumsOf(cell)) {
            if (!queued[sum] && (sum != reason || !hasUnitCoefficients(sum))) {
                queued[sum] = true;
                queue.add(sum);
            }
        }
    }

    /** Such a sum has nothing to add to what it has just said. */
    private boolean hasUnitCoefficients(int sum) {
        for (long coefficient : network.sums().get(sum).coefficients()) {
            if (Math.abs(coefficient) != 1) {
                return false;
            }
        }
        return true;
    }

    private int record(int cell, boolean high, int reason, int before) {
        if (trail == trailCell.length) {
            trailCell = Arrays.copyOf(trailCell, trail * 2);
            trailHigh = Arrays.copyOf(trailHigh, trail * 2);
            trailReason = Arrays.copyOf(trailReason, trail * 2);
            trailBefore = Arrays.copyOf(trailBefore, trail * 2);
        }
        trailCell[trail] = cell;
        trailHigh[trail] = high;
        trailReason[trail] = reason;
        trailBefore[trail] = before;
        return trail++;
    }

    /** The statements that a contradiction came from; not all of them need be at fault. */
    BitSet whyContradiction() {
        Why why = new Why();
        if (contradictedSum == NO_SUM) {
            why.ask(lowEntry[contradictedCell]);
            why.ask(highEntry[contradictedCell]);
        } else {
            why.askSum(contradictedSum, contradictedAbove, -1, trail);
        }
        return why.statements();
    }

    /** The statements that a limit of a cell came from. */
    BitSet why(int cell, boolean high) {
        Why why = new Why();
        why.ask(high ? highEntry[cell] : lowEntry[cell]);
        return why.statements();
    }

    /** Follows the trail back to the statements. */
    private final class Why {

        private final BitSet statements = new BitSet();
        private final BitSet seen = new BitSet();
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
                int reason = trailReason[entry];
                if (reason >= 0) {
                    boolean fromAbove = trailHigh[entry] == (coefficient(reason, trailCell[entry]) > 0);
                    askSum(reason, fromAbove, trailCell[entry], entry);
                } else if (reason != BY_CHOICE) {
                    statements.set(~reason);
                }
            }
            return statements;
        }

        /** The limits by which a sum spoke before an entry: the least of its terms where its upper limit spoke, else the most. */
        void askSum(int number, boolean fromAbove, int except, int before) {
            Sum sum = network.sums().get(number);
            for (int i = 0; i < sum.cells().length; i++) {
                int cell = sum.cells()[i];
                if (cell != except) {
                    boolean high = fromAbove == (sum.coefficients()[i] < 0);
                    int entry = high ? highEntry[cell] : lowEntry[cell];
                    while (entry >= before) {
                        entry = trailBefore[entry];
                    }
                    ask(entry);
                }
            }
        }

        private long coefficient(int number, int cell) {
            Sum sum = network.sums().get(number);
            for (int i = 0; i < sum.cells().length; i++) {
                if (sum.cells()[i] == cell) {
                    return sum.coefficients()[i];
                }
            }
            throw new IllegalStateException("cell " + cell + " is not in sum " + number);
        }
    }
}

package org.crossfoot.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Proof.Step;

/**
 * Limits of every cell, tightened by the sums until nothing moves: for a sum {@code a*x = b}, each cell lies in
 * {@code (b - range of the rest) / a}, rounded inward. Exact where sums form no cycle and coefficients are 1 or -1; elsewhere the
 * limits are right but may be wide. Of every tightening it is kept which sum or statement it came from.
 */
public final class Propagation {

    private static final int NO_SUM = -1;
    private static final int BY_CHOICE = Integer.MIN_VALUE;

    private final Network network;
    private final long[] lowest;
    private final long[] highest;
    private final SumsInTurn inTurn;
    private final Trail trail;
    /** Null before the first choice; what comes after it is not asked for its reasons. */
    private WideSums wide;

    private boolean contradiction;
    private int contradictedSum = NO_SUM;
    private boolean contradictedAbove;
    private int contradictedCell;
    private long stepsLeft;
    private boolean settled = true;

    public Propagation(Network network) {
        this.network = network;
        int cells = network.cells();
        lowest = new long[cells];
        highest = new long[cells];
        Arrays.fill(highest, Network.NO_HIGHEST);
        trail = new Trail(network);
        inTurn = new SumsInTurn(network.sums().size());
        stepsLeft = steps();
    }

    /**
     * In a cycle, two sums that pull against each other can move a limit by one for ever; then the search decides. Six times as
     * many steps found nothing else in real running totals, and took a quarter more of the whole.
     */
    private long steps() {
        return network.isForest() ? Long.MAX_VALUE : 1_000 + 10L * (lowest.length + network.sums().size());
    }

    /** Takes the statements kept, and tightens to the fixed point; false where they contradict each other. */
    public boolean take(BitSet kept) {
        for (int sum = 0; sum < network.sums().size(); sum++) {
            inTurn.add(sum);
        }
        for (int number = kept.nextSetBit(0); number >= 0 && !contradiction; number = kept.nextSetBit(number + 1)) {
            Statement statement = network.statements().get(number);
            raise(statement.cell(), statement.lowest(), ~number);
            lower(statement.cell(), statement.highest(), ~number);
        }
        return settle();
    }

    /** Takes limits of all cells, and tightens to the fixed point; in {@link #whyContradiction} each goes by its cell. */
    public boolean take(long[] low, long[] high) {
        for (int sum = 0; sum < network.sums().size(); sum++) {
            inTurn.add(sum);
        }
        for (int cell = 0; cell < low.length && !contradiction; cell++) {
            raise(cell, low[cell], ~cell);
            lower(cell, high[cell], ~cell);
        }
        return settle();
    }

    /**
     * Chooses a number for a cell within its present limits, and tightens to the fixed point; false where that is impossible.
     */
    boolean choose(int cell, long number) {
        stepsLeft = steps();
        return chooseWithStepsLeft(cell, number);
    }

    /**
     * As {@link #choose}, but all choices together have the steps of one: false as well where these are used up, as by limits
     * that move by one for ever.
     */
    boolean chooseQuickly(int cell, long number) {
        return chooseWithStepsLeft(cell, number) && settled;
    }

    private boolean chooseWithStepsLeft(int cell, long number) {
        if (wide == null) {
            wide = new WideSums(network, lowest, highest);
        }
        raise(cell, number, BY_CHOICE);
        lower(cell, number, BY_CHOICE);
        return settle();
    }

    public long lowest(int cell) {
        return wide == null ? lowest[cell] : wide.lowest(cell);
    }

    public long highest(int cell) {
        return wide == null ? highest[cell] : wide.highest(cell);
    }

    /** Writes down what each cell can hold. */
    public void copyTo(long[] low, long[] high) {
        System.arraycopy(lowest, 0, low, 0, lowest.length);
        System.arraycopy(highest, 0, high, 0, highest.length);
    }

    /** Whether a cell can hold one number only. */
    boolean isFixed(int cell) {
        return lowest(cell) == highest(cell);
    }

    /** Whether nothing can be tightened any more; otherwise the limits are right but may be wide. */
    boolean isSettled() {
        return settled;
    }

    private boolean settle() {
        while (!contradiction && !inTurn.isEmpty() && stepsLeft > 0) {
            try {
                tighten(inTurn.next());
            } catch (ArithmeticException e) {
                // A long cannot hold a number on the way: this sum says nothing more, and what was said before stands.
                settled = false;
            }
        }
        settled &= inTurn.isEmpty();
        return !contradiction;
    }

    private void tighten(int number) {
        stepsLeft--;
        if (wide != null && wide.isOne(number)) {
            tightenWide(number);
            return;
        }
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
            // What a term may not be is looked for before anything is divided: most leave their cells as they are.
            if (sum.highest() != Network.NO_HIGHEST && openBelow - (low == Network.NO_LOWEST ? 1 : 0) == 0) {
                long rest = low == Network.NO_LOWEST ? least : Math.subtractExact(least, low);
                long room = Math.subtractExact(sum.highest(), rest);
                if (high > room && coefficients[i] > 0) {
                    lower(cells[i], Math.floorDiv(room, coefficients[i]), number);
                } else if (high > room) {
                    raise(cells[i], -Math.floorDiv(room, -coefficients[i]), number);
                }
            }
            if (!contradiction && sum.lowest() != Network.NO_LOWEST && openAbove - (high == Network.NO_HIGHEST ? 1 : 0) == 0) {
                long rest = high == Network.NO_HIGHEST ? most : Math.subtractExact(most, high);
                long need = Math.subtractExact(sum.lowest(), rest);
                if (low < need && coefficients[i] > 0) {
                    raise(cells[i], -Math.floorDiv(Math.negateExact(need), coefficients[i]), number);
                } else if (low < need) {
                    lower(cells[i], Math.floorDiv(Math.negateExact(need), -coefficients[i]), number);
                }
            }
        }
    }

    private void tightenWide(int number) {
        if (wide.contradicts(number)) {
            contradiction = true;
        } else if (!wide.leavesAllToShared(number)) {
            for (int cell : wide.shared(number)) {
                raise(cell, wide.lowest(cell, number), number);
                lower(cell, wide.highest(cell, number), number);
                if (contradiction) {
                    return;
                }
            }
            wide.measureShared(number);
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
            move(cell, false, to, reason);
        }
    }

    private void lower(int cell, long to, int reason) {
        if (to < highest[cell]) {
            move(cell, true, to, reason);
        }
    }

    private void move(int cell, boolean high, long to, int reason) {
        if (wide != null) {
            wide.count(cell, -1);
        }
        (high ? highest : lowest)[cell] = to;
        if (wide == null) {
            trail.tightened(cell, high, to, reason);
        } else {
            wide.count(cell, 1);
        }
        if (lowest[cell] > highest[cell]) {
            contradiction = true;
            contradictedCell = cell;
            return;
        }
        for (int sum : network.sumsOf(cell)) {
            // A plain sum has nothing to add to what it has just said.
            if (sum != reason || !network.isPlain(sum)) {
                inTurn.add(sum);
            }
        }
    }

    /** The statements that a contradiction came from; not all of them need be at fault. */
    public BitSet whyContradiction() {
        return contradictedSum == NO_SUM ? trail.whyLimits(contradictedCell) : trail.whySum(contradictedSum, contradictedAbove);
    }

    /** The sums that a contradiction came from. */
    public BitSet sumsOfContradiction() {
        return contradictedSum == NO_SUM ? trail.sumsBehindLimits(contradictedCell)
                : trail.sumsBehindSum(contradictedSum, contradictedAbove);
    }

    /** The statements that both limits of a cell came from. */
    public BitSet why(int cell) {
        return trail.whyLimits(cell);
    }

    /** The statements that a limit of a cell came from. */
    BitSet why(int cell, boolean high) {
        return trail.whyLimit(cell, high);
    }

    /** How a limit of a cell came about, step by step. */
    List<Step> steps(int cell, boolean high) {
        return trail.steps(cell, high);
    }

    /** Sums that are still to be looked at, by number: first come, first served, none twice. */
    private static final class SumsInTurn {

        private final int[] waiting;
        private final boolean[] isWaiting;
        private int first;
        private int count;

        SumsInTurn(int sums) {
            waiting = new int[sums];
            isWaiting = new boolean[sums];
        }

        boolean isEmpty() {
            return count == 0;
        }

        /** Does nothing where it waits already. */
        void add(int sum) {
            if (!isWaiting[sum]) {
                isWaiting[sum] = true;
                int place = first + count++;
                waiting[place < waiting.length ? place : place - waiting.length] = sum;
            }
        }

        int next() {
            int sum = waiting[first];
            first = first + 1 < waiting.length ? first + 1 : 0;
            count--;
            isWaiting[sum] = false;
            return sum;
        }
    }
}

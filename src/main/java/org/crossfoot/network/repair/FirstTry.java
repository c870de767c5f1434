package org.crossfoot.network.repair;

import java.util.Arrays;
import java.util.BitSet;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;

/**
 * Whole numbers read off the statements: of each cell the least that all of them allow, and of a cell nobody speaks of what the
 * other cells of a sum leave. Nearly all that is published fits so, and no search is needed to know it.
 */
final class FirstTry {

    private static final long UNKNOWN = -1;

    private final Network network;
    private final long[] values;
    private final BitSet misfits = new BitSet();

    private FirstTry(Network network) {
        this.network = network;
        this.values = new long[network.cells()];
        Arrays.fill(values, UNKNOWN);
    }

    /** The cells of every sum and statement that the numbers do not fulfil; others may. */
    static BitSet misfits(Network network) {
        FirstTry numbers = new FirstTry(network);
        numbers.takeStatements();
        numbers.takeSums();
        numbers.compare();
        return numbers.misfits;
    }

    private void takeStatements() {
        for (Statement statement : network.statements()) {
            values[statement.cell()] = Math.max(values[statement.cell()], statement.lowest());
        }
    }

    private void takeSums() {
        for (Sum sum : network.sums()) {
            int unknown = theOnlyUnknown(sum);
            if (unknown >= 0 && sum.lowest() == sum.highest()) {
                take(sum, unknown);
            }
        }
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = Math.max(0, values[cell]);
        }
    }

    private void take(Sum sum, int unknown) {
        try {
            values[sum.cells()[unknown]] = Math.max(0, left(sum, unknown));
        } catch (ArithmeticException e) {
            // A long cannot hold a number on the way: these numbers show nothing.
            misfit(sum);
        }
    }

    private void compare() {
        for (Statement statement : network.statements()) {
            if (!statement.holds(values)) {
                misfits.set(statement.cell());
            }
        }
        for (Sum sum : network.sums()) {
            try {
                if (!sum.holds(values)) {
                    misfit(sum);
                }
            } catch (ArithmeticException e) {
                // As above.
                misfit(sum);
            }
        }
    }

    private void misfit(Sum sum) {
        for (int cell : sum.cells()) {
            misfits.set(cell);
        }
    }

    /** The place in a sum of the only cell without a number; -1 where there is none, or another one. */
    private int theOnlyUnknown(Sum sum) {
        int place = -1;
        for (int i = 0; i < sum.cells().length; i++) {
            if (values[sum.cells()[i]] == UNKNOWN) {
                if (place >= 0) {
                    return -1;
                }
                place = i;
            }
        }
        return place;
    }

    private long left(Sum sum, int place) {
        long left = sum.lowest();
        for (int i = 0; i < sum.cells().length; i++) {
            if (i != place) {
                left = Math.subtractExact(left, Math.multiplyExact(sum.coefficients()[i], values[sum.cells()[i]]));
            }
        }
        return left / sum.coefficients()[place];
    }
}

package org.crossfoot.reconcile.judge;

import java.util.Arrays;
import org.crossfoot.figure.Amount;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.reconcile.claim.Constraint;

/** For every sum: the least and the most, as far as they are limited, and how many terms have no such limit. */
record SumLoad(long[] numbers) {

    private static final int LEAST = 0;
    private static final int MOST = 1;
    private static final int ENDLESS_BELOW = 2;
    private static final int ENDLESS_ABOVE = 3;
    private static final int EACH = 4;

    static SumLoad none(int sums) {
        return new SumLoad(new long[sums * EACH]);
    }

    void add(int sum, long coefficient, long lowest, long highest) {
        boolean up = coefficient > 0;
        numbers[sum * EACH + (up ? LEAST : MOST)] = Math.addExact(numbers[sum * EACH + (up ? LEAST : MOST)],
                Math.multiplyExact(coefficient, lowest));
        if (highest != Amount.NO_LIMIT) {
            numbers[sum * EACH + (up ? MOST : LEAST)] = Math.addExact(numbers[sum * EACH + (up ? MOST : LEAST)],
                    Math.multiplyExact(coefficient, highest));
        } else {
            numbers[sum * EACH + (up ? ENDLESS_ABOVE : ENDLESS_BELOW)]++;
        }
    }

    /** Of some of the sums, in their order. */
    SumLoad only(int[] some) {
        SumLoad few = none(some.length);
        for (int i = 0; i < some.length; i++) {
            System.arraycopy(numbers, some[i] * EACH, few.numbers, i * EACH, EACH);
        }
        return few;
    }

    SumLoad plus(SumLoad other) {
        long[] sum = new long[numbers.length];
        Arrays.setAll(sum, i -> Math.addExact(numbers[i], other.numbers[i]));
        return new SumLoad(sum);
    }

    SumLoad minus(SumLoad other) {
        long[] rest = new long[numbers.length];
        Arrays.setAll(rest, i -> Math.subtractExact(numbers[i], other.numbers[i]));
        return new SumLoad(rest);
    }

    boolean fits(int sum, Sum asked) {
        return (least(sum) == Constraint.NO_LOWEST || least(sum) <= asked.highest())
                && (most(sum) == Amount.NO_LIMIT || most(sum) >= asked.lowest());
    }

    long least(int sum) {
        return numbers[sum * EACH + ENDLESS_BELOW] > 0 ? Constraint.NO_LOWEST : numbers[sum * EACH + LEAST];
    }

    long most(int sum) {
        return numbers[sum * EACH + ENDLESS_ABOVE] > 0 ? Amount.NO_LIMIT : numbers[sum * EACH + MOST];
    }

    boolean differs(int sum, SumLoad other) {
        return !Arrays.equals(numbers, sum * EACH, (sum + 1) * EACH, other.numbers, sum * EACH, (sum + 1) * EACH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SumLoad load && Arrays.equals(numbers, load.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}

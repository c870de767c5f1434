package org.crossfoot.figure;

import java.util.stream.LongStream;

/**
 * What a printed amount claims: a whole number from {@code lowest} to {@code highest}, both included.
 * Only leaving these limits is a conflict. The core is what the words mean most likely: "around 3,500" is
 * [3150, 3850] with a core of [3450, 3550]; what is printed rounded has the printed number for a core; for every other wording
 * the core is the whole interval. Below zero it is a correction: so many of those counted before are taken back.
 *
 * @param highest {@link #NO_LIMIT} where no upper limit was said
 */
public record Amount(long lowest, long highest, long coreLowest, long coreHighest) implements Comparable<Amount> {

    /** Stands for "no upper limit is known". */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    /** The largest amount that may be printed; sums of 9,000 of them still fit a long. */
    public static final long LARGEST = 999_999_999_999_999L;

    /** Most amounts that are printed are small; these are made once. */
    private static final Amount[] SMALL = LongStream.range(0, 1000)
            .mapToObj(number -> between(number, number)).toArray(Amount[]::new);

    public static final Amount UNKNOWN = atLeast(0);

    public Amount {
        if (lowest < 0 && highest >= 0 || lowest > coreLowest || coreLowest > coreHighest || coreHighest > highest) {
            throw new IllegalArgumentException(
                    "not an interval: " + lowest + ", " + coreLowest + ", " + coreHighest + ", " + highest);
        }
    }

    public static Amount exactly(long number) {
        return number >= 0 && number < SMALL.length ? SMALL[(int) number] : between(number, number);
    }

    public static Amount between(long lowest, long highest) {
        return new Amount(lowest, highest, lowest, highest);
    }

    public static Amount atLeast(long number) {
        return between(number, NO_LIMIT);
    }

    /** Whether it takes back what was counted before. */
    public boolean isCorrection() {
        return lowest < 0;
    }

    /** How many a correction takes back, as an amount; and the correction that takes back an amount of more than none. */
    public Amount negated() {
        return new Amount(-highest, -lowest, -coreHighest, -coreLowest);
    }

    /** From the lower of both lower limits to the higher of both upper ones. */
    public Amount spanning(Amount other) {
        return between(Math.min(lowest, other.lowest), Math.max(highest, other.highest));
    }

    public boolean hasUpperLimit() {
        return highest != NO_LIMIT;
    }

    public boolean isExact() {
        return lowest == highest;
    }

    /** The single number that stands for this amount: the middle of its core, or its lower limit where it is open above. */
    public long middle() {
        return coreHighest == NO_LIMIT ? coreLowest : coreLowest + (coreHighest - coreLowest) / 2;
    }

    /** The highest finite limit that was printed. */
    public long largestLimit() {
        return hasUpperLimit() ? highest : lowest;
    }

    @Override
    public int compareTo(Amount other) {
        int order = Long.compare(lowest, other.lowest);
        if (order == 0) {
            order = Long.compare(highest, other.highest);
        }
        if (order == 0) {
            order = Long.compare(coreLowest, other.coreLowest);
        }
        return order == 0 ? Long.compare(coreHighest, other.coreHighest) : order;
    }
}

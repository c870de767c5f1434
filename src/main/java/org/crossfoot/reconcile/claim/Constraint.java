package org.crossfoot.reconcile.claim;

import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;

/**
 * What a rule asks of some cells: the sum of its terms lies from {@code lowest} to {@code highest}.
 * {@link Amount#NO_LIMIT} and {@link #NO_LOWEST} stand for no limit.
 * Coefficients go up to 1,000 and amounts to {@link Amount#LARGEST}, so that a single term always fits a long.
 */
public record Constraint(List<CellTerm> terms, long lowest, long highest) {

    public static final long NO_LOWEST = Long.MIN_VALUE;

    public record CellTerm(long coefficient, Cell cell) {
    }

    /**
     * How far the figures are from fulfilling it when each cell is given the claim that fits worst; a cell nobody speaks of can
     * be any number from 0 up.
     *
     * @param shortfall by how much the sum stays below {@code lowest} at best; 0 where it need not
     * @param excess    by how much the sum stays above {@code highest} at best; 0 where it need not
     */
    public record Miss(long shortfall, long excess) {

        /**
         * @param atMost  what the sum comes to at most
         * @param atLeast what it comes to at least
         */
        public static Miss of(long lowest, long highest, long atMost, long atLeast) {
            long shortfall = lowest == NO_LOWEST || atMost == Amount.NO_LIMIT ? 0 : Math.max(0, plusLeast(lowest, -atMost));
            long excess = highest == Amount.NO_LIMIT || atLeast == NO_LOWEST ? 0 : Math.max(0, plusLeast(atLeast, -highest));
            return new Miss(shortfall, excess);
        }

        public long worst() {
            return Math.max(shortfall, excess);
        }
    }

    /** The most that a term can add when its cell is given the claim that allows least. */
    public static long atMost(long coefficient, List<Claim> claims) {
        long most = claims.isEmpty() ? coefficient > 0 ? Amount.NO_LIMIT : 0 : Amount.NO_LIMIT;
        for (int i = 0; i < claims.size(); i++) {
            Amount allowed = claims.get(i).allowed();
            most = Math.min(most, times(coefficient, coefficient > 0 ? allowed.highest() : allowed.lowest()));
        }
        return most;
    }

    /** The least that a term can add when its cell is given the claim that asks most. */
    public static long atLeast(long coefficient, List<Claim> claims) {
        long least = claims.isEmpty() ? coefficient > 0 ? 0 : NO_LOWEST : NO_LOWEST;
        for (int i = 0; i < claims.size(); i++) {
            Amount allowed = claims.get(i).allowed();
            least = Math.max(least, times(coefficient, coefficient > 0 ? allowed.lowest() : allowed.highest()));
        }
        return least;
    }

    private static long times(long coefficient, long number) {
        if (number == Amount.NO_LIMIT) {
            return coefficient > 0 ? Amount.NO_LIMIT : NO_LOWEST;
        }
        return Math.multiplyExact(coefficient, number);
    }

    /** Adds two upper limits. Where a long cannot hold the sum it becomes a weaker limit, so that no conflict is made up. */
    public static long plusMost(long one, long other) {
        if (one == Amount.NO_LIMIT || other == Amount.NO_LIMIT) {
            return Amount.NO_LIMIT;
        }
        long sum = one + other;
        return one > 0 && other > 0 && sum < 0 ? Amount.NO_LIMIT : one < 0 && other < 0 && sum >= 0 ? NO_LOWEST + 1 : sum;
    }

    /** Adds two lower limits. Where a long cannot hold the sum it becomes a weaker limit, so that no conflict is made up. */
    public static long plusLeast(long one, long other) {
        if (one == NO_LOWEST || other == NO_LOWEST) {
            return NO_LOWEST;
        }
        long sum = one + other;
        return one > 0 && other > 0 && sum < 0 ? Amount.NO_LIMIT - 1 : one < 0 && other < 0 && sum >= 0 ? NO_LOWEST : sum;
    }

    public long[] coefficients() {
        long[] coefficients = new long[terms.size()];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = terms.get(i).coefficient;
        }
        return coefficients;
    }
}

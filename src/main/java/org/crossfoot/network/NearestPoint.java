package org.crossfoot.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crossfoot.network.Network.Sum;

/**
 * The point nearest to a wish, by weighted least squares, among those within limits that fulfil sums. Every price per sum (its
 * multiplier) leaves one point that is best at that price; the prices are raised, by Newton's steps on the dual (semismooth, with
 * conjugate gradients), until that point fulfils the sums. It is then the nearest one whatever the weights and coefficients: at
 * its prices nothing within the limits is better.
 */
final class NearestPoint {

    /** Weight of cells that have no say: small enough to bend nothing; what it does bend is taken back, round by round. */
    private static final double LIGHT = 1e-4;
    private static final int ROUNDS = 60;
    private static final int STEPS = 200;
    /** Steps that may bring no sum nearer before it is as near as can be reckoned. */
    private static final int IN_VAIN = 20;
    /** What may be left of a sum, as a part of what its cells hold. */
    private static final double CLOSE = 1e-13;

    private final int cells;
    private final int[][] terms;
    private final double[][] coefficients;
    private final double[] wanted;
    private final double[] low;
    private final double[] high;
    private final double[] wish;
    private final double[] weight;
    private final boolean[] light;
    private final double[] prices;
    private final double[] at;
    private final double[] missed;

    /**
     * @param weight of each cell, how much it resists being moved; 0 where it has no say
     * @param low    of each cell, as {@code high}; may be without end
     */
    NearestPoint(List<Sum> sums, double[] wish, double[] weight, double[] low, double[] high) {
        cells = wish.length;
        List<Sum> ranges = new ArrayList<>();
        sums.stream().filter(sum -> sum.lowest() != sum.highest()).forEach(ranges::add);
        int all = cells + ranges.size();
        this.wish = Arrays.copyOf(wish, all);
        this.weight = Arrays.copyOf(weight, all);
        this.low = Arrays.copyOf(low, all);
        this.high = Arrays.copyOf(high, all);
        terms = new int[sums.size()][];
        coefficients = new double[sums.size()][];
        wanted = new double[sums.size()];
        int slack = cells;
        for (int number = 0; number < terms.length; number++) {
            Sum sum = sums.get(number);
            boolean exact = sum.lowest() == sum.highest();
            int length = sum.cells().length;
            // A sum between limits equals a cell of its own, which lies between them and has no say.
            terms[number] = Arrays.copyOf(sum.cells(), exact ? length : length + 1);
            coefficients[number] = new double[terms[number].length];
            double wished = 0;
            for (int i = 0; i < length; i++) {
                coefficients[number][i] = sum.coefficients()[i];
                wished += coefficients[number][i] * wish[sum.cells()[i]];
            }
            if (exact) {
                wanted[number] = sum.lowest();
            } else {
                terms[number][length] = slack;
                coefficients[number][length] = -1;
                this.low[slack] = sum.lowest() == Network.NO_LOWEST ? Double.NEGATIVE_INFINITY : sum.lowest();
                this.high[slack] = sum.highest() == Network.NO_HIGHEST ? Double.POSITIVE_INFINITY : sum.highest();
                this.wish[slack] = within(wished, slack);
                slack++;
            }
        }
        light = new boolean[all];
        for (int cell = 0; cell < all; cell++) {
            light[cell] = this.weight[cell] == 0;
            this.weight[cell] = light[cell] ? LIGHT : this.weight[cell];
        }
        prices = new double[terms.length];
        at = new double[all];
        missed = new double[terms.length];
    }

    double[] find() {
        double moved = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && moved > 0; round++) {
            approach();
            moved = 0;
            for (int cell = 0; cell < at.length; cell++) {
                if (light[cell] && Math.abs(at[cell] - wish[cell]) > 1e-10 * Math.max(1, Math.abs(at[cell]))) {
                    moved = Math.max(moved, Math.abs(at[cell] - wish[cell]));
                    wish[cell] = at[cell];
                }
            }
        }
        return Arrays.copyOf(at, cells);
    }

    private double within(double value, int cell) {
        return Math.max(low[cell], Math.min(high[cell], value));
    }

    /** Raises the prices until the sums are fulfilled, as nearly as can be reckoned. */
    private void approach() {
        double best = look(prices);
        int inVain = 0;
        for (int step = 0; step < STEPS && inVain < IN_VAIN && best > CLOSE; step++) {
            double[] direction = newton();
            double[] from = prices.clone();
            double far = far(from, direction);
            move(from, direction, far);
            double left = look(prices);
            inVain = left < best ? 0 : inVain + 1;
            best = Math.min(best, left);
            if (far == 0) {
                return;
            }
        }
    }

    /** The best point at some prices, and by how much it misses each sum; says how much of a sum that is at most. */
    private double look(double[] prices) {
        double[] pull = new double[at.length];
        for (int number = 0; number < terms.length; number++) {
            for (int i = 0; i < terms[number].length; i++) {
                pull[terms[number][i]] += coefficients[number][i] * prices[number];
            }
        }
        for (int cell = 0; cell < at.length; cell++) {
            at[cell] = within(wish[cell] - pull[cell] / weight[cell], cell);
        }
        double most = 0;
        for (int number = 0; number < terms.length; number++) {
            double sum = -wanted[number];
            double size = 1 + Math.abs(sum);
            for (int i = 0; i < terms[number].length; i++) {
                double term = coefficients[number][i] * at[terms[number][i]];
                sum += term;
                size += Math.abs(term);
            }
            missed[number] = sum;
            most = Math.max(most, Math.abs(sum) / size);
        }
        return most;
    }

    /** Where what is missed would be nothing if the cells that lie within their limits now were to stay there. */
    private double[] newton() {
        boolean[] free = new boolean[at.length];
        for (int cell = 0; cell < free.length; cell++) {
            free[cell] = at[cell] > low[cell] && at[cell] < high[cell];
        }
        double[] length = new double[terms.length];
        for (int number = 0; number < terms.length; number++) {
            for (int i = 0; i < terms[number].length; i++) {
                int cell = terms[number][i];
                length[number] += free[cell] ? coefficients[number][i] * coefficients[number][i] / weight[cell] : 0;
            }
            // Where nothing is free the price goes up by itself, until something is.
            length[number] = length[number] == 0 ? 1 : length[number];
        }
        double[] direction = new double[terms.length];
        double[] left = missed.clone();
        double[] toward = new double[terms.length];
        double before = 0;
        double enough = 1e-24 * dot(left, scaled(left, length));
        for (int step = 0; step < 3 * terms.length + 20; step++) {
            double[] scaled = scaled(left, length);
            double now = dot(left, scaled);
            if (now <= enough) {
                break;
            }
            for (int number = 0; number < toward.length; number++) {
                toward[number] = scaled[number] + (step == 0 ? 0 : now / before * toward[number]);
            }
            double[] effect = effect(toward, free, length);
            double along = dot(toward, effect);
            if (along <= 0) {
                break;
            }
            for (int number = 0; number < toward.length; number++) {
                direction[number] += now / along * toward[number];
                left[number] -= now / along * effect[number];
            }
            before = now;
        }
        return direction;
    }

    private static double[] scaled(double[] numbers, double[] length) {
        double[] scaled = new double[numbers.length];
        Arrays.setAll(scaled, i -> numbers[i] / length[i]);
        return scaled;
    }

    /** What a change of prices does to the sums, through the free cells. */
    private double[] effect(double[] change, boolean[] free, double[] length) {
        double[] pull = new double[at.length];
        for (int number = 0; number < terms.length; number++) {
            for (int i = 0; i < terms[number].length; i++) {
                pull[terms[number][i]] += coefficients[number][i] * change[number];
            }
        }
        double[] effect = new double[terms.length];
        for (int number = 0; number < terms.length; number++) {
            // A little of its own, so that sums that say the same twice have one answer as well.
            effect[number] = 1e-13 * length[number] * change[number];
            boolean any = false;
            for (int i = 0; i < terms[number].length; i++) {
                int cell = terms[number][i];
                any |= free[cell];
                effect[number] += free[cell] ? coefficients[number][i] * pull[cell] / weight[cell] : 0;
            }
            effect[number] += any ? 0 : change[number];
        }
        return effect;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** How far to go in a direction: until what is missed pulls back. */
    private double far(double[] from, double[] direction) {
        double least = 0;
        double atLeast = dot(missed, direction);
        if (!(atLeast > 0)) {
            return 0;
        }
        double most = 1;
        double atMost = pull(from, direction, most);
        double enough = 1e-10 * atLeast;
        while (atMost > enough && most < 1e12) {
            least = most;
            atLeast = atMost;
            most *= 4;
            atMost = pull(from, direction, most);
        }
        // Between the two the pull falls, in straight pieces.
        for (int step = 0; step < 100 && atMost < -enough; step++) {
            double between = step % 3 == 2 ? (least + most) / 2 : least + (most - least) * atLeast / (atLeast - atMost);
            double there = pull(from, direction, between);
            if (Math.abs(there) <= enough || between <= least || between >= most) {
                return between;
            }
            if (there > 0) {
                least = between;
                atLeast = there;
            } else {
                most = between;
                atMost = there;
            }
        }
        return most;
    }

    private double pull(double[] from, double[] direction, double far) {
        move(from, direction, far);
        look(prices);
        return dot(missed, direction);
    }

    private void move(double[] from, double[] direction, double far) {
        Arrays.setAll(prices, number -> from[number] + far * direction[number]);
    }
}

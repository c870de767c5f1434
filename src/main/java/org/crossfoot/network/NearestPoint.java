package org.crossfoot.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.crossfoot.network.Network.Sum;

/**
 * The point nearest to a wish, by weighted least squares, among those within limits that fulfil sums. It is approached from the
 * inside, with a price on every sum and limit (the primal-dual interior point method, after Mehrotra), until sums and prices are
 * met and no price is paid for a limit that is not reached: which proves that no other point is nearer, whatever the weights and
 * coefficients.
 */
final class NearestPoint {

    /** Weight of cells that have no say. */
    private static final double LIGHT = 1e-12;
    private static final int STEPS = 200;
    /** Steps that may bring nothing before it is as near as can be reckoned. */
    private static final int IN_VAIN = 10;
    /** What may be left open, in parts of the largest number around. */
    private static final double CLOSE = 1e-13;
    private static final double PAID = 1e-20;
    /** How far to go towards a limit. */
    private static final double NOT_QUITE = 0.995;

    private final int cells;
    private final int[][] terms;
    private final double[][] coefficients;
    private final double[] wanted;
    private final double[] low;
    private final double[] high;
    private final double[] wish;
    private final double[] weight;
    private final boolean[] fixed;
    private final double scale;
    private final NormalEquations equations;

    private final double[] at;
    private final double[] prices;
    /** What keeping to the lower and the upper limits costs. */
    private final double[] below;
    private final double[] above;
    private final double[] give;
    private final double[] force;
    private final double[] gained;
    private final double[] step;
    private final double[] stepBelow;
    private final double[] stepAbove;
    private double[] priceStep;

    /**
     * @param weight of each cell, how much it resists being moved; 0 where it has no say
     * @param low    of each cell, as {@code high}; may be without end
     */
    NearestPoint(List<Sum> sums, double[] wish, double[] weight, double[] low, double[] high) {
        cells = wish.length;
        int all = cells + (int) sums.stream().filter(sum -> sum.lowest() != sum.highest()).count();
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
                this.wish[slack] = wished;
                slack++;
            }
        }
        equations = new NormalEquations(all, terms, coefficients);
        fixed = new boolean[all];
        at = new double[all];
        below = new double[all];
        above = new double[all];
        give = new double[all];
        force = new double[all];
        step = new double[all];
        stepBelow = new double[all];
        stepAbove = new double[all];
        prices = new double[terms.length];
        gained = new double[terms.length];
        scale = scale();
        begin();
    }

    /** What counts as 1 inside. */
    private double scale() {
        double largest = 1;
        for (double[] numbers : List.of(wish, wanted, low)) {
            for (double number : numbers) {
                largest = Double.isInfinite(number) ? largest : Math.max(largest, Math.abs(number));
            }
        }
        return largest;
    }

    private void begin() {
        for (double[] numbers : List.of(wish, wanted, low, high)) {
            Arrays.setAll(numbers, i -> numbers[i] / scale);
        }
        for (int cell = 0; cell < at.length; cell++) {
            weight[cell] = Math.max(LIGHT, weight[cell]);
            fixed[cell] = low[cell] == high[cell];
            double room = Math.min(0.1, 0.1 * (high[cell] - low[cell]));
            at[cell] = fixed[cell] ? low[cell] : Math.max(low[cell] + room, Math.min(high[cell] - room, wish[cell]));
            below[cell] = fixed[cell] || low[cell] == Double.NEGATIVE_INFINITY ? 0 : 1;
            above[cell] = fixed[cell] || high[cell] == Double.POSITIVE_INFINITY ? 0 : 1;
        }
    }

    double[] find() {
        double[] found = at.clone();
        double least = Double.POSITIVE_INFINITY;
        int inVain = 0;
        for (int number = 0; number < STEPS && inVain < IN_VAIN && least > 1; number++) {
            double toPay = toPay(0);
            double open = Math.max(lookAndMiss() / CLOSE, toPay / PAID);
            if (open < least) {
                least = open;
                found = at.clone();
                inVain = 0;
            } else {
                inVain++;
            }
            equations.set(give);
            // First as if nothing were to pay any more; how far that goes tells how much may be left to pay.
            direction(0, false);
            double left = toPay == 0 ? 0 : toPay(far(1)) / toPay;
            direction(toPay * left * left * left, true);
            move(far(NOT_QUITE));
        }
        double[] nearest = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            nearest[cell] = found[cell] * scale;
        }
        return nearest;
    }

    /** What is paid for limits that are not reached, a limit, some way in the direction. */
    private double toPay(double far) {
        double sum = 0;
        int limits = 0;
        for (int cell = 0; cell < at.length; cell++) {
            double there = at[cell] + far * step[cell];
            if (below[cell] > 0) {
                sum += (there - low[cell]) * (below[cell] + far * stepBelow[cell]);
                limits++;
            }
            if (above[cell] > 0) {
                sum += (high[cell] - there) * (above[cell] + far * stepAbove[cell]);
                limits++;
            }
        }
        return limits == 0 ? 0 : sum / limits;
    }

    /** By how much sums and prices are missed; sets what each cell gives, what pulls it, and what the sums lack. */
    private double lookAndMiss() {
        double most = 0;
        for (int cell = 0; cell < at.length; cell++) {
            force[cell] = weight[cell] * (wish[cell] - at[cell]) + below[cell] - above[cell];
            give[cell] = fixed[cell] ? 0 : 1 / (weight[cell] + (below[cell] > 0 ? below[cell] / (at[cell] - low[cell]) : 0)
                    + (above[cell] > 0 ? above[cell] / (high[cell] - at[cell]) : 0));
        }
        for (int number = 0; number < terms.length; number++) {
            double lacks = wanted[number];
            for (int i = 0; i < terms[number].length; i++) {
                int cell = terms[number][i];
                force[cell] += coefficients[number][i] * prices[number];
                lacks -= coefficients[number][i] * at[cell];
            }
            gained[number] = lacks;
            most = Math.max(most, Math.abs(lacks));
        }
        for (int cell = 0; cell < at.length; cell++) {
            most = fixed[cell] ? most : Math.max(most, Math.abs(force[cell]));
        }
        return most;
    }

    /**
     * Where all would be met.
     *
     * @param left   what is to be left to pay for each limit
     * @param second whether the direction found before is used to foresee what it changes besides
     */
    private void direction(double left, boolean second) {
        double[] pulled = new double[at.length];
        double[] more = gained.clone();
        double[] payBelow = new double[at.length];
        double[] payAbove = new double[at.length];
        for (int cell = 0; cell < at.length; cell++) {
            payBelow[cell] = below[cell] > 0 ? (left - (second ? step[cell] * stepBelow[cell] : 0)) / (at[cell] - low[cell])
                    - below[cell] : 0;
            payAbove[cell] = above[cell] > 0 ? (left + (second ? step[cell] * stepAbove[cell] : 0)) / (high[cell] - at[cell])
                    - above[cell] : 0;
            pulled[cell] = force[cell] + payBelow[cell] - payAbove[cell];
        }
        for (int number = 0; number < terms.length; number++) {
            for (int i = 0; i < terms[number].length; i++) {
                int cell = terms[number][i];
                more[number] -= coefficients[number][i] * give[cell] * pulled[cell];
            }
        }
        priceStep = equations.solve(more);
        for (int number = 0; number < terms.length; number++) {
            for (int i = 0; i < terms[number].length; i++) {
                pulled[terms[number][i]] += coefficients[number][i] * priceStep[number];
            }
        }
        for (int cell = 0; cell < at.length; cell++) {
            step[cell] = give[cell] * pulled[cell];
            stepBelow[cell] = below[cell] > 0 ? payBelow[cell] - below[cell] * step[cell] / (at[cell] - low[cell]) : 0;
            stepAbove[cell] = above[cell] > 0 ? payAbove[cell] + above[cell] * step[cell] / (high[cell] - at[cell]) : 0;
        }
    }

    /** How far the direction can be gone without leaving a limit behind, or paying less than nothing for one. */
    private double far(double part) {
        double far = 1 / part;
        for (int cell = 0; cell < at.length; cell++) {
            far = step[cell] < 0 && below[cell] > 0 ? Math.min(far, (low[cell] - at[cell]) / step[cell]) : far;
            far = step[cell] > 0 && above[cell] > 0 ? Math.min(far, (high[cell] - at[cell]) / step[cell]) : far;
            far = stepBelow[cell] < 0 ? Math.min(far, -below[cell] / stepBelow[cell]) : far;
            far = stepAbove[cell] < 0 ? Math.min(far, -above[cell] / stepAbove[cell]) : far;
        }
        return part * far;
    }

    private void move(double far) {
        for (int cell = 0; cell < at.length; cell++) {
            // A number may be too near to its limit to be told from it; a price is never quite nothing.
            at[cell] = fixed[cell] ? at[cell] : Math.max(Math.nextUp(low[cell]), Math.min(Math.nextDown(high[cell]),
                    at[cell] + far * step[cell]));
            below[cell] = below[cell] > 0 ? Math.max(Double.MIN_NORMAL, below[cell] + far * stepBelow[cell]) : 0;
            above[cell] = above[cell] > 0 ? Math.max(Double.MIN_NORMAL, above[cell] + far * stepAbove[cell]) : 0;
        }
        for (int number = 0; number < prices.length; number++) {
            prices[number] += far * priceStep[number];
        }
    }

    /**
     * Solves for one number a sum: how much each must give where cells resist in different measure ({@code A D A' y = r},
     * by sparse Cholesky). Sums with few neighbours come first, so that a whole of thousands of parts fills nothing up.
     */
    static final class NormalEquations {

        /** A sum that the others leave less of says nothing new. */
        private static final double NOTHING_NEW = 1e-13;

        private final int[] order;
        /** Where a sum stands in the order. */
        private final int[] place;
        /** By place, the places behind it that it is tied to, itself first. */
        private final int[][] tied;
        private final double[][] factor;
        /** By cell, the places of the sums it is in, in order, and its coefficient there. */
        private final int[][] places;
        private final double[][] factors;

        /** @param coefficients of the terms of each sum */
        NormalEquations(int cells, int[][] terms, double[][] coefficients) {
            int[] counts = new int[cells];
            Arrays.stream(terms).flatMapToInt(Arrays::stream).forEach(cell -> counts[cell]++);
            int[][] sumsOf = new int[cells][];
            Arrays.setAll(sumsOf, cell -> new int[counts[cell]]);
            int[] filled = new int[cells];
            for (int sum = 0; sum < terms.length; sum++) {
                for (int cell : terms[sum]) {
                    sumsOf[cell][filled[cell]++] = sum;
                }
            }
            order = new int[terms.length];
            place = new int[terms.length];
            tied = eliminate(sumsOf);
            factor = new double[terms.length][];
            Arrays.setAll(factor, at -> new double[tied[at].length]);
            places = new int[cells][];
            factors = new double[cells][];
            for (int cell = 0; cell < cells; cell++) {
                places[cell] = Arrays.stream(sumsOf[cell]).map(sum -> place[sum]).sorted().toArray();
                factors[cell] = new double[places[cell].length];
            }
            for (int sum = 0; sum < terms.length; sum++) {
                for (int i = 0; i < terms[sum].length; i++) {
                    int cell = terms[sum][i];
                    factors[cell][Arrays.binarySearch(places[cell], place[sum])] = coefficients[sum][i];
                }
            }
        }

        private record SumAndCount(int sum, int count) {
        }

        private int[][] eliminate(int[][] sumsOf) {
            List<TreeSet<Integer>> neighbours = neighbours(sumsOf);
            PriorityQueue<SumAndCount> fewest = new PriorityQueue<>(
                    Comparator.comparingInt(SumAndCount::count).thenComparingInt(SumAndCount::sum));
            for (int sum = 0; sum < neighbours.size(); sum++) {
                fewest.add(new SumAndCount(sum, neighbours.get(sum).size()));
            }
            int[][] behind = new int[neighbours.size()][];
            Arrays.fill(place, -1);
            for (int at = 0; at < behind.length;) {
                SumAndCount next = fewest.remove();
                if (place[next.sum] >= 0 || next.count != neighbours.get(next.sum).size()) {
                    continue;
                }
                order[at] = next.sum;
                place[next.sum] = at;
                behind[at] = neighbours.get(next.sum).stream().mapToInt(Integer::intValue).toArray();
                for (int one : behind[at]) {
                    neighbours.get(one).remove(next.sum);
                    for (int other : behind[at]) {
                        if (one != other) {
                            neighbours.get(one).add(other);
                        }
                    }
                    fewest.add(new SumAndCount(one, neighbours.get(one).size()));
                }
                at++;
            }
            int[][] tied = new int[behind.length][];
            for (int at = 0; at < behind.length; at++) {
                tied[at] = new int[behind[at].length + 1];
                tied[at][0] = at;
                for (int i = 0; i < behind[at].length; i++) {
                    tied[at][i + 1] = place[behind[at][i]];
                }
                Arrays.sort(tied[at]);
            }
            return tied;
        }

        private List<TreeSet<Integer>> neighbours(int[][] sumsOf) {
            List<TreeSet<Integer>> neighbours = new ArrayList<>(place.length);
            for (int sum = 0; sum < place.length; sum++) {
                neighbours.add(new TreeSet<>());
            }
            for (int[] together : sumsOf) {
                for (int one : together) {
                    for (int other : together) {
                        if (one != other) {
                            neighbours.get(one).add(other);
                        }
                    }
                }
            }
            return neighbours;
        }

        /** @param give how much each cell gives way, by the force of one */
        void set(double[] give) {
            for (double[] column : factor) {
                Arrays.fill(column, 0);
            }
            for (int cell = 0; cell < places.length; cell++) {
                for (int i = 0; i < places[cell].length; i++) {
                    for (int j = i; j < places[cell].length; j++) {
                        int at = places[cell][i];
                        factor[at][find(at, places[cell][j])] += give[cell] * factors[cell][i] * factors[cell][j];
                    }
                }
            }
            double[] first = new double[factor.length];
            Arrays.setAll(first, at -> factor[at][0]);
            for (int at = 0; at < factor.length; at++) {
                double[] column = factor[at];
                double root = column[0] <= NOTHING_NEW * first[at] ? Double.POSITIVE_INFINITY : Math.sqrt(column[0]);
                column[0] = root;
                for (int i = 1; i < column.length; i++) {
                    column[i] /= root;
                }
                for (int i = 1; i < column.length; i++) {
                    int later = tied[at][i];
                    for (int j = i; j < column.length && column[i] != 0; j++) {
                        factor[later][find(later, tied[at][j])] -= column[i] * column[j];
                    }
                }
            }
        }

        private int find(int at, int other) {
            return at == other ? 0 : Arrays.binarySearch(tied[at], other);
        }

        /** What the sums must give for these to be gained. */
        double[] solve(double[] gained) {
            double[] at = new double[gained.length];
            for (int i = 0; i < at.length; i++) {
                at[i] = gained[order[i]];
            }
            for (int i = 0; i < at.length; i++) {
                at[i] /= factor[i][0];
                for (int j = 1; j < tied[i].length; j++) {
                    at[tied[i][j]] -= factor[i][j] * at[i];
                }
            }
            for (int i = at.length - 1; i >= 0; i--) {
                for (int j = 1; j < tied[i].length; j++) {
                    at[i] -= factor[i][j] * at[tied[i][j]];
                }
                at[i] /= factor[i][0];
            }
            double[] given = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                given[order[i]] = at[i];
            }
            return given;
        }
    }
}

package org.crossfoot.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Solves for one number a sum: how much each must give where cells resist in different measure ({@code A D A' y = r}, by sparse
 * Cholesky). Sums with few neighbours come first, so that a whole of thousands of parts fills nothing up.
 */
final class NormalEquations {

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

    private record Neighbours(int sum, int count) {
    }

    private int[][] eliminate(int[][] sumsOf) {
        List<TreeSet<Integer>> neighbours = neighbours(sumsOf);
        PriorityQueue<Neighbours> fewest = new PriorityQueue<>(
                Comparator.comparingInt(Neighbours::count).thenComparingInt(Neighbours::sum));
        for (int sum = 0; sum < neighbours.size(); sum++) {
            fewest.add(new Neighbours(sum, neighbours.get(sum).size()));
        }
        int[][] behind = new int[neighbours.size()][];
        Arrays.fill(place, -1);
        for (int at = 0; at < behind.length;) {
            Neighbours next = fewest.remove();
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
                fewest.add(new Neighbours(one, neighbours.get(one).size()));
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

package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;

/**
 * A component that spans several areas and up to four days: areas x days x measures, tied by checks on each area and day, by
 * parts and wholes, and by weeks and running totals; made from a hidden truth, with statements that are right but for some.
 */
final class RandomGrid {

    /** A measure times a coefficient, up to all of them; they add up to 0, or to no more. */
    private record Check(int[] coefficients, boolean equal) {
    }

    /** Of measures by number, each a sum of numbers that may be anything. */
    private record Measures(List<Check> checks, int[][] of) {
    }

    private static final List<Measures> MEASURES = List.of(
            new Measures(List.of(), new int[][] {{1}}),
            new Measures(List.of(new Check(new int[] {-1, 1, 1}, true)), new int[][] {{1, 1}, {1, 0}, {0, 1}}),
            new Measures(List.of(new Check(new int[] {-1, 1}, false)), new int[][] {{1, 1}, {1, 0}}),
            new Measures(List.of(new Check(new int[] {-1, 1, 1, 0}, true), new Check(new int[] {-1, 0, 0, 1}, false)),
                    new int[][] {{1, 1, 1}, {1, 1, 0}, {0, 0, 1}, {1, 0, 0}}),
            new Measures(List.of(new Check(new int[] {-1, 2, 0}, true), new Check(new int[] {0, 1, -1}, false)),
                    new int[][] {{2, 0}, {1, 0}, {1, 1}}));

    private static final List<Integer> COSTS = List.of(1, 2, 3, 5, 8, 5, 3, 0);

    private final Random random;
    private final Measures measures;
    private final int areas;
    private final int days;
    private final int people;
    private final boolean complete;
    private final long tolerance;
    private final List<Long> truth = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();

    private RandomGrid(long seed) {
        random = new Random(seed);
        measures = MEASURES.get(random.nextInt(MEASURES.size()));
        areas = 3 + random.nextInt(3);
        days = 1 + random.nextInt(4);
        people = 1 + random.nextInt(random.nextBoolean() ? 15 : 200);
        complete = random.nextInt(4) > 0;
        tolerance = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
    }

    /** @param mostStatements 60, say */
    static Network of(long seed, int mostStatements) {
        return new RandomGrid(seed).network(mostStatements);
    }

    private Network network(int mostStatements) {
        for (int number = 0; number < areas * days * measures.of.length; number++) {
            truth.add(0L);
        }
        for (int day = 0; day < days; day++) {
            for (int area = areas - 1; area >= 0; area--) {
                fill(area, day);
            }
            tie(day);
        }
        int longer = days == 1 ? 0 : random.nextInt(6);
        for (int number = 0; number < longer; number++) {
            int from = random.nextBoolean() ? 0 : random.nextInt(days - 1);
            addLonger(random.nextInt(areas), random.nextInt(measures.of.length), from);
        }
        return new Network(truth.size(), sums, statements(mostStatements));
    }

    private int cell(int area, int day, int measure) {
        return (area * days + day) * measures.of.length + measure;
    }

    /** The first area is the whole, and has the sum of the others; more where they are not all of its parts. */
    private void fill(int area, int day) {
        int[] free = random.ints(measures.of[0].length, 0, people).toArray();
        for (int measure = 0; measure < measures.of.length; measure++) {
            long value = 0;
            for (int i = 0; i < free.length; i++) {
                value += area == 0 && complete ? 0 : (long) measures.of[measure][i] * free[i];
            }
            for (int part = 1; area == 0 && part < areas; part++) {
                value += truth.get(cell(part, day, measure));
            }
            truth.set(cell(area, day, measure), value);
        }
    }

    private void tie(int day) {
        for (int measure = 0; measure < measures.of.length; measure++) {
            int[] cells = new int[areas];
            long[] coefficients = new long[areas];
            for (int area = 0; area < areas; area++) {
                cells[area] = cell(area, day, measure);
                coefficients[area] = area == 0 ? -1 : 1;
            }
            sums.add(new Sum(cells, coefficients, complete ? 0 : Network.NO_LOWEST, 0));
        }
        for (Check check : measures.checks) {
            for (int area = 0; area < areas; area++) {
                List<Integer> terms = new ArrayList<>();
                for (int measure = 0; measure < check.coefficients.length; measure++) {
                    if (check.coefficients[measure] != 0) {
                        terms.add(measure);
                    }
                }
                int where = area;
                sums.add(new Sum(terms.stream().mapToInt(measure -> cell(where, day, measure)).toArray(),
                        terms.stream().mapToLong(measure -> check.coefficients[measure]).toArray(),
                        check.equal ? -tolerance : Network.NO_LOWEST, tolerance));
            }
        }
    }

    /** A running total where it begins with the first day, otherwise some other longer period. */
    private void addLonger(int area, int measure, int from) {
        int to = from + 1 + random.nextInt(days - from - 1);
        int[] cells = new int[to - from + 2];
        long[] coefficients = new long[cells.length];
        long value = 0;
        for (int day = from; day <= to; day++) {
            cells[day - from] = cell(area, day, measure);
            coefficients[day - from] = 1;
            value += truth.get(cells[day - from]);
        }
        cells[cells.length - 1] = truth.size();
        coefficients[cells.length - 1] = -1;
        truth.add(value);
        sums.add(new Sum(cells, coefficients, 0, 0));
    }

    private List<Statement> statements(int most) {
        int count = 2 + random.nextInt(random.nextBoolean() ? Math.min(14, most - 1) : most - 1);
        int wrong = random.nextInt(5);
        List<Statement> statements = new ArrayList<>();
        while (statements.size() < count) {
            // Longer periods are few: every fourth statement is on one of the last cells.
            int cell = random.nextInt(4) == 0 ? truth.size() - 1 - random.nextInt(Math.min(6, truth.size()))
                    : random.nextInt(truth.size());
            long right = truth.get(cell);
            long middle = statements.size() >= wrong ? right : switch (random.nextInt(3)) {
                case 0 -> right + 1 + random.nextInt(people);
                case 1 -> Math.max(0, right - 1 - random.nextInt(people));
                default -> right * 10 + 1;
            };
            int width = random.nextInt(people);
            int sort = random.nextInt(12);
            int cost = COSTS.get(random.nextInt(COSTS.size()));
            statements.add(new Statement(cell, sort == 0 ? 0 : sort == 1 ? Math.max(0, middle - width) : middle,
                    sort == 1 ? middle + width : sort == 2 ? Network.NO_HIGHEST : middle, cost, cost > 0));
        }
        return statements;
    }
}

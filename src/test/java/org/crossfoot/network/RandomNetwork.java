package org.crossfoot.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;

/**
 * A network made from a hidden truth that fulfils its sums, with statements that are right but for the errors planted.
 *
 * @param truth   fulfils every sum
 * @param planted how many statements were made wrong
 */
public record RandomNetwork(Network network, long[] truth, int planted) {

    /** Where the choices come from: a seeded generator, or a property-test library that can shrink them. */
    public interface Choices {

        /** A number from 0 to below the bound. */
        int below(int bound);

        default boolean oneIn(int bound) {
            return below(bound) == bound - 1;
        }

        default <T> T of(List<T> list) {
            return list.get(below(list.size()));
        }
    }

    private static final List<Integer> COSTS = List.of(1, 2, 3, 5, 8, 0);

    public static RandomNetwork of(long seed) {
        return of(seed, 30);
    }

    public static RandomNetwork of(long seed, int statements) {
        return of(new Random(seed)::nextInt, statements);
    }

    public static RandomNetwork of(Choices choices, int mostStatements) {
        boolean tree = choices.below(2) == 0;
        int size = choices.of(List.of(5, 12, tree ? 300 : 40));
        int sums = 1 + choices.below(tree ? 7 : 4);
        boolean twos = choices.oneIn(4);
        List<Long> truth = new ArrayList<>(List.of((long) choices.below(size)));
        List<Sum> drawn = new ArrayList<>();
        for (int number = 0; number < sums; number++) {
            drawn.add(sum(choices, truth, size, tree, twos));
        }
        long[] values = truth.stream().mapToLong(Long::longValue).toArray();
        int count = 1 + choices.below(mostStatements);
        int planted = Math.min(count, choices.below(5));
        List<Statement> statements = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int cell = choices.below(values.length);
            int cost = choices.of(COSTS);
            long middle = number < planted ? wrong(choices, values[cell], size) : values[cell];
            statements.add(statement(choices, cell, middle, number < planted ? values[cell] : -1, size, cost));
        }
        return new RandomNetwork(new Network(values.length, drawn, statements), values, planted);
    }

    private static Sum sum(Choices choices, List<Long> truth, int size, boolean tree, boolean twos) {
        int width = 2 + choices.below(3);
        List<Integer> cells = new ArrayList<>(List.of(choices.below(truth.size())));
        while (cells.size() < width) {
            int cell = tree || choices.below(3) == 0 ? truth.size() : choices.below(truth.size());
            if (cell == truth.size()) {
                truth.add((long) choices.below(size));
            }
            if (!cells.contains(cell)) {
                cells.add(cell);
            } else if (truth.size() < width) {
                truth.add((long) choices.below(size));
            }
        }
        long[] coefficients = new long[width];
        long holds = 0;
        for (int i = 0; i < width; i++) {
            coefficients[i] = (choices.below(2) == 0 ? 1 : -1) * (twos && choices.oneIn(4) ? 2 : 1);
            holds += coefficients[i] * truth.get(cells.get(i));
        }
        // Mostly "parts = whole", sometimes with a tolerance or as "at most" or "at least".
        int kind = choices.below(8);
        long slack = kind < 5 ? 0 : choices.below(5);
        return new Sum(cells.stream().mapToInt(Integer::intValue).toArray(), coefficients,
                kind == 6 ? Network.NO_LOWEST : holds - slack, kind == 7 ? Network.NO_HIGHEST : holds + slack);
    }

    private static long wrong(Choices choices, long right, int size) {
        return switch (choices.below(3)) {
            case 0 -> right + 1 + choices.below(size);
            case 1 -> Math.max(0, right - 1 - choices.below(size));
            default -> right * 10 + 1;
        };
    }

    /** About a number, and never true of the number to avoid. */
    private static Statement statement(Choices choices, int cell, long middle, long avoid, int size, int cost) {
        long low = middle;
        long high = middle;
        switch (choices.below(6)) {
            case 3 -> {
                low = Math.max(0, middle - choices.below(size));
                high = middle + choices.below(size);
            }
            case 4 -> high = Network.NO_HIGHEST;
            case 5 -> low = 0;
            default -> {
                // Exact.
            }
        }
        if (low <= avoid && avoid <= high) {
            low = middle;
            high = middle == avoid ? Network.NO_HIGHEST : middle;
            low += middle == avoid ? 1 : 0;
        }
        return new Statement(cell, low, high, cost, cost > 0);
    }

    @Override
    public String toString() {
        return text(network);
    }

    public static String text(Network network) {
        StringBuilder text = new StringBuilder(network.cells() + " cells\n");
        for (Sum sum : network.sums()) {
            text.append("  ").append(limit(sum.lowest())).append(" <=");
            IntStream.range(0, sum.cells().length).forEach(
                    i -> text.append(' ').append(sum.coefficients()[i]).append("*c").append(sum.cells()[i]));
            text.append(" <= ").append(limit(sum.highest())).append('\n');
        }
        for (int number = 0; number < network.statements().size(); number++) {
            Statement statement = network.statements().get(number);
            text.append("  s").append(number).append(": c").append(statement.cell()).append(" in [").append(statement.lowest())
                    .append(", ").append(limit(statement.highest())).append("] cost ").append(statement.cost())
                    .append(statement.counts() ? "\n" : " (does not count)\n");
        }
        return text.toString();
    }

    private static String limit(long limit) {
        return limit == Network.NO_HIGHEST || limit == Network.NO_LOWEST ? "open" : String.valueOf(limit);
    }
}

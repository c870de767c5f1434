package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;

/** How long diagnoses take, beside choco on the same components. Run its main; prints a table of medians. */
final class NetworkBenchmark {

    private NetworkBenchmark() {
    }

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 25;
        List<Network> small = new ArrayList<>();
        for (int seed = 0; seed < 10_000; seed++) {
            small.add(component(seed, 1, 1));
        }
        List<Network> offices = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            offices.add(component(seed, 8, 3));
        }
        System.out.printf("%-46s %12s %12s%n", "", "Crossfoot", "choco");
        row("10,000 components of 9 statements, ms in all", rounds, small, small.subList(0, 1_000), 10_000);
        row("one component of 78 statements, ms", rounds, offices, offices.subList(0, 3), 1);
        // As one component, which the method avoids by solving within an office first. Grows with the square of the offices.
        for (int count : List.of(50, 200)) {
            List<Network> nation = List.of(component(5, count, 5));
            System.out.printf("%-46s %12.2f%n", count + " offices as one component, 5 wrong, ms",
                    median(3, nation, Diagnosis::of));
        }
    }

    private static void row(String what, int rounds, List<Network> ours, List<Network> chocos, int times) {
        double own = median(rounds, ours, Diagnosis::of) / ours.size() * times;
        double choco = median(Math.min(rounds, 3), chocos, network -> {
            Referee referee = new Referee(network);
            referee.blamed(referee.cheapest());
        }) / chocos.size() * times;
        System.out.printf("%-46s %12.2f %12.2f%n", what, own, choco);
    }

    private static double median(int rounds, List<Network> networks, Consumer<Network> work) {
        double[] took = new double[rounds];
        for (int round = -2; round < rounds; round++) {
            long start = System.nanoTime();
            networks.forEach(work);
            if (round >= 0) {
                took[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(took);
        return took[rounds / 2];
    }

    /**
     * Offices with arrests = criminal + collateral, three statements of three sources about each cell, and sums over them where
     * there are several; eight offices and the three sums with one statement less make 78.
     */
    private static Network component(long seed, int offices, int wrong) {
        Random random = new Random(seed);
        List<Sum> sums = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        int all = offices == 1 ? 1 : offices + 1;
        long[] truth = new long[3 * all];
        for (int office = 0; office < all; office++) {
            sums.add(new Sum(new int[] {3 * office, 3 * office + 1, 3 * office + 2}, new long[] {1, -1, -1}, 0, 0));
            if (office < offices) {
                truth[3 * office + 1] = random.nextInt(200);
                truth[3 * office + 2] = random.nextInt(200);
                truth[3 * office] = truth[3 * office + 1] + truth[3 * office + 2];
            }
        }
        for (int measure = 0; measure < 3 && offices > 1; measure++) {
            int[] cells = new int[all];
            long[] coefficients = new long[all];
            Arrays.fill(coefficients, 1);
            coefficients[offices] = -1;
            for (int office = 0; office < all; office++) {
                cells[office] = 3 * office + measure;
                truth[3 * offices + measure] += office < offices ? truth[cells[office]] : 0;
            }
            sums.add(new Sum(cells, coefficients, 0, 0));
        }
        for (int cell = 0; cell < truth.length; cell++) {
            for (int source = 0; source < (cell < 3 * offices ? 3 : 2); source++) {
                statements.add(new Statement(cell, truth[cell], truth[cell], List.of(8, 3, 1).get(source), true));
            }
        }
        for (int error = 0; error < wrong; error++) {
            int number = random.nextInt(statements.size());
            Statement right = statements.get(number);
            long value = right.lowest() + 1 + random.nextInt(90);
            statements.set(number, new Statement(right.cell(), value, value, right.cost(), true));
        }
        return new Network(truth.length, sums, statements);
    }
}

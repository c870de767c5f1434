package org.crossfoot.network.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.junit.jupiter.api.Test;

/** The way through the parts of a large network, held against the search among all conflicts of a small one. */
class RepairsInTreeTest {

    private static final int WORLDS = Integer.getInteger("crossfoot.trees", 400);

    /** Areas in a tree, of which each has a few measures on one or two days that checks and sums of days tie together. */
    private record Areas(Network network, int[] partOf) {

        static Areas random(Random random) {
            int areas = 1 + random.nextInt(5);
            int measures = 1 + random.nextInt(3);
            int days = 1 + random.nextInt(2);
            int pieces = days == 1 ? 1 : 3;
            int perArea = measures * pieces;
            int[] partOf = new int[areas * perArea];
            int[] whole = new int[areas];
            long[][] truth = new long[areas][perArea];
            List<Sum> sums = new ArrayList<>();
            for (int area = areas - 1; area >= 0; area--) {
                whole[area] = area == 0 ? -1 : random.nextInt(area);
            }
            boolean check = measures == 3 && random.nextInt(4) > 0;
            for (int area = areas - 1; area >= 0; area--) {
                boolean leaf = true;
                for (int other = area + 1; other < areas; other++) {
                    leaf &= whole[other] != area;
                }
                for (int day = 0; day < days; day++) {
                    for (int measure = 0; measure < measures; measure++) {
                        int cell = day * measures + measure;
                        truth[area][cell] = 0;
                        if (leaf) {
                            truth[area][cell] = check && measure == 0 ? 0 : random.nextInt(12);
                        }
                        for (int other = area + 1; other < areas; other++) {
                            truth[area][cell] += whole[other] == area ? truth[other][cell] : 0;
                        }
                    }
                    if (check && leaf) {
                        truth[area][day * 3] = truth[area][day * 3 + 1] + truth[area][day * 3 + 2];
                    }
                }
                for (int measure = 0; measure < measures && days == 2; measure++) {
                    truth[area][2 * measures + measure] = truth[area][measure] + truth[area][measures + measure];
                }
            }
            for (int area = 0; area < areas; area++) {
                int first = area * perArea;
                for (int cell = 0; cell < perArea; cell++) {
                    partOf[first + cell] = area;
                }
                for (int piece = 0; piece < pieces && check; piece++) {
                    int at = first + piece * 3;
                    sums.add(new Sum(new int[] {at, at + 1, at + 2}, new long[] {1, -1, -1}, 0, 0));
                }
                for (int measure = 0; measure < measures && days == 2; measure++) {
                    sums.add(new Sum(new int[] {first + 2 * measures + measure, first + measure, first + measures + measure},
                            new long[] {1, -1, -1}, 0, 0));
                }
                List<Integer> own = new ArrayList<>();
                for (int other = area + 1; other < areas; other++) {
                    if (whole[other] == area) {
                        own.add(other);
                    }
                }
                boolean complete = random.nextInt(5) > 0;
                for (int cell = 0; cell < perArea && !own.isEmpty(); cell++) {
                    int[] cells = new int[own.size() + 1];
                    long[] coefficients = new long[own.size() + 1];
                    cells[0] = first + cell;
                    coefficients[0] = 1;
                    for (int i = 0; i < own.size(); i++) {
                        cells[i + 1] = own.get(i) * perArea + cell;
                        coefficients[i + 1] = -1;
                    }
                    sums.add(new Sum(cells, coefficients, 0, complete ? 0 : Network.NO_HIGHEST));
                }
            }
            List<Statement> statements = new ArrayList<>();
            for (int cell = 0; cell < partOf.length; cell++) {
                for (int said = random.nextInt(8) == 0 ? 2 : random.nextInt(6) == 0 ? 0 : 1; said > 0; said--) {
                    long number = Math.max(0, truth[cell / perArea][cell % perArea]
                            + (random.nextInt(7) == 0 ? random.nextInt(21) - 10 : 0));
                    boolean atLeast = random.nextInt(12) == 0;
                    boolean derived = random.nextInt(15) == 0;
                    statements.add(new Statement(cell, number, atLeast ? Network.NO_HIGHEST : number,
                            derived ? 0 : 1 + random.nextInt(3), !derived));
                }
            }
            return new Areas(new Network(partOf.length, sums, statements), partOf);
        }
    }

    @Test
    void findsWhatTheSearchAmongAllConflictsFinds() {
        int repaired = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Areas areas = Areas.random(new Random(seed));
            Diagnosis searched = Diagnosis.of(areas.network(), new Patience());
            if (searched.state() != State.REPAIRABLE) {
                continue;
            }
            TreeOfParts tree = TreeOfParts.of(areas.network(), areas.partOf()).orElseThrow();
            Diagnosis found = RepairsInTree.of(tree, new Patience());
            repaired++;
            assertThat(found.state()).as("seed %s", seed).isEqualTo(State.REPAIRABLE);
            long weight = weight(searched.repairs().get(0), areas.network());
            assertThat(found.repairs()).as("seed %s", seed).allSatisfy(repair ->
                    assertThat(weight(repair, areas.network())).isEqualTo(weight));
            if (!found.more() && !searched.more()) {
                assertThat(found.repairs()).as("seed %s", seed).isEqualTo(searched.repairs());
                assertThat(found.blamed()).as("seed %s", seed).isEqualTo(searched.blamed());
            } else {
                BitSet wrongly = (BitSet) found.blamed().clone();
                wrongly.andNot(searched.blamed());
                assertThat(wrongly.isEmpty()).as("seed %s: blamed without proof", seed).isTrue();
                BitSet missed = (BitSet) searched.inSome().clone();
                missed.andNot(found.inSome());
                assertThat(missed.isEmpty()).as("seed %s: part of a repair that is not told", seed).isTrue();
            }
        }
        assertThat(repaired).as("worlds that were repaired").isGreaterThan(WORLDS / 3);
    }

    /** What is twice a number in each of two parts adds up to no odd one, which limits alone do not show. */
    @Test
    void triesWhatCostsMoreWhereNothingThatLimitsAllowPasses() {
        Network twice = new Network(5, List.of(new Sum(new int[] {0, 1, 3}, new long[] {1, -1, -1}, 0, 0),
                new Sum(new int[] {1, 2}, new long[] {1, -2}, 0, 0), new Sum(new int[] {3, 4}, new long[] {1, -2}, 0, 0)),
                List.of(new Statement(0, 7, 7, 3, true), new Statement(2, 1, Network.NO_HIGHEST, 5, true)));
        Diagnosis found = RepairsInTree.of(TreeOfParts.of(twice, new int[] {0, 1, 1, 2, 2}).orElseThrow(), new Patience());
        assertThat(found.state()).isEqualTo(State.REPAIRABLE);
        assertThat(found.repairs()).containsExactly(BitSet.valueOf(new long[] {1}));
    }

    /** Each of sixty offices may have either of two figures wrong, whatever the others have: 2 to the power of 60 repairs. */
    @Test
    void saysWhatFollowsFromMoreRepairsThanCanBeListed() {
        int offices = 60;
        int[] partOf = new int[1 + 3 * offices];
        int[] cells = new int[1 + offices];
        long[] coefficients = new long[1 + offices];
        coefficients[0] = 1;
        List<Sum> sums = new ArrayList<>();
        List<Statement> statements = new ArrayList<>(List.of(new Statement(0, 10 * offices, 10 * offices, 5, true)));
        for (int office = 0; office < offices; office++) {
            int first = 1 + 3 * office;
            Arrays.fill(partOf, first, first + 3, office + 1);
            cells[office + 1] = first;
            coefficients[office + 1] = -1;
            sums.add(new Sum(new int[] {first, first + 1, first + 2}, new long[] {1, -1, -1}, 0, 0));
            statements.add(new Statement(first, 10, 10, 5, true));
            statements.add(new Statement(first + 1, 4, 4, 2, true));
            statements.add(new Statement(first + 2, 7, 7, 2, true));
        }
        sums.add(new Sum(cells, coefficients, 0, 0));
        Diagnosis found = RepairsInTree.of(TreeOfParts.of(new Network(partOf.length, sums, statements), partOf).orElseThrow(),
                new Patience());
        assertThat(found.state()).isEqualTo(State.REPAIRABLE);
        assertThat(found.more()).isTrue();
        assertThat(found.repairs()).hasSize(Diagnosis.REPAIRS_LISTED);
        assertThat(found.blamed().isEmpty()).isTrue();
        assertThat(found.inSome().cardinality()).isEqualTo(2 * offices);
        assertThat(found.hull().lowest()[2]).isEqualTo(3);
        assertThat(found.hull().highest()[2]).isEqualTo(4);
    }

    private static long weight(BitSet set, Network network) {
        return set.stream().mapToLong(number -> network.statements().get(number).weight()).sum();
    }
}

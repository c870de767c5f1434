package org.crossfoot.reconcile.graph;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.rule.Rule;

/**
 * How the cells of a date are tied together, by their numbers: those that claims are made on first, in order, then those that
 * only relations speak of. What is said of them does not matter: a date that speaks of the same as another is tied in the same
 * way.
 */
public final class GraphShape {

    private static final int[] NONE = {};

    private final LocalDate date;
    private final List<Cell> cells = new ArrayList<>();
    private final int claimed;
    private final List<List<Integer>> shared;
    private final Rule[] rules;
    private final boolean[] within;
    private final Sum[] sums;
    private final Map<String, int[]> numbers;
    /** Of each cell, the numbers of its relations. */
    private final int[][] relationsOf;
    /** And what it counts in each of them. */
    private final long[][] coefficientsOf;
    private final Partition near;
    private final Partition tied;
    private final Partition atStake;

    public static GraphShape of(Check.Scope scope) {
        return new GraphShape(scope.date(), scope.claims().cells(), scope.claims().shared(), Relations.of(scope));
    }

    public GraphShape(LocalDate date, Collection<Cell> claimed, List<Relation> relations) {
        this(date, claimed, List.of(), relations);
    }

    /**
     * @param claimed cells that claims are made on, in order
     * @param shared  places among these of cells that one figure is said of at once: it stands or goes on all of them
     */
    public GraphShape(LocalDate date, Collection<Cell> claimed, List<List<Integer>> shared, List<Relation> relations) {
        this.date = date;
        this.shared = shared;
        this.claimed = claimed.size();
        Map<Cell, Integer> known = new HashMap<>(2 * claimed.size());
        claimed.forEach(cell -> number(cell, known));
        rules = new Rule[relations.size()];
        within = new boolean[rules.length];
        sums = new Sum[rules.length];
        for (int i = 0; i < rules.length; i++) {
            Constraint asked = relations.get(i).constraint();
            rules[i] = relations.get(i).rule();
            within[i] = relations.get(i).within();
            sums[i] = new Sum(asked.terms().stream().mapToInt(term -> number(term.cell(), known)).toArray(), asked.coefficients(),
                    asked.lowest(), asked.highest());
        }
        numbers = byArea();
        relationsOf = new int[cells.size()][];
        coefficientsOf = new long[cells.size()][];
        tie();
        near = new Partition(cells.size(), sums, IntStream.range(0, rules.length).filter(this::isWithin).toArray(), List.of());
        tied = new Partition(cells.size(), sums, IntStream.range(0, rules.length).toArray(), shared);
        BitSet anyway = HoldAnyway.of(cells, this.claimed, sums, within, relationsOf);
        atStake = anyway.isEmpty() ? tied : new Partition(cells.size(), sums, IntStream.range(0, rules.length)
                .filter(relation -> !anyway.get(relation)).toArray(), shared);
    }

    private int number(Cell cell, Map<Cell, Integer> known) {
        return known.computeIfAbsent(cell, added -> {
            cells.add(added);
            return cells.size() - 1;
        });
    }

    private Map<String, int[]> byArea() {
        Map<String, List<Integer>> byArea = new HashMap<>();
        for (int number = 0; number < cells.size(); number++) {
            byArea.computeIfAbsent(cells.get(number).area(), area -> new ArrayList<>(4)).add(number);
        }
        Map<String, int[]> numbersByArea = new HashMap<>(2 * byArea.size());
        byArea.forEach((area, there) -> numbersByArea.put(area, there.stream().mapToInt(Integer::intValue).toArray()));
        return numbersByArea;
    }

    private void tie() {
        int[] count = new int[cells.size()];
        for (Sum sum : sums) {
            for (int cell : sum.cells()) {
                count[cell]++;
            }
        }
        Arrays.setAll(relationsOf, cell -> new int[count[cell]]);
        Arrays.setAll(coefficientsOf, cell -> new long[count[cell]]);
        for (int relation = sums.length - 1; relation >= 0; relation--) {
            Sum sum = sums[relation];
            for (int i = 0; i < sum.cells().length; i++) {
                int place = --count[sum.cells()[i]];
                relationsOf[sum.cells()[i]][place] = relation;
                coefficientsOf[sum.cells()[i]][place] = sum.coefficients()[i];
            }
        }
    }

    /** Whether the cells that claims are made on are these on another date: as many days before or after it. */
    boolean areOf(LocalDate other, Collection<Cell> claimedThen, List<List<Integer>> sharedThen) {
        if (claimedThen.size() != claimed || !sharedThen.equals(shared)) {
            return false;
        }
        Period here = null;
        Period there = null;
        int number = 0;
        for (Cell then : claimedThen) {
            Cell cell = cells.get(number++);
            if (!cell.area().equals(then.area()) || !cell.measure().equals(then.measure())) {
                return false;
            }
            if (cell.period() != here || then.period() != there) {
                here = cell.period();
                there = then.period();
                if (!on(other, here).equals(there)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The cell of a number on another date. */
    Cell cell(int number, LocalDate other) {
        Cell cell = cells.get(number);
        return new Cell(cell.measure(), cell.area(), on(other, cell.period()));
    }

    private Period on(LocalDate other, Period period) {
        return period.later(ChronoUnit.DAYS.between(date, other));
    }

    int cells() {
        return cells.size();
    }

    /** The numbers of the cells of an area. */
    int[] numbers(String area) {
        return numbers.getOrDefault(area, NONE);
    }

    int relations() {
        return rules.length;
    }

    Rule rule(int relation) {
        return rules[relation];
    }

    boolean isWithin(int relation) {
        return within[relation];
    }

    /** What a relation asks of its cells, by their numbers. */
    Sum sum(int relation) {
        return sums[relation];
    }

    /** The numbers of the relations on a cell, by its own. */
    int[] relationsOn(int cell) {
        return relationsOf[cell];
    }

    /** What the cell counts in each of these. */
    long[] coefficientsOn(int cell) {
        return coefficientsOf[cell];
    }

    /** By relations within one area and period. */
    Partition near() {
        return near;
    }

    /** By all relations. */
    Partition tied() {
        return tied;
    }

    /** By relations that may fail. */
    Partition atStake() {
        return atStake;
    }

    /** The relations that may fail and are tied, by such relations, to some of the cells. */
    BitSet atStakeWith(Predicate<Cell> some) {
        BitSet relations = new BitSet();
        BitSet groups = new BitSet();
        for (int number = 0; number < cells.size(); number++) {
            int group = atStake.groupOf(number);
            if (!groups.get(group) && some.test(cells.get(number))) {
                groups.set(group);
                Arrays.stream(atStake.relations(group)).forEach(relations::set);
            }
        }
        return relations;
    }
}

package org.crossfoot.reconcile.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Groups;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.claim.Constraint.Term;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Relation;

/**
 * Which relations between cells of a date and of other dates can matter to the date: not those of other dates that some cell of
 * which nobody speaks lets hold whatever is said, and not those that nothing ties to the date.
 */
final class OfTheDate {

    private final Scope scope;

    OfTheDate(Scope scope) {
        this.scope = scope;
    }

    List<Relation> of(List<Relation> all) {
        if (all.stream().allMatch(this::isOfDate)) {
            return all;
        }
        Map<Cell, Integer> numbers = new HashMap<>();
        int[][] cells = new int[all.size()][];
        for (int relation = 0; relation < cells.length; relation++) {
            cells[relation] = all.get(relation).constraint().terms().stream()
                    .mapToInt(term -> numbers.computeIfAbsent(term.cell(), cell -> numbers.size())).toArray();
        }
        BitSet binding = binding(all, cells, numbers);
        Groups tied = new Groups(numbers.size());
        binding.stream().forEach(relation -> tied.join(cells[relation]));
        Set<Integer> ofDate = new HashSet<>();
        int[] groupOf = new int[numbers.size()];
        int[][] groups = tied.all();
        for (int group = 0; group < groups.length; group++) {
            for (int cell : groups[group]) {
                groupOf[cell] = group;
            }
        }
        numbers.forEach((cell, number) -> {
            if (scope.ofDate(cell)) {
                ofDate.add(groupOf[number]);
            }
        });
        List<Relation> left = new ArrayList<>(all.size());
        binding.stream().filter(relation -> ofDate.contains(groupOf[cells[relation][0]]))
                .forEach(relation -> left.add(all.get(relation)));
        return left;
    }

    private boolean isOfDate(Relation relation) {
        for (Term term : relation.constraint().terms()) {
            if (!scope.ofDate(term.cell())) {
                return false;
            }
        }
        return true;
    }

    private BitSet binding(List<Relation> all, int[][] cells, Map<Cell, Integer> numbers) {
        BitSet held = new BitSet(numbers.size());
        numbers.forEach((cell, number) -> held.set(number, scope.ofDate(cell) || !scope.claims().on(cell).isEmpty()));
        List<List<Integer>> on = new ArrayList<>(numbers.size());
        numbers.keySet().forEach(cell -> on.add(new ArrayList<>(2)));
        int[] left = new int[numbers.size()];
        Deque<Integer> open = new ArrayDeque<>(cells.length);
        BitSet waiting = new BitSet(cells.length);
        BitSet binding = new BitSet(cells.length);
        for (int relation = 0; relation < cells.length; relation++) {
            binding.set(relation);
            waiting.set(relation);
            open.add(relation);
            for (int cell : cells[relation]) {
                on.get(cell).add(relation);
                left[cell]++;
            }
        }
        while (!open.isEmpty()) {
            int relation = open.poll();
            waiting.clear(relation);
            if (canAlwaysHold(all.get(relation).constraint(), cells[relation], held, left)) {
                binding.clear(relation);
                for (int cell : cells[relation]) {
                    left[cell]--;
                    for (int other : on.get(cell)) {
                        if (binding.get(other) && !waiting.get(other)) {
                            waiting.set(other);
                            open.add(other);
                        }
                    }
                }
            }
        }
        return binding;
    }

    /**
     * Whether cells of which nothing else is said or asked make up for whatever the others hold.
     *
     * @param left of each cell, how many relations are left on it
     */
    private static boolean canAlwaysHold(Constraint asked, int[] cells, BitSet held, int[] left) {
        boolean freeUp = false;
        boolean freeDown = false;
        boolean restUp = false;
        boolean restDown = false;
        for (int i = 0; i < cells.length; i++) {
            long coefficient = asked.terms().get(i).coefficient();
            boolean free = !held.get(cells[i]) && Math.abs(coefficient) == 1 && left[cells[i]] == 1;
            freeUp |= free && coefficient > 0;
            freeDown |= free && coefficient < 0;
            restUp |= !free && coefficient > 0;
            restDown |= !free && coefficient < 0;
        }
        boolean tooLittle = asked.lowest() != Constraint.NO_LOWEST && (asked.lowest() > 0 || restDown) && !freeUp;
        boolean tooMuch = asked.highest() != Amount.NO_LIMIT && (asked.highest() < 0 || restUp) && !freeDown;
        return (freeUp || freeDown) && !tooLittle && !tooMuch;
    }
}

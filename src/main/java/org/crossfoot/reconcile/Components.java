package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.Check.Scope;

/** Splits the cells of a date into components: cells that no relation ties together cannot contradict each other. */
final class Components {

    private final List<Relation> relations;
    private final List<Cell> cells = new ArrayList<>();
    private final List<List<Claim>> claims = new ArrayList<>();
    /** Of each relation, the numbers of its cells: found once, since every look at a cell costs. */
    private final Map<Relation, int[]> cellsOf = new IdentityHashMap<>();

    Components(Scope scope, List<Relation> relations) {
        this.relations = relations;
        Map<Cell, Integer> numbers = new HashMap<>();
        scope.claims().byCell().forEach((cell, ofCell) -> number(cell, ofCell, numbers));
        for (Relation relation : relations) {
            cellsOf.put(relation, relation.constraint().terms().stream().mapToInt(term -> number(term.cell(), List.of(), numbers)).toArray());
        }
    }

    private int number(Cell cell, List<Claim> ofCell, Map<Cell, Integer> numbers) {
        Integer before = numbers.putIfAbsent(cell, cells.size());
        if (before != null) {
            return before;
        }
        cells.add(cell);
        claims.add(ofCell);
        return cells.size() - 1;
    }

    /** The components that some of the relations make; single cells among them. */
    List<Component> by(Predicate<Relation> wanted) {
        int[] parent = new int[cells.size()];
        Arrays.setAll(parent, each -> each);
        List<Relation> binding = relations.stream().filter(wanted).toList();
        for (Relation relation : binding) {
            int[] tied = cellsOf.get(relation);
            int first = root(parent, tied[0]);
            for (int cell : tied) {
                parent[root(parent, cell)] = first;
            }
        }
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int cell = 0; cell < parent.length; cell++) {
            members.computeIfAbsent(root(parent, cell), root -> new ArrayList<>(4)).add(cell);
        }
        Map<Integer, List<Relation>> tied = new HashMap<>();
        for (Relation relation : binding) {
            tied.computeIfAbsent(root(parent, cellsOf.get(relation)[0]), root -> new ArrayList<>(2)).add(relation);
        }
        List<Component> components = new ArrayList<>(members.size());
        members.forEach((root, ofComponent) -> components.add(new Component(ofComponent.stream().map(cells::get).toList(),
                tied.getOrDefault(root, List.of()), ofComponent.stream().flatMap(cell -> claims.get(cell).stream()).toList())));
        return components;
    }

    private static int root(int[] parent, int node) {
        int root = node;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}

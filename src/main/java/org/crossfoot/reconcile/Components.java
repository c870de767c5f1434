package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.Check.Scope;

/** Splits the cells of a date into components: cells that no relation ties together cannot contradict each other. */
final class Components {

    private final Scope scope;
    private final List<Relation> relations;
    private final Map<Cell, Integer> numbers = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();

    Components(Scope scope, List<Relation> relations) {
        this.scope = scope;
        this.relations = relations;
        scope.claims().byCell().keySet().forEach(this::number);
        relations.forEach(relation -> relation.constraint().terms().forEach(term -> number(term.cell())));
    }

    private void number(Cell cell) {
        if (numbers.putIfAbsent(cell, cells.size()) == null) {
            cells.add(cell);
        }
    }

    /** The components that some of the relations make; single cells among them. */
    List<Component> by(Predicate<Relation> wanted) {
        int[] parent = new int[cells.size()];
        Arrays.setAll(parent, each -> each);
        List<Relation> binding = relations.stream().filter(wanted).toList();
        for (Relation relation : binding) {
            int first = root(parent, numbers.get(relation.constraint().terms().get(0).cell()));
            relation.constraint().terms().forEach(term -> parent[root(parent, numbers.get(term.cell()))] = first);
        }
        Map<Integer, List<Cell>> members = new LinkedHashMap<>();
        for (int cell = 0; cell < parent.length; cell++) {
            members.computeIfAbsent(root(parent, cell), root -> new ArrayList<>(4)).add(cells.get(cell));
        }
        Map<Integer, List<Relation>> tied = new HashMap<>();
        for (Relation relation : binding) {
            tied.computeIfAbsent(root(parent, numbers.get(relation.constraint().terms().get(0).cell())), root -> new ArrayList<>(2))
                    .add(relation);
        }
        List<Component> components = new ArrayList<>(members.size());
        members.forEach((root, ofComponent) -> components.add(new Component(ofComponent, tied.getOrDefault(root, List.of()),
                ofComponent.stream().flatMap(cell -> scope.claims().on(cell).stream()).toList())));
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

package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.Constraint.Term;

/** The cells of a date, the claims on them and the relations between them, found once and known by number from then on. */
final class Web {

    private final List<Relation> relations;
    private final List<Cell> cells = new ArrayList<>();
    private final List<List<Claim>> claims = new ArrayList<>();
    private final Map<Cell, Integer> numbers;
    /** Of each relation, the numbers of its cells. */
    private final int[][] cellsOf;
    /** Of each cell, the numbers of its relations; found when first asked for. */
    private int[][] relationsOf;
    /** Of each cell and each of its relations, which term it is there. */
    private int[][] termsOf;

    /** Of cells that claims were made on or that relations speak of. */
    Web(Claims claims, List<Relation> relations) {
        this.relations = relations;
        numbers = new HashMap<>(2 * claims.cells().size());
        for (int place = 0; place < claims.cells().size(); place++) {
            number(claims.cells().get(place), claims.on(place));
        }
        cellsOf = new int[relations.size()][];
        for (int i = 0; i < cellsOf.length; i++) {
            List<Term> terms = relations.get(i).constraint().terms();
            cellsOf[i] = new int[terms.size()];
            for (int term = 0; term < terms.size(); term++) {
                cellsOf[i][term] = number(terms.get(term).cell(), List.of());
            }
        }
    }

    private int number(Cell cell, List<Claim> on) {
        Integer before = numbers.putIfAbsent(cell, cells.size());
        if (before != null) {
            return before;
        }
        cells.add(cell);
        claims.add(on);
        return cells.size() - 1;
    }

    /** -1 where it is not in the web. */
    int number(Cell cell) {
        return numbers.getOrDefault(cell, -1);
    }

    /** The claims on the cell of a number. */
    List<Claim> claims(int cell) {
        return claims.get(cell);
    }

    int relations() {
        return relations.size();
    }

    Relation relation(int number) {
        return relations.get(number);
    }

    /** The numbers of the cells of a relation, in the order of its terms. */
    int[] cellsOf(int relation) {
        return cellsOf[relation];
    }

    /** The numbers of the relations on a cell, by its own. */
    int[] relationsOn(int cell) {
        tie();
        return relationsOf[cell];
    }

    /** 0 where the cell is no term of the relation. */
    long coefficient(int cell, int relation) {
        tie();
        for (int i = 0; i < relationsOf[cell].length; i++) {
            if (relationsOf[cell][i] == relation) {
                return relations.get(relation).constraint().terms().get(termsOf[cell][i]).coefficient();
            }
        }
        return 0;
    }

    private void tie() {
        if (relationsOf != null) {
            return;
        }
        int[] count = new int[cells.size()];
        for (int[] tied : cellsOf) {
            for (int cell : tied) {
                count[cell]++;
            }
        }
        relationsOf = new int[count.length][];
        termsOf = new int[count.length][];
        for (int cell = 0; cell < count.length; cell++) {
            relationsOf[cell] = new int[count[cell]];
            termsOf[cell] = new int[count[cell]];
        }
        for (int relation = cellsOf.length - 1; relation >= 0; relation--) {
            for (int term = 0; term < cellsOf[relation].length; term++) {
                int cell = cellsOf[relation][term];
                relationsOf[cell][--count[cell]] = relation;
                termsOf[cell][count[cell]] = term;
            }
        }
    }

    /** The components that some of the relations make; single cells among them. */
    Components by(Predicate<Relation> wanted) {
        int[] binding = IntStream.range(0, cellsOf.length).filter(number -> wanted.test(relations.get(number))).toArray();
        Groups groups = new Groups(cells.size());
        for (int relation : binding) {
            groups.join(cellsOf[relation]);
        }
        int[][] members = groups.all();
        int[] groupOf = new int[cells.size()];
        int[] places = new int[cells.size()];
        for (int group = 0; group < members.length; group++) {
            for (int place = 0; place < members[group].length; place++) {
                groupOf[members[group][place]] = group;
                places[members[group][place]] = place;
            }
        }
        int[] groupOfRelation = new int[binding.length];
        Arrays.setAll(groupOfRelation, i -> groupOf[cellsOf[binding[i]][0]]);
        int[][] ties = Groups.members(groupOfRelation, members.length);
        List<Component> components = new ArrayList<>(members.length);
        for (int group = 0; group < members.length; group++) {
            for (int i = 0; i < ties[group].length; i++) {
                ties[group][i] = binding[ties[group][i]];
            }
            components.add(component(members[group], ties[group], places, numbers(group, groupOf, places)));
        }
        return new Components(this, components, groupOf, places);
    }

    private ToIntFunction<Cell> numbers(int group, int[] groupOf, int[] places) {
        return cell -> {
            int number = number(cell);
            return number >= 0 && groupOf[number] == group ? places[number] : -1;
        };
    }

    private Component component(int[] members, int[] ties, int[] places, ToIntFunction<Cell> numbersThere) {
        Cell[] ofMembers = new Cell[members.length];
        List<List<Claim>> onMembers = new ArrayList<>(members.length);
        for (int i = 0; i < members.length; i++) {
            ofMembers[i] = cells.get(members[i]);
            onMembers.add(claims.get(members[i]));
        }
        Relation[] among = new Relation[ties.length];
        int[][] tied = new int[ties.length][];
        for (int i = 0; i < ties.length; i++) {
            among[i] = relations.get(ties[i]);
            tied[i] = cellsOf[ties[i]].clone();
            for (int term = 0; term < tied[i].length; term++) {
                tied[i][term] = places[tied[i][term]];
            }
        }
        return new Component(members, List.of(ofMembers), onMembers, List.of(among), tied, numbersThere);
    }
}

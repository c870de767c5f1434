package org.crossfoot.reconcile.total;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.claim.Constraint.CellTerm;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.rule.Rule;

/** What a rule asks of certain cells, in words: {@code United States is the sum of Boston and Chicago}. */
record RelationText(FigureWording wording) {

    private static final int PARTS_NAMED = 6;

    /** @param asked a cell that need not be told where it is */
    String of(Relation relation, Cell asked) {
        long tolerance = tolerance(relation);
        String words = relation.rule().equation() != null ? check(relation, asked) : sum(relation, asked);
        return tolerance == 0 ? words : words + ", give or take " + FigureWording.number(tolerance);
    }

    private String check(Relation relation, Cell asked) {
        Cell cell = relation.cell();
        boolean here = cell.area().equals(asked.area()) && cell.period().equals(asked.period());
        return relation.rule().equation().text() + (here ? "" : " in " + wording.area(cell) + ", " + cell.period());
    }

    private String sum(Relation relation, Cell asked) {
        Cell whole = relation.cell();
        List<Cell> parts = relation.constraint().terms().stream().skip(1).map(CellTerm::cell).toList();
        boolean areas = !parts.get(0).area().equals(whole.area());
        String same = whole.measure().equals(asked.measure())
                && (areas ? whole.period().equals(asked.period()) : whole.area().equals(asked.area()))
                ? "" : wording.measure(whole) + ", " + (areas ? whole.period() : wording.area(whole)) + ": ";
        return same + (areas ? wording.area(whole) : whole.period())
                + (relation.constraint().highest() == Amount.NO_LIMIT ? " is at least the sum of " : " is the sum of ")
                + parts(whole.area(), parts, areas);
    }

    private String breakdown(String whole, List<Cell> parts) {
        Set<String> ids = parts.stream().map(Cell::area).collect(Collectors.toSet());
        return wording.vocabulary().areas().partsOf(whole).entrySet().stream()
                .filter(each -> each.getValue().stream().map(Area::id).collect(Collectors.toSet()).containsAll(ids))
                .findFirst().map(each -> " by " + each.getKey()).orElse("");
    }

    private String parts(String whole, List<Cell> parts, boolean areas) {
        if (parts.size() > PARTS_NAMED) {
            String breakdown = areas ? breakdown(whole, parts) : "";
            return FigureWording.count(parts.size(), "part") + breakdown;
        }
        List<String> names = parts.stream().map(part -> areas ? wording.area(part) : part.period().toString()).toList();
        return names.size() == 1 ? names.get(0)
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and "
                + names.get(names.size() - 1);
    }

    private static long tolerance(Relation relation) {
        Rule rule = relation.rule();
        long asked = rule.equation() == null ? 0 : rule.equation().constant();
        Constraint constraint = relation.constraint();
        return constraint.lowest() == Constraint.NO_LOWEST ? constraint.highest() - asked : asked - constraint.lowest();
    }
}

package org.crossfoot.reconcile.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.claim.Constraint.CellTerm;
import org.crossfoot.reconcile.claim.Relation;

/**
 * Which relations between cells of a date and of other dates can matter to the date: not those of other dates that hold anyway,
 * and not those that nothing ties to the date.
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
        Set<Cell> held = new LinkedHashSet<>();
        for (Relation relation : all) {
            for (CellTerm term : relation.constraint().terms()) {
                if (scope.ofDate(term.cell()) || !scope.claims().on(term.cell()).isEmpty()) {
                    held.add(term.cell());
                }
            }
        }
        List<Relation> left = new ArrayList<>(all.size());
        new GraphShape(scope.date(), held, all).atStakeWith(scope::ofDate).stream().forEach(number -> left.add(all.get(number)));
        return left;
    }

    private boolean isOfDate(Relation relation) {
        for (CellTerm term : relation.constraint().terms()) {
            if (!scope.ofDate(term.cell())) {
                return false;
            }
        }
        return true;
    }
}

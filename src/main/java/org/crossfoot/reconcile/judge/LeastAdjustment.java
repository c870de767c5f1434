package org.crossfoot.reconcile.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint.Term;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.graph.CellGraph;
import org.crossfoot.reconcile.graph.Component.NetworkOfClaims;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.GraphShape;
import org.crossfoot.reconcile.judge.Judge.Joint;

/** By how many people the figures of a cheapest repair would have to change at least, the repair that needs least. */
public final class LeastAdjustment {

    private LeastAdjustment() {
    }

    public static long of(Joint joint, Check.Scope scope) {
        List<Cell> cells = joint.relations().stream().flatMap(relation -> relation.constraint().terms().stream()).map(Term::cell)
                .distinct().sorted().toList();
        GraphShape shape = new GraphShape(scope.date(), cells, joint.relations());
        Component component = new CellGraph(shape, scope.date(), cells, cells.stream().map(scope.claims()::on).toList()).tied()
                .of(joint.claims().get(0).cell());
        return joint.ruling().repairs().stream().mapToLong(repair -> adjustment(repair, component)).min().orElse(0);
    }

    private static long adjustment(List<Claim> repair, Component component) {
        Set<Claim> without = Identity.set(repair);
        NetworkOfClaims stated = component.stated(claim -> !without.contains(claim));
        Optional<Hull> hull = Hull.exact(stated.network(), stated.network().everything());
        long people = 0;
        for (Claim claim : repair) {
            int number = component.cells().indexOf(claim.cell());
            if (hull.isPresent() && number >= 0) {
                Amount amount = claim.amount();
                long above = hull.get().lowest()[number] - amount.highest();
                long below = amount.lowest() - hull.get().highest()[number];
                people += Math.max(0, Math.max(amount.hasUpperLimit() ? above : 0, hull.get().highest()[number] == Amount.NO_LIMIT
                        ? 0 : below));
            }
        }
        return people;
    }
}

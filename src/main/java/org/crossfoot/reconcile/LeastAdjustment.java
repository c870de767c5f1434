package org.crossfoot.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.reconcile.Component.Stated;
import org.crossfoot.reconcile.Judge.Joint;

/** By how many people the figures of a cheapest repair would have to change at least, the repair that needs least. */
final class LeastAdjustment {

    private LeastAdjustment() {
    }

    static long of(Joint joint, Check.Scope scope) {
        SortedMap<Cell, List<Claim>> claimed = new TreeMap<>();
        joint.relations().stream().flatMap(relation -> relation.constraint().terms().stream()).map(Constraint.Term::cell)
                .forEach(cell -> claimed.put(cell, scope.claims().on(cell)));
        Ties ties = new Ties(scope.date(), claimed.keySet(), joint.relations());
        Component component = new Web(ties, scope.date(), claimed).tied().of(joint.claims().get(0).cell());
        return joint.ruling().repairs().stream().mapToLong(repair -> adjustment(repair, component)).min().orElse(0);
    }

    private static long adjustment(List<Claim> repair, Component component) {
        Set<Claim> without = Identity.set(repair);
        Stated stated = component.stated(claim -> !without.contains(claim));
        Optional<Hull> hull = Hull.exact(stated.network(), stated.network().everything());
        long people = 0;
        for (Claim claim : repair) {
            int number = component.cells().indexOf(claim.cell());
            if (hull.isPresent() && number >= 0) {
                Amount amount = claim.amount();
                long above = hull.get().lowest()[number] - amount.highest();
                long below = amount.lowest() - hull.get().highest()[number];
                people += Math.max(0, Math.max(amount.hasUpperLimit() ? above : 0, hull.get().highest()[number] == Amount.NO_LIMIT ? 0 : below));
            }
        }
        return people;
    }
}

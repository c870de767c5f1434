package org.crossfoot.reconcile.total;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.network.Hull;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.graph.Component.NetworkOfClaims;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.judge.Diagnosed;

/** Where a limit of a cell comes from. */
sealed interface LimitOrigin {

    /**
     * The rules of a component, with the claims on it that are kept.
     *
     * @param without  claims that are not kept
     * @param wrong    what is wrong in the component, or null where nothing is
     * @param repair   the cheapest repair that is followed here; empty where there is no other
     * @param searched whether its limits are exact; otherwise they are those of propagation
     */
    record Reading(Component component, Set<Claim> without, Diagnosed wrong, List<Claim> repair, boolean searched)
            implements LimitOrigin {

        /** The claims kept, in the order of the statements of their network. */
        NetworkOfClaims stated() {
            return component.stated(claim -> !without.contains(claim));
        }

        /** The same with the limits of propagation. */
        Reading bySumsAlone() {
            return new Reading(component, without, wrong, repair, false);
        }

        /** The limits of its cells; empty where it has none, as it contradicts itself or is undecided. */
        Optional<Hull> limits() {
            BitSet kept = component.allBut(without);
            return searched ? Hull.exact(component.network(), kept) : Hull.byPropagation(component.network(), kept);
        }
    }

    /** From the lowest to the highest that was said, as the rules cannot hold. */
    record OnlySaid() implements LimitOrigin {
    }

    /** Anywhere between claims that need not agree. */
    record BetweenClaims() implements LimitOrigin {
    }

    /** Under one of more cheapest repairs than are listed: what the cell would hold if its claims, or others, were wrong. */
    record IfWrong() implements LimitOrigin {
    }
}

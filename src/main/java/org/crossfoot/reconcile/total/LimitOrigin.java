package org.crossfoot.reconcile.total;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network;
import org.crossfoot.network.Reach;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
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
     * @param settled  cells that have limits already, by their numbers, which stand in the place of their claims
     * @param searched whether its limits are exact; otherwise they are those of propagation
     */
    record Premises(Component component, Set<Claim> without, Diagnosed wrong, List<Claim> repair,
            SortedMap<Integer, Range> settled, boolean searched) implements LimitOrigin {

        /** The claims kept; their statements are the first of the network, and those of settled cells follow. */
        NetworkOfClaims stated() {
            Set<Claim> replaced = Identity.set();
            settled.keySet().forEach(cell -> replaced.addAll(component.on(cell)));
            return component.stated(claim -> !without.contains(claim) && !replaced.contains(claim));
        }

        /** The same with the limits of propagation. */
        Premises bySumsAlone() {
            return new Premises(component, without, wrong, repair, settled, false);
        }

        Network network() {
            return settled.isEmpty() ? stated().network() : withSettled(stated().network());
        }

        private Network withSettled(Network plain) {
            List<Statement> statements = new ArrayList<>(plain.statements());
            settled.forEach((cell, limits) -> statements.add(new Statement(cell, limits.lowest(), limits.highest(), 1, true)));
            return plain.saying(statements);
        }

        /** The limits of its cells; empty where it has none, as it contradicts itself or is undecided. */
        Optional<Reach> limits() {
            BitSet kept = component.allBut(without);
            settled.keySet().forEach(cell -> kept.clear(component.firstOn(cell), component.firstOn(cell + 1)));
            kept.set(component.claimed(), component.claimed() + settled.size());
            Network network = settled.isEmpty() ? component.network() : withSettled(component.network());
            return searched ? Reach.exact(network, kept) : Reach.byPropagation(network, kept);
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

package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.reconcile.Component.Stated;

/** Where a limit of a cell comes from. */
sealed interface Origin {

    /**
     * The rules of a component, with the claims on it that are kept.
     *
     * @param without  claims that are not kept
     * @param choice   the repairs this is one reading of, or null where there is nothing to choose
     * @param repair   the one of them that is followed here
     * @param settled  cells that have limits already, which stand in the place of their claims
     * @param searched whether its limits are exact; otherwise they are those of propagation
     */
    record Reading(Component component, Set<Claim> without, Judge.Choice choice, List<Claim> repair, Map<Cell, Range> settled, boolean searched)
            implements Origin {

        /** The claims kept; their statements are the first of the network, and those of settled cells follow. */
        Stated stated() {
            return component.stated(claim -> !without.contains(claim) && !settled.containsKey(claim.cell()), Claim::cost);
        }

        Network network() {
            Network plain = stated().network();
            if (settled.isEmpty()) {
                return plain;
            }
            List<Statement> statements = new ArrayList<>(plain.statements());
            for (int i = 0; i < component.cells().size(); i++) {
                Range limits = settled.get(component.cells().get(i));
                if (limits != null) {
                    statements.add(new Statement(i, limits.lowest(), limits.highest(), 1, true));
                }
            }
            return new Network(plain.cells(), plain.sums(), statements);
        }
    }

    /** From the lowest to the highest that was said, as the rules cannot hold. */
    record OnlySaid() implements Origin {
    }

    /** Anywhere between claims that need not agree. */
    record BetweenClaims() implements Origin {
    }

    /** One of several tied claims on a sum too large to be searched: what the cell would hold if that were the wrong one. */
    record IfWrong() implements Origin {
    }
}

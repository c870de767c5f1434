package org.crossfoot.reconcile;

import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;
import org.crossfoot.rule.Tolerance;

/**
 * How far the claims on a cell may be stretched so that sources agree: half of the rule's tolerance on either side, rounded up.
 * Where sources need not agree, any of them may be true: each claim spans them all.
 */
record Margins(Scope scope) {

    static boolean agreementBinds(Scope scope) {
        return scope.rules().builtIn(BuiltIn.SOURCES_AGREE).filter(rule -> rule.severity().atLeast(Severity.WARNING)).isPresent();
    }

    Amount widened(Claim claim) {
        if (!agreementBinds(scope)) {
            return spanning(claim.cell());
        }
        Rule rule = scope.rules().builtIn(BuiltIn.SOURCES_AGREE).orElseThrow();
        Amount amount = claim.amount();
        if (rule.tolerance().equals(Tolerance.NONE)) {
            return amount;
        }
        long half = (rule.tolerance().peopleFor(scope.largest(claim.cell())) + 1) / 2;
        return half == 0 ? amount : Amount.between(Math.max(0, amount.lowest() - half),
                amount.hasUpperLimit() ? amount.highest() + half : Amount.NO_LIMIT);
    }

    private Amount spanning(Cell cell) {
        return Amount.between(scope.claims().on(cell).stream().mapToLong(claim -> claim.amount().lowest()).min().orElseThrow(),
                scope.claims().on(cell).stream().mapToLong(claim -> claim.amount().highest()).max().orElseThrow());
    }
}

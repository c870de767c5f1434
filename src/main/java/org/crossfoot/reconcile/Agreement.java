package org.crossfoot.reconcile;

import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Figure;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Severity;

/**
 * How far the amounts that were printed for one cell may lie apart. Where they do so within the tolerance of
 * {@code sources-agree}, the truth may be anywhere between them. Where they lie further apart, each is widened by half of the
 * tolerance, rounded up, so that any two within it can still both stand. A figure that nobody contradicts is not widened:
 * otherwise every other rule could be missed by as much too.
 *
 * @param rule null where sources need not agree: then any of them may be true
 */
record Agreement(Rule rule) {

    static Agreement of(Rules rules) {
        return new Agreement(rules.builtIn(BuiltIn.SOURCES_AGREE).filter(one -> one.severity().atLeast(Severity.WARNING)).orElse(null));
    }

    boolean binds() {
        return rule != null;
    }

    /** @param all figures of one cell, among them one of the amount that is asked for */
    Amount allowed(Amount amount, List<Figure> all) {
        long highestLow = Long.MIN_VALUE;
        long lowestHigh = Long.MAX_VALUE;
        for (Figure one : all) {
            highestLow = Math.max(highestLow, one.amount().lowest());
            lowestHigh = Math.min(lowestHigh, one.amount().highest());
        }
        if (highestLow <= lowestHigh) {
            return amount;
        }
        if (!binds()) {
            return Amount.between(all.stream().mapToLong(one -> one.amount().lowest()).min().orElseThrow(),
                    all.stream().mapToLong(one -> one.amount().highest()).max().orElseThrow());
        }
        long tolerance = rule.tolerance().peopleFor(all.stream().mapToLong(one -> one.amount().largestLimit()).max().orElseThrow());
        if (tolerance == 0) {
            return amount;
        }
        if (highestLow - lowestHigh <= tolerance) {
            return Amount.between(Math.min(amount.lowest(), lowestHigh), Math.max(amount.highest(), highestLow));
        }
        long half = (tolerance + 1) / 2;
        return Amount.between(Math.max(0, amount.lowest() - half), amount.hasUpperLimit() ? amount.highest() + half : Amount.NO_LIMIT);
    }
}

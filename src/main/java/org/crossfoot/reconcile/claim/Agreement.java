package org.crossfoot.reconcile.claim;

import java.util.List;
import java.util.function.Function;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Figure;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Severity;

/**
 * How far the amounts that were printed for one cell may lie apart. Where they do so within the tolerance of
 * {@code sources-agree}, the truth may be anywhere between them. Where they lie further apart, each is widened by half of the
 * tolerance, upwards rounded up and downwards rounded down, so that any two within it can still both stand, and no others. A
 * figure that nobody contradicts is not widened: otherwise every other rule could be missed by as much too.
 *
 * @param rule null where sources need not agree: then any of them may be true
 */
public record Agreement(Rule rule) {

    public static Agreement of(Rules rules) {
        return new Agreement(rules.builtIn(BuiltIn.SOURCES_AGREE).filter(one -> one.severity().atLeast(Severity.WARNING))
                .orElse(null));
    }

    public boolean binds() {
        return rule != null;
    }

    /**
     * What the figures of one cell leave to one of its amounts.
     *
     * @param tolerance in people
     */
    record Between(long highestLow, long lowestHigh, long lowest, long highest, boolean binds, long tolerance) {

        Amount allowed(Amount amount) {
            if (highestLow <= lowestHigh) {
                return amount;
            }
            if (!binds) {
                return Amount.between(lowest, highest);
            }
            if (tolerance == 0) {
                return amount;
            }
            if (highestLow - lowestHigh <= tolerance) {
                return Amount.between(Math.min(amount.lowest(), lowestHigh), Math.max(amount.highest(), highestLow));
            }
            // Half of it each way; where it is odd, figures that are one more apart still contradict each other.
            return Amount.between(Math.max(0, amount.lowest() - tolerance / 2), amount.hasUpperLimit()
                    ? amount.highest() + (tolerance + 1) / 2 : Amount.NO_LIMIT);
        }
    }

    /**
     * @param all  figures of one cell
     * @param said what each says of it
     */
    Between between(List<Figure> all, Function<Figure, Amount> said) {
        long highestLow = Long.MIN_VALUE;
        long lowestHigh = Long.MAX_VALUE;
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        long largest = 0;
        for (int i = 0; i < all.size(); i++) {
            Amount amount = said.apply(all.get(i));
            highestLow = Math.max(highestLow, amount.lowest());
            lowestHigh = Math.min(lowestHigh, amount.highest());
            lowest = Math.min(lowest, amount.lowest());
            highest = Math.max(highest, amount.highest());
            largest = Math.max(largest, amount.largestLimit());
        }
        return new Between(highestLow, lowestHigh, lowest, highest, binds(),
                binds() && highestLow > lowestHigh ? rule.tolerance().peopleFor(largest) : 0);
    }
}

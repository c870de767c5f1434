package org.crossfoot.reconcile.total;

import org.crossfoot.figure.Amount;

/**
 * The least and the most that a cell can hold, and where each of the two comes from.
 *
 * @param shared what every reading of the figures leaves to it that was joined; null where they leave separate values
 */
record Range(long lowest, LimitOrigin lowestFrom, long highest, LimitOrigin highestFrom, Amount shared) {

    static Range of(Amount limits, LimitOrigin origin) {
        return of(limits.lowest(), limits.highest(), origin);
    }

    static Range of(long lowest, long highest, LimitOrigin origin) {
        return new Range(lowest, origin, highest, origin, Amount.between(lowest, highest));
    }

    /** From the lower of both lower limits to the higher of both upper ones. */
    Range spanning(Range other) {
        boolean lower = other.lowest < lowest;
        boolean higher = other.highest > highest;
        return new Range(lower ? other.lowest : lowest, lower ? other.lowestFrom : lowestFrom,
                higher ? other.highest : highest, higher ? other.highestFrom : highestFrom, shared(other));
    }

    /** The same, of which readings leave separate values. */
    Range torn() {
        return new Range(lowest, lowestFrom, highest, highestFrom, null);
    }

    private Amount shared(Range other) {
        if (shared == null || other.shared == null) {
            return null;
        }
        long low = Math.max(shared.lowest(), other.shared.lowest());
        long high = Math.min(shared.highest(), other.shared.highest());
        return low > high ? null : Amount.between(low, high);
    }

    /** Whether it is only what was said: nothing proves it. */
    boolean isUnproven() {
        return lowestFrom instanceof LimitOrigin.OnlySaid || highestFrom instanceof LimitOrigin.OnlySaid;
    }

    /** The middle, or the lower limit where there is no upper one. */
    long middle() {
        return Amount.between(lowest, highest).middle();
    }
}

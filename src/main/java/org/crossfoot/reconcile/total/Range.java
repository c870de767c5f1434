package org.crossfoot.reconcile.total;

import org.crossfoot.figure.Amount;

/** The least and the most that a cell can hold, and where each of the two comes from. */
record Range(long lowest, LimitOrigin lowestFrom, long highest, LimitOrigin highestFrom) {

    static Range of(Amount limits, LimitOrigin origin) {
        return of(limits.lowest(), limits.highest(), origin);
    }

    static Range of(long lowest, long highest, LimitOrigin origin) {
        return new Range(lowest, origin, highest, origin);
    }

    /** From the lower of both lower limits to the higher of both upper ones. */
    Range spanning(Range other) {
        boolean lower = other.lowest < lowest;
        boolean higher = other.highest > highest;
        return new Range(lower ? other.lowest : lowest, lower ? other.lowestFrom : lowestFrom,
                higher ? other.highest : highest, higher ? other.highestFrom : highestFrom);
    }

    /** The middle, or the lower limit where there is no upper one. */
    long middle() {
        return Amount.between(lowest, highest).middle();
    }
}

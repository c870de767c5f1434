package org.crossfoot.reconcile.cause;

import java.util.List;

/** Printed in round numbers; or, in a sum, off by the one or two that rounding its terms leaves (as in Scholtus 2008). */
final class OffByRounding implements Cause {

    private static final long LEFT_BY_TERMS = 2;

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        if (!suspect.hasValue() || suspect.printed() == 0) {
            return List.of();
        }
        long off = Math.abs(suspect.printed() - suspect.value());
        boolean fits = off <= unit(suspect.printed()) / 2 || suspect.inSum() && off <= LEFT_BY_TERMS;
        return fits ? List.of(Hint.misprint(suspect, "off by rounding, for " + Citation.number(suspect.value()))) : List.of();
    }

    /** Of the last digit that is not 0. */
    private static long unit(long printed) {
        long unit = 1;
        for (long left = printed; left % 10 == 0; left /= 10) {
            unit *= 10;
        }
        return unit;
    }

    /** The last digit rounded is also a digit mistyped. */
    @Override
    public boolean implies(Cause other) {
        return other instanceof MistypedDigits;
    }
}

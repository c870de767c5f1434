package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.reconcile.cause.Surroundings.Instead;

/** A nought too many or too few at the end. */
final class TenTimes implements Cause {

    private static final long LARGEST = 99_999_999_999_999L;

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        long printed = suspect.printed();
        if (printed == 0) {
            return List.of();
        }
        List<Hint> hints = new ArrayList<>();
        if (printed % 10 == 0 && fits(suspect, printed / 10, around)) {
            hints.add(Hint.misprint(suspect, "ten times too much, for " + Citation.number(printed / 10)));
        }
        if (printed <= LARGEST && fits(suspect, printed * 10, around)) {
            hints.add(Hint.misprint(suspect, "a tenth of what was meant, " + Citation.number(printed * 10)));
        }
        return hints;
    }

    private static boolean fits(Suspect suspect, long meant, Surroundings around) {
        return suspect.hasValue() ? suspect.value() == meant : around.fit(List.of(new Instead(suspect.figure(), meant)));
    }

    /** A nought more or less is also a digit too many or left out. */
    @Override
    public boolean implies(Cause other) {
        return other instanceof MistypedDigits;
    }
}

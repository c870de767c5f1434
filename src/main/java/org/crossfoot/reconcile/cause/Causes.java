package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that may have gone wrong with a figure. Of two causes that fit, one is left out where the other implies it: what
 * goes for a whole row or all of a source goes for each figure of it; ten
 * times too much and off by rounding are digits mistyped as well, a figure swapped is the other measure's or area's figure as
 * well, and another measure's figure may be that measure added.
 */
public final class Causes {

    private static final List<Cause> MISPRINTS = List.of(new TenTimes(), new OffByRounding(), new MistypedDigits());

    private static final List<Cause> ALL =
            List.of(new OneFactor(), new WholeRow(), new TenTimes(), new OffByRounding(), new MistypedDigits(),
            new SwappedColumns(), new RunningTotal(), new NeighbouringDay(), new NeighbouringArea(), new OtherMeasure(),
            new MissingPart(),
            new AddedTogether());

    private Causes() {
    }

    /** All that fit; a hint to follow only where it is the only one. */
    public static List<Hint> fitting(Suspect suspect, Surroundings around) {
        return fitting(ALL, suspect, around);
    }

    /** Those that the digits alone speak for. */
    public static List<Hint> misprints(Suspect suspect, Surroundings around) {
        return fitting(MISPRINTS, suspect, around);
    }

    private static List<Hint> fitting(List<Cause> causes, Suspect suspect, Surroundings around) {
        List<Cause> fitting = new ArrayList<>();
        List<List<Hint>> hints = new ArrayList<>();
        for (Cause cause : causes) {
            List<Hint> found = cause.of(suspect, around);
            if (!found.isEmpty()) {
                fitting.add(cause);
                hints.add(found);
            }
        }
        List<Hint> told = new ArrayList<>();
        for (int i = 0; i < hints.size(); i++) {
            if (!isImplied(fitting.get(i), fitting)) {
                told.addAll(hints.get(i));
            }
        }
        return told;
    }

    private static boolean isImplied(Cause cause, List<Cause> others) {
        for (Cause other : others) {
            if (other.implies(cause)) {
                return true;
            }
        }
        return false;
    }
}

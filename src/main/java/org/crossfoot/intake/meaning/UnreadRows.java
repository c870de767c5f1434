package org.crossfoot.intake.meaning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crossfoot.figure.Period;

/** What is known of rows that could not all be read: each may have spoken of any cell that fits what was read of it. */
final class UnreadRows {

    private final Set<String> areas = new HashSet<>();
    private final Set<Period> periods = new HashSet<>();
    private boolean mayBeAny;

    /** Tells of a row; null for what could not be read of it. */
    void add(List<String> inAreas, Period period) {
        if (period != null) {
            periods.add(period);
        } else if (inAreas != null) {
            areas.addAll(inAreas);
        } else {
            mayBeAny = true;
        }
    }

    boolean mayBeAny() {
        return mayBeAny;
    }

    boolean maySpeakOf(String area, Period period) {
        return mayBeAny || periods.contains(period) || areas.contains(area);
    }
}

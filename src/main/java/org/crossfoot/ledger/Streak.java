package org.crossfoot.ledger;

import java.time.LocalDate;
import org.crossfoot.rule.Severity;

/**
 * A rule that is broken in the same area and measure date after date.
 *
 * @param id    of the discrepancy of the last date
 * @param dates how many dates in a row, none of the dates between them being sound
 */
public record Streak(String id, Severity severity, String rule, String area, String measure, LocalDate first, LocalDate last,
        int dates) {

    /** The same, when it is found to have begun earlier. */
    Streak begunOn(LocalDate day, int moreDates) {
        return new Streak(id, severity, rule, area, measure, day, last, dates + moreDates);
    }
}

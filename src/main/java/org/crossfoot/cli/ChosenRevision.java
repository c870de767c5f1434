package org.crossfoot.cli;

import java.time.LocalDate;
import org.crossfoot.ledger.Dates.DateState;
import org.crossfoot.ledger.Ledger;

/** The revision of a date that a command is asked for. */
record ChosenRevision(Ledger ledger, LocalDate date) {

    /**
     * Its number.
     *
     * @param asked null for the current one
     * @throws WrongUsage where the date has no such revision
     */
    int orCurrent(Integer asked) throws WrongUsage {
        int current = ledger.dates().state(date).map(DateState::revision).orElse(0);
        if (current == 0) {
            throw new WrongUsage(date + ": no revision was ever published of this date; see summary.csv for those that were");
        }
        if (asked != null && (asked < 1 || asked > current)) {
            throw new WrongUsage(date + ": has no revision " + asked + ", only 1 to " + current);
        }
        return asked == null ? current : asked;
    }
}

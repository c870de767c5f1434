package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.Set;
import org.crossfoot.figure.Cell;

/** How the last date was tied together that was asked for: mostly the next one is tied alike. Threads may share it. */
final class LatestTies {

    private volatile Ties latest;

    Ties of(Check.Scope scope) {
        LocalDate date = scope.date();
        Set<Cell> claimed = scope.claims().byCell().keySet();
        Ties before = latest;
        if (before != null && before.areOf(date, claimed)) {
            return before;
        }
        Ties found = Ties.of(scope);
        if (!Relations.dependOnFigures(scope)) {
            latest = found;
        }
        return found;
    }
}

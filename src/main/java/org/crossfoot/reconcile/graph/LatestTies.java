package org.crossfoot.reconcile.graph;

import org.crossfoot.reconcile.check.Check;

/** How the last date was tied together that was asked for: mostly the next one is tied alike. Threads may share it. */
public final class LatestTies {

    private volatile Ties latest;

    public Ties of(Check.Scope scope) {
        Ties before = latest;
        if (before != null && before.areOf(scope.date(), scope.claims().cells())) {
            return before;
        }
        Ties found = Ties.of(scope);
        if (!Relations.dependOnFigures(scope)) {
            latest = found;
        }
        return found;
    }
}

package org.crossfoot.reconcile.graph;

import org.crossfoot.reconcile.check.Check;

/** How the last date was tied together that was asked for: mostly the next one is tied alike. Threads may share it. */
public final class LatestShape {

    private volatile GraphShape latest;

    public GraphShape of(Check.Scope scope) {
        GraphShape before = latest;
        if (before != null && before.areOf(scope.date(), scope.claims().cells(), scope.claims().shared())) {
            return before;
        }
        GraphShape found = GraphShape.of(scope);
        if (!Relations.dependOnFigures(scope)) {
            latest = found;
        }
        return found;
    }
}

package org.crossfoot.job;

import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.crossfoot.job.step.Progress;
import org.crossfoot.reconcile.outcome.Stages;

/** A night that reaches its database through something else, for the harness. */
public final class ReachedNight {

    private ReachedNight() {
    }

    public static List<RunReport> run(Night.Request request, UnaryOperator<DataSource> between) throws Exception {
        return new Night(request, log -> {
        }, Progress.NONE, workspace -> LedgerConfiguration.open(workspace, between), Stages.UNWATCHED).run();
    }
}

package org.crossfoot.job.step;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.crossfoot.reconcile.outcome.Stage;
import org.crossfoot.reconcile.outcome.Stages;

/** Remembers how far the work on each date has come, for the day it fails. */
public final class StagesReached implements Stages {

    private final Map<LocalDate, Stage> reached = new ConcurrentHashMap<>();
    private final Stages watcher;

    public StagesReached(Stages watcher) {
        this.watcher = watcher;
    }

    @Override
    public void begin(LocalDate date, Stage stage) {
        reached.put(date, stage);
        watcher.begin(date, stage);
    }

    Stage reached(LocalDate date) {
        return reached.getOrDefault(date, Stage.EVIDENCE);
    }
}

package org.crossfoot.reconcile.outcome;

import java.time.LocalDate;

/** Is told how far the work on each date has come; may be called by several threads. */
@FunctionalInterface
public interface Stages {

    Stages UNWATCHED = (date, stage) -> {
    };

    void begin(LocalDate date, Stage stage);
}

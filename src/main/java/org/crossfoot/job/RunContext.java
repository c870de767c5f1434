package org.crossfoot.job;

import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs.Run;

/** What the steps of one run work with. */
record RunContext(Run run, SettingsSnapshot snapshot, Workspace workspace, Ledger ledger, Progress progress, String version) {

    boolean isRerun() {
        return run.command().equals("rerun");
    }
}

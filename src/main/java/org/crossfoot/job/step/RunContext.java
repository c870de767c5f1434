package org.crossfoot.job.step;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs.Command;
import org.crossfoot.ledger.Runs.Note;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.store.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the steps of one run work with.
 *
 * @param failedBefore dates that failed when they were tried last, before this execution
 * @param readsAll     whether every file is read, whatever it looks like from outside
 */
public record RunContext(Run run, SettingsSnapshot snapshot, Workspace workspace, Ledger ledger,
        Progress progress, String version, StagesReached stages, Set<LocalDate> failedBefore, boolean readsAll,
        InputFolder.Once folder) {

    private static final Logger LOG = LoggerFactory.getLogger(RunContext.class);

    public RunContext(Run run, SettingsSnapshot snapshot, Workspace workspace, Ledger ledger, Progress progress, String version,
            StagesReached stages, Set<LocalDate> failedBefore, boolean readsAll) {
        this(run, snapshot, workspace, ledger, progress, version, stages, failedBefore, readsAll,
                new InputFolder.Once(workspace.input(), snapshot.settings().profiles()));
    }

    /** What stands in the input folder, as this execution saw it first. */
    public InputFolder input() throws IOException {
        return folder.look();
    }

    /** Says something of a report, in the log and in {@code run.json}. */
    void note(String path, Note.NoteKind kind, String text) {
        LOG.info("{}", text);
        ledger.runs().note(run.id(), new Note(path, kind, text));
    }

    public boolean isRerun() {
        return run.command() == Command.RERUN;
    }
}

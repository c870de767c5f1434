package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.crossfoot.audit.Trial;
import org.crossfoot.cli.print.TrialPage;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.LineAtEnd;
import org.crossfoot.store.LedgerReading;
import org.crossfoot.store.OutputLock;
import org.crossfoot.store.RunningException;
import org.crossfoot.store.Workspace;

/**
 * A line that somebody decides to have at the end of a file of the settings: checked as a night would read it, tried on the
 * dates it bears on, and written whole, while no run is at work.
 */
final class WrittenDecision {

    /** On which dates a line bears. */
    @FunctionalInterface
    interface Bearing {

        /** @throws WrongUsage where it is about nothing */
        Collection<LocalDate> of(Settings settings, Ledger ledger) throws WrongUsage;
    }

    private static final int DATES_TRIED = 5;

    private final String file;
    private final CommonOptions options;
    private final PrintWriter out;

    WrittenDecision(String file, CommonOptions options, PrintWriter out) {
        this.file = file;
        this.options = options;
        this.out = out;
    }

    int write(List<String> columns, Map<String, String> line, Bearing bearing) throws Exception {
        Workspace workspace = options.workspace();
        SettingsFiles before = options.settingsFiles();
        SettingsReader.read(before);
        byte[] old = before.bytes().get(file);
        byte[] now = LineAtEnd.of(old, columns, line);
        SettingsFiles files = before.with(file, now);
        Settings settings = SettingsReader.read(files);
        List<LocalDate> dates = new ArrayList<>();
        List<Trial.Change> changes = LedgerReading.ask(workspace, reading -> {
            refusePast(line.get("until"), reading.ledger());
            dates.addAll(bearing.of(settings, reading.ledger()));
            return changes(reading.ledger(), files, settings, dates);
        });
        TrialPage.print(changes, settings.vocabulary(), out);
        if (dates.size() > DATES_TRIED) {
            out.println("It bears on " + dates.size() + " dates; tried on the last " + DATES_TRIED + ".");
        }
        append(workspace, old, now);
        out.println(file + " has one line more; it counts from the next run on.");
        out.flush();
        return ExitCode.DONE;
    }

    private static void refusePast(String until, Ledger ledger) throws WrongUsage {
        LocalDate last = lastDay(ledger);
        if (!until.isEmpty() && LocalDate.parse(until).isBefore(last)) {
            throw new WrongUsage("--until " + until + ": has passed, the last run was for " + last
                    + "; name that day or a later one");
        }
    }

    private static LocalDate lastDay(Ledger ledger) {
        return ledger.runs().all().stream().map(Run::businessDate).max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
    }

    private static List<Trial.Change> changes(Ledger ledger, SettingsFiles files, Settings settings, List<LocalDate> dates)
            throws IOException {
        Trial trial = Trial.of(ledger, files, settings, ProgramVersion.number());
        List<Trial.Change> changes = new ArrayList<>();
        for (LocalDate date : dates.subList(Math.max(0, dates.size() - DATES_TRIED), dates.size())) {
            changes.addAll(trial.changes(date, lastDay(ledger)));
        }
        return changes;
    }

    private void append(Workspace workspace, byte[] old, byte[] now)
            throws WrongUsage, IOException, RunningException {
        Path path = options.input.resolve(file);
        OutputLock lock = OutputLock.take(workspace, file);
        try {
            if (!LineAtEnd.replace(path, old, now)) {
                throw new WrongUsage(file + ": was changed by somebody else meanwhile; nothing was written, so look at it and"
                        + " try again");
            }
        } finally {
            lock.close();
        }
    }
}

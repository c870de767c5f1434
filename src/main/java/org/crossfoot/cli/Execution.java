package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossfoot.cli.print.Sentences;
import org.crossfoot.cli.print.SummaryLine;
import org.crossfoot.cli.print.TerminalProgress;
import org.crossfoot.job.Night;
import org.crossfoot.job.NotifyCommand;
import org.crossfoot.job.RunReport;
import org.crossfoot.job.step.FailedDate;
import org.crossfoot.job.step.Progress;
import org.crossfoot.ledger.Runs.Command;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.JobFailure;
import org.crossfoot.store.RunningException;
import org.crossfoot.store.Workspace;
import picocli.CommandLine;

/** What {@code run} and {@code rerun} have in common: settings, log, night, summary line, exit code. */
final class Execution {

    private static final DateTimeFormatter RUN_ID = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final Command command;
    private final CommonOptions options;
    private final PrintWriter out;
    private final PrintWriter error;
    private boolean digest;
    private boolean notifies;
    private String told;

    /** @param line what it prints to */
    Execution(Command command, CommonOptions options, CommandLine line) {
        this.command = command;
        this.options = options;
        this.out = line.getOut();
        this.error = line.getErr();
    }

    /** @param digests whether what changed is printed as well */
    Execution printing(boolean digests) {
        this.digest = digests;
        return this;
    }

    /** @param told a command that is told what changed; null for the one that the settings name, blank for none */
    Execution notifying(String told) {
        this.notifies = true;
        this.told = told;
        return this;
    }

    private static NotifyCommand notified(String told, Settings settings) {
        String command = told == null ? settings.notified() : told;
        return command == null || command.isBlank() ? null
                : new NotifyCommand(command, told == null ? "notify: of crossfoot.yml" : "--notify");
    }

    /**
     * Runs.
     *
     * @param date    the business date, or null for yesterday in the settings' zone
     * @param rebuild whether the ledger is to be made anew
     * @param readsAll whether every report's file is read, whatever it looks like from outside
     */
    int run(LocalDate date, boolean rebuild, boolean readsAll)
            throws WrongUsage, SettingsException, IOException, RunningException, JobFailure {
        Instant started = Clock.systemUTC().instant();
        Workspace workspace = options.workspace();
        Optional<String> foreign = new PublishedFolder(workspace.output()).foreign();
        if (foreign.isPresent()) {
            throw new WrongUsage("--output " + options.output + ": has a " + foreign.get()
                    + " that Crossfoot did not make and would replace; name a folder of its own, or move it away");
        }
        Path denied = workspace.notWritable().orElse(null);
        if (denied != null) {
            throw new FileSystemException(denied.toString(), null, "may not be written to (access denied, or mounted"
                    + " for reading only); its owner, or root, can let the user that runs Crossfoot write there:"
                    + " nothing was read");
        }
        SettingsFiles files = options.settingsFiles();
        Settings settings = SettingsReader.read(files);
        LocalDate businessDate = date != null ? date : yesterday(started, settings.zone());
        String id = RUN_ID.format(started);
        Night.Request request = new Night.Request(id, command, businessDate, workspace, options.failOnSeverity(), files, settings,
                started, ProgramVersion.number(), rebuild, readsAll);
        try (TerminalProgress bar = TerminalProgress.where(!options.quiet)) {
            return report(new Night(request, Logging::writeTo, bar == null ? Progress.NONE : bar).run(),
                    notifies ? notified(told, settings) : null);
        }
    }

    /** The calendar day before the one that an instant falls on in a zone, however long that day was. */
    static LocalDate yesterday(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone).minusDays(1);
    }

    private int report(List<RunReport> runs, NotifyCommand notified) {
        int exitCode = ExitCode.DONE;
        RunReport last = runs.get(runs.size() - 1);
        Sentences.print(error, "crossfoot: ", last.faults());
        Sentences.print(error, "crossfoot: ", runs.stream().flatMap(run -> run.arrivals().stream()).distinct().toList());
        printFailures(runs);
        for (RunReport run : runs) {
            exitCode = Math.max(exitCode, run.exitCode());
            boolean news = digest && run.digest().isNews();
            if (!options.quiet || run.exitCode() != ExitCode.DONE || !run.arrivals().isEmpty() || news) {
                out.println(SummaryLine.of(run));
            }
            if (news) {
                out.println();
                out.print(run.digest().text());
            }
            if (notified != null && run.digest().isNews()) {
                Sentences.print(error, "crossfoot: ", notified.tell(SummaryLine.of(run) + "\n\n" + run.digest().text()).stream()
                        .toList());
            }
        }
        return exitCode;
    }

    /** A date that failed twice, in a run that was finished and in the next, is told once. */
    private void printFailures(List<RunReport> runs) {
        List<String> failures = runs.stream().flatMap(run -> Stream.concat(run.failed().stream().map(FailedDate::toString),
                run.unwritten().stream())).distinct().toList();
        Sentences.print(error, "crossfoot: ", failures);
        if (!failures.isEmpty()) {
            error.println("crossfoot: everything else is published; a date that failed stands as it was,"
                    + " and the next run tries it again");
        }
    }
}

package org.crossfoot.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.crossfoot.job.step.FailedDate;
import org.crossfoot.job.step.InputFolder;
import org.crossfoot.job.step.Progress;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.job.step.StagesReached;
import org.crossfoot.job.work.Seating;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs.Command;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.rule.Severity;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.DamagedLedger;
import org.crossfoot.store.FailureInWords;
import org.crossfoot.store.JobFailure;
import org.crossfoot.store.LedgerDatabase;
import org.crossfoot.store.OutputLock;
import org.crossfoot.store.RunningException;
import org.crossfoot.store.Workers;
import org.crossfoot.store.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** One execution, from taking the lock to its exit code; first finishes what an earlier one left unfinished. */
public final class Night {

    private static final Logger LOG = LoggerFactory.getLogger(Night.class);

    /** The exit code that the run itself would have ended with. */
    private static final int GIVEN_UP = 4;

    /** For a server that goes away: what a restart takes, or another machine that takes its place. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A server that goes away more often has a reason, which may be this run. */
    private static final int MOST_LOSSES = 3;

    /**
     * What is asked for.
     *
     * @param id      of the run
     * @param failOn  discrepancies at or above it make the exit code 1; null for never
     * @param files   the settings as they stand in the input folder now
     * @param rebuild whether the ledger is to be made anew
     * @param version the program's
     * @param readsAll whether every report's file is read, whatever it looks like from outside
     */
    public record Request(String id, Command command, LocalDate date, Workspace workspace, Severity failOn, SettingsFiles files,
            Settings settings, Instant started, String version, boolean rebuild, boolean readsAll) {

        /** Goes on with the ledger that is there. */
        public Request(String id, Command command, LocalDate date, Workspace workspace, Severity failOn, SettingsFiles files,
                Settings settings, Instant started, String version) {
            this(id, command, date, workspace, failOn, files, settings, started, version, false, false);
        }
    }

    private final Request request;
    private final Consumer<Path> logTo;
    private final Progress progress;
    private final Function<Workspace, AnnotationConfigApplicationContext> opening;
    private final Stages stages;
    private Duration patience = PATIENCE;

    /** What was done, by the run, in the order in which it was. */
    private final Map<String, RunReport> reports = new LinkedHashMap<>();
    private boolean begun;
    private boolean anew;

    /** @param logTo is given the run's log file once the lock is held */
    public Night(Request request, Consumer<Path> logTo, Progress progress) {
        this(request, logTo, progress, LedgerConfiguration::open, Stages.UNWATCHED);
    }

    /**
     * @param opening opens the ledger
     * @param stages  is told how far each date has come
     */
    Night(Request request, Consumer<Path> logTo, Progress progress,
            Function<Workspace, AnnotationConfigApplicationContext> opening, Stages stages) {
        this.request = request;
        this.logTo = logTo;
        this.progress = progress;
        this.opening = opening;
        this.stages = stages;
    }

    /** @param most for which a server is waited for that went away */
    Night waitingFor(Duration most) {
        patience = most;
        return this;
    }

    /**
     * Runs the job. Where the ledger's server goes away meanwhile, and comes back soon, it is started again as the next run would
     * start it.
     *
     * @return what the runs did that were finished, the one asked for last
     * @throws RunningException  where another run holds the lock; nothing was touched
     * @throws JobFailure        where the job failed inside; nothing is half published, and the next run goes on
     */
    public List<RunReport> run() throws IOException, RunningException, JobFailure {
        Workspace workspace = request.workspace();
        try {
            OutputLock lock = OutputLock.take(workspace, request.id());
            for (int losses = 0; !isDone(workspace, lock, losses); losses++) {
                lock = takenAgain(workspace);
            }
            return List.copyOf(reports.values());
        } catch (JobFailure | RuntimeException e) {
            Optional<RunningException> running = RunningException.in(e);
            if (running.isPresent()) {
                throw running.get();
            }
            Optional<JobFailure> refused = DamagedLedger.in(e, workspace);
            if (refused.isPresent()) {
                throw refused.get();
            }
            throw e;
        }
    }

    /** False where the server went away meanwhile: what was committed is gone on with as after a run that was killed. */
    private boolean isDone(Workspace workspace, OutputLock lock, int losses) throws IOException, JobFailure {
        try (lock) {
            if (losses == 0) {
                logTo.accept(Files.createDirectories(workspace.run(request.id())).resolve("log"));
            }
            LOG.info("{} for {}, {}", request.command(), request.date(), lock);
            try {
                runLocked(workspace);
                return true;
            } catch (IOException | JobFailure | RuntimeException e) {
                if (losses == MOST_LOSSES || e instanceof JobFailure failure && failure.wasStopped() || !lock.isLost()) {
                    throw e;
                }
                LOG.warn("the server of the ledger went away; this run waits for it, at most {} s, and goes on from the last"
                        + " commit", patience.toSeconds());
                LOG.info("what failed then", e);
                return false;
            }
        }
    }

    private OutputLock takenAgain(Workspace workspace) throws JobFailure, IOException {
        String wentAway = "the server of the ledger went away while this run was at work, and ";
        try {
            OutputLock lock = OutputLock.takeAgain(workspace, request.id(), patience);
            LOG.info("the server of the ledger is there again");
            return lock;
        } catch (RunningException e) {
            throw new JobFailure(wentAway + e.why() + ", which goes on with what this one had begun", null);
        } catch (IOException e) {
            throw new JobFailure(wentAway + "did not let it go on within " + patience.toSeconds() + " s: " + FailureInWords.of(e),
                    e);
        }
    }

    private void runLocked(Workspace workspace) throws IOException, JobFailure {
        anew |= LedgerDatabase.makeWay(workspace, request.rebuild() && !begun);
        InputFolder.Once folder = new InputFolder.Once(workspace.input(), request.settings().profiles());
        folder.begin();
        try (AnnotationConfigApplicationContext context = opening.apply(workspace)) {
            Ledger ledger = context.getBean(Ledger.class);
            new BatchRecords(context).tidy();
            if (workspace.server().isPresent()) {
                Seating.tidy(ledger, Workers.ofRun(workspace, context.getBean(DataSource.class)),
                        context.getBean(PlatformTransactionManager.class));
            }
            JobRunner runner = new JobRunner(context);
            int left = ledger.archive().clean();
            if (left > 0) {
                LOG.warn("took away {} half-written in the archive by a run that was killed",
                        left == 1 ? "a file" : left + " files");
            }
            for (Run unfinished : ledger.runs().unfinished()) {
                Optional<SettingsSnapshot> snapshot = settingsOf(unfinished, ledger);
                if (snapshot.isPresent()) {
                    LOG.warn("finishing run {} for {}, which was interrupted", unfinished.id(), unfinished.businessDate());
                    execute(runner, unfinished, snapshot.get(), ledger, folderOf(snapshot.get()));
                }
            }
            if (!reports.containsKey(request.id())) {
                begin(runner, ledger, folder);
            }
            if (anew) {
                nameStale(workspace, ledger);
            }
        }
    }

    private void begin(JobRunner runner, Ledger ledger, InputFolder.Once folder) throws IOException, JobFailure {
        SettingsSnapshot snapshot = settingsOfNow(ledger);
        Run run = new Run(request.id(), request.command(), request.date(), snapshot.id(), request.started(), null, null);
        boolean isThere = ledger.runs().has(run.id());
        if (isThere && !begun) {
            throw new JobFailure("run " + run.id()
                    + " stands in the ledger already: the clock stood still, or was set back; run again", null);
        }
        begun = true;
        if (!isThere) {
            ledger.runs().begin(run);
        }
        // What came while other runs were finished is this one's as well.
        boolean standsSo = reports.isEmpty() && snapshot.settings() == request.settings();
        execute(runner, run, snapshot, ledger, standsSo ? folder : folderOf(snapshot));
    }

    /** Empty where they cannot be had: then the run is given up, and this one does what it left, with the settings of now. */
    private static Optional<SettingsSnapshot> settingsOf(Run unfinished, Ledger ledger) {
        try {
            return Optional.of(SettingsSnapshot.recall(unfinished.settings(), ledger.archive()));
        } catch (SettingsException | UncheckedIOException e) {
            LOG.warn("run {} for {} was interrupted and is given up, since its settings cannot be read again ({});"
                    + " this run does what it left",
                    unfinished.id(), unfinished.businessDate(), e.getMessage());
            ledger.dates().wait(unfinished.businessDate());
            ledger.runs().end(unfinished.id(), Instant.now(), GIVEN_UP);
            return Optional.empty();
        }
    }

    /** A source does not end because its folder may not be read tonight: its settings are then those of the night before. */
    private SettingsSnapshot settingsOfNow(Ledger ledger) throws IOException {
        Optional<String> before = ledger.dates().setting("settings");
        if (!request.files().closed().isEmpty() && before.isPresent()) {
            try {
                return SettingsSnapshot.keep(request.files(), before.get(), ledger.archive());
            } catch (SettingsException | UncheckedIOException e) {
                LOG.warn("{}: may not be read, and what source.yml said there cannot be used again ({});"
                        + " these sources are left out",
                        String.join(", ", request.files().closed()), e.getMessage());
            }
        }
        return SettingsSnapshot.keep(request.files(), request.settings(), ledger.archive());
    }

    private static void nameStale(Workspace workspace, Ledger ledger) throws IOException {
        SortedSet<LocalDate> stale = new PublishedFolder(workspace.output()).dates();
        ledger.dates().known().forEach(stale::remove);
        stale.forEach(date -> LOG.warn("{} was published by the ledger before;"
                + " input/ has nothing for it now, and it is left as it was", date));
    }

    private InputFolder.Once folderOf(SettingsSnapshot snapshot) {
        return new InputFolder.Once(request.workspace().input(), snapshot.settings().profiles());
    }

    private void execute(JobRunner runner, Run run, SettingsSnapshot snapshot, Ledger ledger, InputFolder.Once folder)
            throws IOException, JobFailure {
        RunContext context = new RunContext(run, snapshot, request.workspace(), ledger, progress, request.version(),
                new StagesReached(stages), FailedDate.dates(ledger), request.readsAll(), folder);
        JobExecution execution;
        try {
            execution = runner.run(context);
        } catch (JobFailure e) {
            tellBroken(context, e);
            throw e;
        }
        Instant ended = Instant.now();
        RunReport report = withMetrics(RunReport.of(context, request.failOn(), execution), run, ended, ledger);
        RunFolder.write(context, report, request.failOn(), ended);
        reports.put(run.id(), report);
        ledger.runs().end(run.id(), ended, report.exitCode());
    }

    /** Where it cannot be told in the run's folder either, the log has it; what broke the run is told anyway. */
    private void tellBroken(RunContext context, JobFailure failure) {
        try {
            new PublishedFolder(request.workspace().output()).replace("runs/" + context.run().id() + "/" + RunEvents.FILE,
                    RunEvents.broken(context, failure.getMessage(), failure.wasStopped(), Instant.now()));
        } catch (IOException e) {
            LOG.info("{} is not written", RunEvents.FILE, e);
        }
    }

    /** They are no result: where they cannot be written, all else stands, and the run says so. */
    private RunReport withMetrics(RunReport report, Run run, Instant ended, Ledger ledger) {
        try {
            new PublishedFolder(request.workspace().output())
                    .replace(Metrics.FILE, Metrics.of(report, run.started(), ended, ledger.dates().waiting().size()));
            return report;
        } catch (IOException e) {
            LOG.info("the metrics are not written", e);
            return report.without(Metrics.FILE, FailureInWords.of(e));
        }
    }
}

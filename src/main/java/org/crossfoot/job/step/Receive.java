package org.crossfoot.job.step;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.job.step.Arrivals.Delivered;
import org.crossfoot.known.DecidedFigures;
import org.crossfoot.known.ReportFacts;
import org.crossfoot.known.SameElsewhere;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.ReportRecord.ReadingState;
import org.crossfoot.ledger.PresentReport;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Reports.ReadWith;
import org.crossfoot.ledger.Runs.Note.NoteKind;
import org.crossfoot.reconcile.evidence.NameOrder;
import org.crossfoot.reconcile.outcome.DiscrepancyId;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Decisions;
import org.crossfoot.settings.Profile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Step 1: which reports are new, changed or gone; keeps their bytes, and notes which dates that touches.
 * Ends the job where there is nothing to do.
 */
public final class Receive implements Tasklet {

    public static final String NOTHING_NEW = "NOTHING NEW";

    /** Under this name it is remembered which settings and day decisions were compared with. */
    private static final String DECISIONS = "decisions";

    private static final Logger LOG = LoggerFactory.getLogger(Receive.class);
    /** The work waits on the disk, so it is not memory that limits it. */
    private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();
    private static final int LOOKED_AT_TOGETHER = 500;

    private final RunContext context;
    private final Ledger ledger;
    private final SameElsewhere elsewhere;
    private final SpoiltReports spoilt;
    private final Decisions decisions;
    private final DecidedFigures decided;
    private final AsyncTaskExecutor threads;
    /** Sources of which something new was received. */
    private final Set<String> delivering = new TreeSet<>();
    /** Paths under which something else stands since this run, or nothing any more. */
    private final Set<String> changed = new TreeSet<>();

    public Receive(RunContext context, AsyncTaskExecutor threads) {
        this.context = context;
        this.ledger = context.ledger();
        this.elsewhere = new SameElsewhere(ledger);
        this.spoilt = new SpoiltReports(ledger.archive(), new ReportReader(context.snapshot().settings()));
        this.threads = threads;
        this.decisions = context.snapshot().settings().decisionsOn(context.run().businessDate());
        this.decided = new DecidedFigures(ledger);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        boolean readOtherwise = settingsChanged();
        waiversEnded();
        decisionsChanged();
        SortedMap<String, PresentReport> present = ledger.reports().presentInBrief();
        InputFolder input = context.input();
        context.progress().begin("receive", input.reports().size());
        Set<LocalDate> touched = new TreeSet<>();
        for (PresentReport known : present.values()) {
            if (!input.reports().containsKey(known.path()) && !standsUnseen(known, input)) {
                LOG.info("withdrawn: {}", known.path());
                withdraw(known, touched);
            }
        }
        noteUnread(input);
        receive(input, present, touched);
        comesAgain();
        if (!changed.isEmpty()) {
            lookAgainAtNext(present);
            findRepeats(touched);
        }
        if (readOtherwise) {
            readAgainWhereSettingsChanged();
        }
        ledger.dates().figuresChanged(decided.touched(touched, decisions));
        LocalDate date = context.run().businessDate();
        if (context.isRerun() || ledger.dates().state(date).isEmpty()) {
            ledger.dates().wait(date);
        }
        boolean published = new FoldersInPlace(context).check();
        boolean nothing = published && ledger.reports().waiting().isEmpty() && ledger.dates().waiting().isEmpty()
                && ledger.revisions().unpublished().isEmpty();
        contribution.setExitStatus(nothing ? new ExitStatus(NOTHING_NEW) : ExitStatus.COMPLETED);
        return RepeatStatus.FINISHED;
    }

    /** Whether it is in a folder that may not be read, so that it is not known to be gone. */
    private boolean standsUnseen(PresentReport known, InputFolder input) {
        return input.closed().contains(known.source()) && context.snapshot().settings().profiles().containsKey(known.source());
    }

    /** Returns whether they did; with the same ones all that was read would be read in the same way. */
    private boolean settingsChanged() {
        String settings = context.snapshot().id();
        boolean same = ledger.dates().setting("settings").map(settings::equals).orElse(false);
        if (!same) {
            ledger.dates().known().forEach(ledger.dates()::wait);
            ledger.dates().remember("settings", settings);
        }
        return !same;
    }

    /** Without this a discrepancy would stay waived until something else touches its date. */
    private void waiversEnded() {
        LocalDate date = context.run().businessDate();
        if (context.snapshot().settings().waivers().stream().anyMatch(waiver -> waiver.until().isBefore(date))) {
            ledger.dates().waitWhereWaiversEnded(date);
        }
    }

    /** Of those that ended, or hold again, since the run before; and of new ones dates that nothing was said of until now. */
    private void decisionsChanged() {
        String day = context.run().businessDate().toString();
        String held = context.snapshot().id() + " " + day;
        String before = ledger.dates().setting(DECISIONS).orElse("");
        if (!before.equals(held) && !(before.isEmpty() && decisions.isEmpty())) {
            boolean sameSettings = before.startsWith(context.snapshot().id() + " ");
            ledger.dates().figuresChanged(decided.changed(sameSettings ? context.snapshot().settings()
                    .decisionsOn(LocalDate.parse(before.substring(before.indexOf(' ') + 1))) : Decisions.NONE, decisions));
            ledger.dates().remember(DECISIONS, held);
        }
    }

    private void receive(InputFolder input, SortedMap<String, PresentReport> present, Set<LocalDate> touched) throws IOException {
        List<Delivered> all = new ArrayList<>();
        input.reports().forEach((path, report) -> all.add(new Delivered(path, report.source(), report.file(), report.look(),
                present.get(path))));
        Arrivals arriving = new Arrivals(context);
        List<Delivered> inDoubt = inDoubt(all, arriving);
        WorkAhead<Delivered, Arrival> arrivals = new WorkAhead<>(threads, AHEAD, arriving::of);
        arrivals.begin(inDoubt);
        try {
            for (Delivered report : inDoubt) {
                receive(report, arrivals.next(), touched);
                context.progress().step();
            }
        } finally {
            arrivals.end();
        }
    }

    /** Of very many files nearly all look as before, and handing each to a thread would take longer than to look at it. */
    private List<Delivered> inDoubt(List<Delivered> all, Arrivals arriving) throws IOException {
        List<Delivered> inDoubt = new ArrayList<>();
        WorkAhead<List<Delivered>, List<Delivered>> looks = new WorkAhead<>(threads, AHEAD, arriving::inDoubt);
        List<List<Delivered>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LOOKED_AT_TOGETHER) {
            parts.add(all.subList(from, Math.min(all.size(), from + LOOKED_AT_TOGETHER)));
        }
        looks.begin(parts);
        try {
            for (List<Delivered> part : parts) {
                List<Delivered> left = looks.next();
                inDoubt.addAll(left);
                for (int seen = left.size(); seen < part.size(); seen++) {
                    context.progress().step();
                }
            }
        } finally {
            looks.end();
        }
        return inDoubt;
    }

    private void receive(Delivered report, Arrival arrival, Set<LocalDate> touched) throws IOException {
        PresentReport known = report.known();
        if (arrival instanceof Arrival.Unchanged unchanged && unchanged.seen() != null) {
            ledger.reports().seen(known.id(), unchanged.seen());
        } else if (arrival instanceof Arrival.Waits waits) {
            context.note(report.path(), NoteKind.WAITING, waits.why());
        } else if (arrival instanceof Arrival.Gone) {
            LOG.info("taken away while the reports were received: {}", report.path());
            if (known != null) {
                withdraw(known, touched);
            }
        } else if (arrival instanceof Arrival.Refused refused) {
            refuse(report, refused.why(), touched);
        } else if (arrival instanceof Arrival.KeptReport kept) {
            receive(report, kept, touched);
        }
    }

    private void refuse(Delivered report, String why, Set<LocalDate> touched) {
        if (report.known() != null && report.known().hasNoBytes()) {
            withdraw(report.known(), touched);
        }
        context.note(report.path(), NoteKind.REFUSED,
                report.path() + ": " + why + (before(report) == null ? "" : SpoiltReports.STANDS));
    }

    private void withdraw(PresentReport known, Set<LocalDate> touched) {
        leave(known, touched);
        changed.add(known.path());
        Profile profile = context.snapshot().settings().profiles().get(known.source());
        if (profile != null && profile.rollingWindow()) {
            ledger.reports().leave(known.path(), context.run().id());
        } else {
            ledger.reports().withdraw(known.path(), context.run().id());
        }
    }

    private void receive(Delivered report, Arrival.KeptReport arrived, Set<LocalDate> touched) throws IOException {
        PresentReport known = report.known();
        Archive.Kept kept = arrived.bytes();
        boolean same = known != null && known.sha256().equals(kept.sha256());
        if (same && known.state() == ReadingState.UNREADABLE) {
            ledger.reports().readAgain(known.id());
        }
        if (!same && !isSpoilt(report, kept)) {
            LOG.info("{}: {}", known == null ? "new" : "changed", report.path());
            if (known != null) {
                // Dates of which the new content says the same are not touched: that shows when it is read.
                leave(known, known.repeats() == null ? new TreeSet<>() : touched);
            }
            delivering.add(report.source());
            changed.add(report.path());
            ledger.reports().receive(report.source(), report.path(), kept.sha256(), kept.bytes(), context.run().id(),
                    context.run().businessDate(), arrived.seen());
        } else if (same && arrived.seen() != null) {
            ledger.reports().seen(known.id(), arrived.seen());
        }
    }

    private boolean isSpoilt(Delivered report, Archive.Kept kept) throws IOException {
        Profile profile = context.snapshot().settings().profiles().get(report.source());
        Optional<String> why = spoilt.find(profile, report.path(), kept, before(report));
        why.ifPresent(text -> context.note(report.path(), NoteKind.REFUSED, text));
        return why.isPresent();
    }

    /** Of files that are not taken the date of the run tells; where it told of some before, it may be of others. */
    private void noteUnread(InputFolder input) {
        input.unread().forEach(path -> context.note(path, NoteKind.UNREAD, path + ": is not taken for a report"));
        LocalDate date = context.run().businessDate();
        if (!input.unread().isEmpty() || ledger.acrossDates().told(BuiltIn.FILE_UNREAD).containsValue(date)) {
            ledger.dates().wait(date);
        }
    }

    /** A report's columns are held against those of the one before it, which is another now. */
    private void lookAgainAtNext(SortedMap<String, PresentReport> present) {
        Comparator<String> byName = new NameOrder();
        Map<String, TreeMap<String, PresentReport>> series = new HashMap<>();
        Set<String> sources = changed.stream().map(path -> path.substring(0, path.indexOf('/'))).collect(Collectors.toSet());
        present.values().stream().filter(report -> sources.contains(report.source()))
                .forEach(report -> series.computeIfAbsent(NameOrder.series(report.path()), first -> new TreeMap<>(byName))
                .put(report.path(), report));
        for (String path : changed) {
            Map.Entry<String, PresentReport> next = series.getOrDefault(NameOrder.series(path), new TreeMap<>())
                    .higherEntry(path);
            if (next != null) {
                ReportFacts.date(ledger.reports().find(next.getValue().id())).ifPresent(ledger.dates()::waitIfKnown);
            }
        }
    }

    /** What was told of as withdrawn may be among what was delivered: the dates that tell of it are looked at again. */
    private void comesAgain() {
        if (!delivering.isEmpty()) {
            ledger.acrossDates().told(BuiltIn.FIGURES_WITHDRAWN).forEach((id, date) -> {
                if (delivering.stream()
                        .anyMatch(source -> DiscrepancyId.of(BuiltIn.FIGURES_WITHDRAWN.id(), "", "", Period.day(date),
                        source).equals(id))) {
                    ledger.dates().wait(date);
                }
            });
        }
    }

    /** What stands under the path, or null: what could not be read says nothing that could be kept. */
    private ReportRecord before(Delivered report) {
        return report.known() == null || report.known().state() == ReadingState.UNREADABLE ? null
                : ledger.reports().find(report.known().id());
    }

    /** Contents that were replaced are read again as well: they are compared with what replaced them. */
    private void readAgainWhereSettingsChanged() {
        for (ReadWith way : ledger.reports().readWith()) {
            if (!context.snapshot().howToRead(way.source()).equals(way.readWith())) {
                for (ReportRecord report : ledger.reports().readIn(way)) {
                    LOG.info("read again, since its settings changed: {}", report.path());
                    ledger.reports().readAgain(report.id());
                }
            }
        }
    }

    /** What a report touched while it stood has to be looked at again. */
    private void leave(PresentReport known, Set<LocalDate> touched) {
        ReportRecord report = ledger.reports().find(known.id());
        ledger.dates().wait(context.run().businessDate());
        touched.addAll(ledger.reports().datesOf(report.id()));
        ledger.reports().earliestGoal(report.id()).ifPresent(ledger.dates()::waitFrom);
        elsewhere.wait(report, report.contents().figuresHash());
        ReportFacts.date(report).ifPresent(ledger.dates()::waitIfKnown);
    }

    /** Of reports of one source with the same bytes, the one whose path comes first counts. */
    private void findRepeats(Set<LocalDate> touched) {
        Map<String, List<ReportRecord>> sameBytes = ledger.reports().sameBytes().stream()
                .collect(Collectors.groupingBy(report -> report.source() + "\n" + report.sha256(), HashMap::new,
                Collectors.toList()));
        for (List<ReportRecord> reports : sameBytes.values()) {
            String first = reports.get(0).path();
            for (ReportRecord report : reports) {
                String repeats = report.path().equals(first) ? null : first;
                if (repeats == null ? report.repeats() != null : !repeats.equals(report.repeats())) {
                    ledger.reports().setRepeats(report.id(), repeats, context.run().id());
                    touched.addAll(ledger.reports().datesOf(report.id()));
                }
            }
        }
    }
}

package org.crossfoot.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.CellsWanted;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.KnownReports.GoneFigures;
import org.crossfoot.ledger.KnownReports;
import org.crossfoot.ledger.ReportRecord.Standing;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Reports.DatedFigures;
import org.crossfoot.ledger.pack.CommonValues;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.ledger.pack.Texts;
import org.crossfoot.reconcile.evidence.Context;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.Evidence.Missing;
import org.crossfoot.reconcile.evidence.Evidence.OnRequest;
import org.crossfoot.reconcile.evidence.Evidence.ReportFact;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.outcome.FailedOn;
import org.crossfoot.report.Input;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Decisions;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/** Brings together everything the ledger knows that bears on a date. */
public final class AssembleEvidence {

    /**
     * @param earlier what of earlier dates is looked at; grows when more is asked for
     * @param inputs  the reports it comes from; grows when neighbours are asked for
     */
    public record Assembled(Evidence evidence, LookedAt earlier, SortedSet<Input> inputs) {
    }

    /** Earlier dates that bear on one. */
    public static final class LookedAt {

        private final SortedMap<String, SortedSet<LocalDate>> dates = new TreeMap<>();
        private LocalDate from;

        /** The first day that anything reaches back to, or null. */
        public LocalDate from() {
            return from;
        }

        /** Of which figures are read, by source. */
        public SortedMap<String, SortedSet<LocalDate>> dates() {
            return dates;
        }

        void add(List<Delivery> deliveries) {
            deliveries.forEach(delivery -> dates.computeIfAbsent(delivery.figure().source(), source -> new TreeSet<>())
                    .add(delivery.figure().date()));
        }

        void reachedBackTo(LocalDate first) {
            from = from == null || first != null && first.isBefore(from) ? first : from;
        }
    }

    /** More of what rules tie to doubtful figures is left out: a date with all of it would take minutes. */
    private static final int MOST_TIED = 20_000;

    private final KnownReports known;
    private final Settings settings;
    private final Decisions decisions;
    private final Map<Long, ReportRecord> reports = new HashMap<>();
    /** Those that stand, by the day that is told of them, each by path. */
    private final Map<LocalDate, List<ReportRecord>> byDay = new HashMap<>();
    private final Map<String, Input> inputs = new HashMap<>();
    private final Texts declared;
    private final LookingBack earlier;
    /** Made when first asked for: only where people decided of figures. */
    private LookingBack asPrinted;
    private final ChangedColumns columns;
    private final CopiedReports copied;

    /**
     * Reads which reports there are once: nothing may be received while dates are assembled.
     *
     * @param decisions that say of which cells figures are
     */
    public AssembleEvidence(KnownReports known, Settings settings, Decisions decisions) {
        this.known = known;
        this.settings = settings;
        this.decisions = decisions;
        this.declared = new Texts(Stream.concat(settings.measures().keySet().stream(),
                settings.areas().all().stream().map(Area::id)).toList());
        for (ReportRecord report : known.notWithdrawn()) {
            reports.put(report.id(), report);
            inputs.put(versionOf(report.path(), report.version()), new Input(report.path(), report.sha256()));
            if (report.standing() == Standing.PRESENT && settings.profiles().containsKey(report.source())) {
                ReportFacts.date(report).ifPresent(day -> byDay.computeIfAbsent(day, first -> new ArrayList<>()).add(report));
            }
        }
        this.earlier = lookingBack(decisions);
        this.columns = new ChangedColumns(known.stood());
        this.copied = new CopiedReports(reports.values(), settings);
    }

    private LookingBack lookingBack(Decisions decided) {
        return new LookingBack(known, id -> reports.get(id).path(), declared,
                (day, wanted) -> between(day, day, new CommonValues(declared), wanted, decided), decided::moved,
                (first, last) -> decided.movedInto(first, last).stream()
                .flatMap(cell -> on(cell, new CommonValues(declared)).stream()).map(Delivery::figure).toList());
    }

    /** Of figures that count for the cells they were printed for. */
    private synchronized LookingBack earlierAsPrinted() {
        if (asPrinted == null) {
            asPrinted = lookingBack(Decisions.NONE);
        }
        return asPrinted;
    }

    /** As it is known up to the date. */
    public Assembled of(LocalDate date) {
        return of(date, Collections.emptySortedSet());
    }

    /** @param cells of other dates that it is to be reconciled with; nearly always none */
    public Assembled of(LocalDate date, SortedSet<Cell> cells) {
        return of(date, cells, decisions, new TreeSet<>(), new LookedAt());
    }

    private Assembled of(LocalDate date, SortedSet<Cell> cells, Decisions decided, SortedSet<Input> used,
            LookedAt lookedAt) {
        CommonValues common = new CommonValues(declared);
        List<Delivery> ofDate = between(date, date, common, (measure, area, period) -> true, decided);
        Context context = new Context(date, ofDate, settings.vocabulary(), settings.rules(), earlier(decided));
        List<Delivery> tied = tied(cells, Stream.concat(ofDate.stream(), context.deliveries().stream()).toList(), common,
                decided);
        List<Delivery> goals = deliveries(known.goals(date), common,
                (measure, area, period) -> settings.measures().get(measure).isGoal() && period.contains(date));
        lookedAt.add(context.deliveries());
        lookedAt.reachedBackTo(context.from());
        Stream.of(ofDate, context.deliveries(), tied, goals).forEach(deliveries -> addInputs(deliveries, used));
        Evidence evidence = new Evidence(date, ofDate, context.deliveries(), tied, goals, missing(date, used), facts(date, used),
                wanted -> neighbours(date, wanted, used, common, decided),
                new OfDate(date, cells, ofDate, Stream.concat(context.deliveries().stream(), tied.stream()).toList(), decided,
                used, lookedAt, common));
        return new Assembled(evidence, lookedAt, used);
    }

    private LookingBack earlier(Decisions decided) {
        return decided == decisions ? earlier : earlierAsPrinted();
    }

    /** What is said of these cells and was not looked at already. */
    private List<Delivery> tied(SortedSet<Cell> cells, List<Delivery> already, CommonValues common, Decisions decided) {
        if (cells.isEmpty()) {
            return List.of();
        }
        SortedSet<LocalDate> dates = new TreeSet<>();
        cells.forEach(cell -> dates.add(cell.period().date()));
        Set<Delivery> had = new HashSet<>(already);
        return dates.stream().flatMap(date -> between(date, date, common,
                (measure, area, period) -> cells.contains(new Cell(measure, area, period)), decided).stream())
                .filter(delivery -> !had.contains(delivery)).toList();
    }

    /** What was said of the day before and of the day after; the reports that were looked at are inputs from then on. */
    private List<Delivery> neighbours(LocalDate date, CellsWanted wanted, SortedSet<Input> used, CommonValues common,
            Decisions decided) {
        List<Delivery> neighbours = new ArrayList<>(between(date.minusDays(1), date.minusDays(1), common, wanted, decided));
        neighbours.addAll(between(date.plusDays(1), date.plusDays(1), common, wanted, decided));
        addInputs(neighbours, used);
        return neighbours;
    }

    private void addInputs(List<Delivery> deliveries, SortedSet<Input> used) {
        Delivery before = null;
        for (Delivery delivery : deliveries) {
            boolean sameReport = before != null && before.figure().file().equals(delivery.figure().file())
                    && before.version() == delivery.version();
            if (!sameReport) {
                used.add(inputs.get(versionOf(delivery.figure().file(), delivery.version())));
            }
            before = delivery;
        }
    }

    private Input input(ReportRecord report) {
        return inputs.get(versionOf(report.path(), report.version()));
    }

    private static String versionOf(String path, int version) {
        return version + " " + path;
    }

    /** What is said of cells whose dates lie between two; a figure counts for the cell that it was decided to be of. */
    private List<Delivery> between(LocalDate first, LocalDate last, CommonValues common, CellsWanted wanted, Decisions decided) {
        Set<Cell> from = decided.movedFrom();
        if (from.isEmpty()) {
            return deliveries(known.figures(first, last), common, wanted);
        }
        CellsWanted maybe = (measure, area, period) -> wanted.include(measure, area, period)
                || from.contains(new Cell(measure, area, period));
        List<Delivery> said = new ArrayList<>(deliveries(known.figures(first, last), common, maybe));
        decided.movedInto(first, last).forEach(cell -> said.addAll(on(cell, common)));
        return said.stream().map(delivery -> delivery.of(decided.moved(delivery.figure()))).filter(delivery -> {
            Cell cell = delivery.figure().cell();
            return !delivery.figure().date().isBefore(first) && !delivery.figure().date().isAfter(last)
                    && wanted.include(cell.measure(), cell.area(), cell.period());
        }).toList();
    }

    /** What was printed for a cell. */
    private List<Delivery> on(Cell cell, CommonValues common) {
        LocalDate date = cell.period().date();
        return deliveries(known.figures(date, date), common,
                (measure, area, period) -> cell.equals(new Cell(measure, area, period)));
    }

    private List<Delivery> deliveries(Collection<DatedFigures> dated, CommonValues common, CellsWanted wanted) {
        List<Delivery> deliveries = new ArrayList<>();
        for (DatedFigures figures : dated) {
            ReportRecord report = reports.get(figures.report());
            boolean present = report.standing() == Standing.PRESENT;
            FailedOn.telling(report::path, () -> {
                for (Figure figure : FigurePack.unpack(figures.packed(), common, wanted)) {
                    deliveries.add(new Delivery(figure, report.receivedOn(), report.version(), present,
                            report.repeats() != null));
                }
            });
        }
        return settings.profiles().values().stream().anyMatch(Profile::rollingWindow) ? standingOn(deliveries) : deliveries;
    }

    /** Of a source whose window is rolling, what left it stands as it was said last. */
    private List<Delivery> standingOn(List<Delivery> deliveries) {
        Map<List<Object>, Delivery> latest = new HashMap<>();
        for (Delivery delivery : deliveries) {
            if (settings.profiles().containsKey(delivery.figure().source())
                    && settings.profiles().get(delivery.figure().source()).rollingWindow()) {
                latest.merge(List.of(delivery.figure().source(), delivery.figure().attributedTo(), delivery.figure().cell()),
                        delivery, AssembleEvidence::later);
            }
        }
        return deliveries.stream().map(delivery -> {
            Delivery last = latest.get(List.of(delivery.figure().source(), delivery.figure().attributedTo(),
                    delivery.figure().cell()));
            return last == null || last.present() || !ReportVersion.of(last).equals(ReportVersion.of(delivery)) ? delivery
                    : delivery.standing();
        }).toList();
    }

    private record ReportVersion(String file, int version) {

        static ReportVersion of(Delivery delivery) {
            return new ReportVersion(delivery.figure().file(), delivery.version());
        }
    }

    /** A present one, or else that of the later night. */
    private static Delivery later(Delivery one, Delivery other) {
        Comparator<Delivery> order = Comparator.comparing(Delivery::present).thenComparing(Delivery::receivedOn)
                .thenComparing(delivery -> delivery.figure().file()).thenComparing(Delivery::version);
        return order.compare(one, other) < 0 ? other : one;
    }

    /** A report that met a schedule is an input: without it one would be missing. */
    private List<Missing> missing(LocalDate date, SortedSet<Input> used) {
        List<Missing> missing = new ArrayList<>();
        settings.profiles().forEach((source, profile) -> {
            Period due = profile.schedule() == null ? null : profile.schedule().dueOn(date);
            if (due != null) {
                known.withFigures(source, due.start(), due.end(), profile.rollingWindow()).map(reports::get).ifPresentOrElse(
                        report -> used.add(input(report)), () -> missing.add(new Missing(source, due)));
            }
        });
        return missing;
    }

    private Optional<ReportFact> changedColumns(ReportRecord report, SortedSet<Input> used) {
        ReportRecord last = columns.before(report);
        ReportRecord before = last == null ? null : reports.get(last.id());
        Optional<ReportFact> changed = ChangedColumns.of(before, report);
        changed.ifPresent(fact -> used.add(input(before)));
        return changed;
    }

    /** Of one date, asked while it is reconciled. */
    private final class OfDate implements OnRequest {

        private final LocalDate date;
        private final SortedSet<Cell> cells;
        private final List<Delivery> ofDate;
        private final List<Delivery> ofOthers;
        private final Decisions decided;
        private final SortedSet<Input> used;
        private final LookedAt lookedAt;
        private final CommonValues common;

        OfDate(LocalDate date, SortedSet<Cell> cells, List<Delivery> ofDate, List<Delivery> ofOthers, Decisions decided,
                SortedSet<Input> used, LookedAt lookedAt, CommonValues common) {
            this.date = date;
            this.cells = cells;
            this.ofDate = ofDate;
            this.decided = decided;
            this.used = used;
            this.lookedAt = lookedAt;
            this.common = common;
            this.ofOthers = ofOthers;
        }

        @Override
        public List<Delivery> between(LocalDate first, LocalDate last, CellsWanted wanted) {
            List<Delivery> found = AssembleEvidence.this.between(first, last, common, wanted, decided);
            addInputs(found, used);
            lookedAt.add(found);
            return found;
        }

        @Override
        public List<Delivery> tiedTo(Set<Cell> doubtful) {
            Set<Delivery> had = new HashSet<>(ofOthers);
            Context context = new Context(date, ofDate, settings.vocabulary(), settings.rules(),
                    AssembleEvidence.this.earlier(decided), doubtful, had.size() + MOST_TIED);
            List<Delivery> more = context.deliveries().stream().filter(delivery -> !had.contains(delivery)).toList();
            lookedAt.add(more);
            lookedAt.reachedBackTo(context.from());
            addInputs(more, used);
            return more;
        }

        @Override
        public List<Figure> movedAway() {
            List<Delivery> away = decided.movedFrom().stream().filter(cell -> cell.period().date().equals(date)).sorted()
                    .flatMap(cell -> on(cell, common).stream())
                    .filter(delivery -> delivery.present() && !decided.moved(delivery.figure()).date().equals(date)).toList();
            addInputs(away, used);
            return away.stream().map(Delivery::figure).sorted().toList();
        }

        @Override
        public Optional<Evidence> asPrinted() {
            return decided.movedFrom().isEmpty() ? Optional.empty()
                    : Optional.of(of(date, cells, Decisions.NONE, used, lookedAt).evidence());
        }

        @Override
        public List<Figure> gone(CellsWanted wanted) {
            List<Figure> gone = new ArrayList<>();
            for (GoneFigures had : known.gone(date)) {
                List<Figure> figures = FigurePack.unpack(had.packed(), common, wanted);
                if (!figures.isEmpty()) {
                    used.add(new Input(had.report().path(), had.report().sha256()));
                }
                gone.addAll(figures);
            }
            return gone;
        }

        @Override
        public SortedMap<String, String> notRead() {
            Set<String> files = ofDate.stream().filter(Delivery::present).map(delivery -> delivery.figure().file())
                    .collect(Collectors.toSet());
            SortedMap<String, String> notRead = new TreeMap<>();
            reports.values().stream().filter(report -> report.standing() == Standing.PRESENT && files.contains(report.path()))
                    .sorted(Comparator.comparing(ReportRecord::path)).forEach(report -> {
                        ReportFacts.notRead(report)
                                .ifPresent(fact -> notRead.merge(report.source(), fact.text(), AssembleEvidence::both));
                        changedColumns(report, used).filter(ReportFact::grave)
                                .ifPresent(fact -> notRead.merge(report.source(), fact.text(), AssembleEvidence::both));
                    });
            return notRead;
        }
    }

    private static String both(String one, String other) {
        return one + "; " + other;
    }

    private List<ReportFact> facts(LocalDate date, SortedSet<Input> used) {
        List<ReportFact> facts = new ArrayList<>();
        for (ReportRecord report : byDay.getOrDefault(date, List.of())) {
            List<ReportFact> ofReport = new ArrayList<>(ReportFacts.of(report, settings.profiles().get(report.source())));
            if (report.repeats() == null) {
                changedColumns(report, used).ifPresent(ofReport::add);
                copied.of(report).ifPresent(same -> {
                    used.add(input(same.getKey()));
                    ofReport.add(same.getValue());
                });
            }
            if (!ofReport.isEmpty()) {
                used.add(input(report));
            }
            facts.addAll(ofReport);
        }
        known.unread(date)
                .forEach(path -> facts.add(new ReportFact(BuiltIn.FILE_UNREAD, path.substring(0, path.indexOf('/')), path
                + " is not taken for a report")));
        facts.addAll(new WithdrawnFigures(known, settings, id -> input(reports.get(id))).of(date, used));
        return facts;
    }
}

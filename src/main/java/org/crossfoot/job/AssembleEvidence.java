package org.crossfoot.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.FigurePack;
import org.crossfoot.ledger.KnownReports;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.ReportRecord.Standing;
import org.crossfoot.ledger.Reports.DatedFigures;
import org.crossfoot.reconcile.Delivery;
import org.crossfoot.reconcile.Evidence;
import org.crossfoot.reconcile.Evidence.Missing;
import org.crossfoot.reconcile.Evidence.ReportFact;
import org.crossfoot.report.Input;
import org.crossfoot.settings.Settings;

/** Brings together everything the ledger knows that bears on a date. */
public final class AssembleEvidence {

    /**
     * @param contextFrom the first day that the date's longer periods reach back to, or null
     * @param inputs      the reports it comes from; grows when neighbours are asked for
     */
    public record Assembled(Evidence evidence, LocalDate contextFrom, SortedSet<Input> inputs) {
    }

    private final KnownReports known;
    private final Settings settings;
    private final Map<Long, ReportRecord> reports = new HashMap<>();
    private final Map<String, Input> inputs = new HashMap<>();

    /** Reads which reports there are once: nothing may be received while dates are assembled. */
    public AssembleEvidence(KnownReports known, Settings settings) {
        this.known = known;
        this.settings = settings;
        for (ReportRecord report : known.notWithdrawn()) {
            reports.put(report.id(), report);
            inputs.put(versionOf(report.path(), report.version()), new Input(report.path(), report.sha256()));
        }
    }

    public Assembled of(LocalDate date) {
        List<Delivery> ofDate = deliveries(known.figures(date, date));
        Map<String, LocalDate> reach = new HashMap<>();
        ofDate.stream().filter(Delivery::present).map(delivery -> delivery.figure().cell()).filter(this::isLongFlow)
                .forEach(cell -> reach.merge(line(cell), cell.period().start(), AssembleEvidence::earlier));
        List<Delivery> context = context(date, reach);
        List<Delivery> goals = deliveries(known.goals(date)).stream()
                .filter(delivery -> measure(delivery.figure().cell()).isGoal() && delivery.figure().cell().period().contains(date)).toList();
        List<ReportRecord> facts = facts(date);
        SortedSet<Input> used = new TreeSet<>();
        Stream.of(ofDate, context, goals).flatMap(List::stream).map(this::input).forEach(used::add);
        facts.forEach(report -> used.add(input(report)));
        LocalDate contextFrom = reach.values().stream().min(LocalDate::compareTo).orElse(null);
        return new Assembled(new Evidence(date, ofDate, context, goals, missing(date, used), facts.stream()
                .map(report -> new ReportFact(report.source(), report.path(), ReportFacts.isEmpty(report) ? null : report.repeats()))
                .toList(), wanted -> neighbours(date, wanted, used)), contextFrom, used);
    }

    /** What was said of the day before and of the day after; the reports that were looked at are inputs from then on. */
    private List<Delivery> neighbours(LocalDate date, Predicate<Cell> wanted, SortedSet<Input> used) {
        List<Delivery> neighbours = Stream.of(date.minusDays(1), date.plusDays(1))
                .flatMap(day -> deliveries(known.figures(day, day), wanted).stream()).toList();
        neighbours.stream().map(this::input).forEach(used::add);
        return neighbours;
    }

    private Input input(Delivery delivery) {
        return inputs.get(versionOf(delivery.figure().file(), delivery.version()));
    }

    private Input input(ReportRecord report) {
        return inputs.get(versionOf(report.path(), report.version()));
    }

    private static String versionOf(String path, int version) {
        return version + " " + path;
    }

    /** Earlier figures on the same lines of days, and, where one of them reaches further back, those before it as well. */
    private List<Delivery> context(LocalDate date, Map<String, LocalDate> reach) {
        List<Delivery> context = new ArrayList<>();
        LocalDate loadedFrom = date;
        while (!reach.isEmpty()) {
            LocalDate from = reach.values().stream().min(LocalDate::compareTo).orElseThrow();
            if (!from.isBefore(loadedFrom)) {
                break;
            }
            List<DatedFigures> loaded = known.figures(from, loadedFrom.minusDays(1));
            loadedFrom = from;
            for (Delivery delivery : deliveries(loaded)) {
                Cell cell = delivery.figure().cell();
                LocalDate first = reach.get(line(cell));
                if (first != null && isFlow(cell) && !cell.period().end().isBefore(first)) {
                    context.add(delivery);
                    reach.merge(line(cell), cell.period().start(), AssembleEvidence::earlier);
                }
            }
        }
        return LatestRunningTotals.of(context);
    }

    private List<Delivery> deliveries(Collection<DatedFigures> dated) {
        return deliveries(dated, cell -> true);
    }

    private List<Delivery> deliveries(Collection<DatedFigures> dated, Predicate<Cell> wanted) {
        List<Delivery> deliveries = new ArrayList<>();
        for (DatedFigures figures : dated) {
            ReportRecord report = reports.get(figures.report());
            boolean present = report.standing() == Standing.PRESENT;
            for (Figure figure : FigurePack.unpack(figures.packed())) {
                if (wanted.test(figure.cell())) {
                    deliveries.add(new Delivery(figure, report.receivedOn(), report.version(), present, report.repeats() != null));
                }
            }
        }
        return deliveries;
    }

    /** A report that met a schedule is an input: without it one would be missing. */
    private List<Missing> missing(LocalDate date, SortedSet<Input> used) {
        List<Missing> missing = new ArrayList<>();
        settings.profiles().forEach((source, profile) -> {
            Period due = profile.schedule() == null ? null : profile.schedule().dueOn(date);
            if (due != null) {
                known.withFigures(source, due.start(), due.end()).map(reports::get).ifPresentOrElse(
                        report -> used.add(input(report)), () -> missing.add(new Missing(source, due)));
            }
        });
        return missing;
    }

    private List<ReportRecord> facts(LocalDate date) {
        return reports.values().stream().filter(report -> report.standing() == Standing.PRESENT)
                .filter(report -> ReportFacts.date(report).filter(date::equals).isPresent())
                .sorted(Comparator.comparing(ReportRecord::path)).toList();
    }

    private static String line(Cell cell) {
        return cell.area() + "\n" + cell.measure();
    }

    private boolean isLongFlow(Cell cell) {
        return isFlow(cell) && !cell.period().isDay();
    }

    private boolean isFlow(Cell cell) {
        return measure(cell).isFlow() && !cell.period().isOpen();
    }

    private Measure measure(Cell cell) {
        return settings.measures().get(cell.measure());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

package org.crossfoot.page;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Severity;

/**
 * What the page of all dates tells of one date: what is new there, and how much is open by rule, publisher and area. Bounded,
 * however many discrepancies the date has, so that the page reads a date without its discrepancies.
 *
 * @param fresh    how many are new, changed or back again
 * @param foremost of these, those that matter most
 * @param unnamed  how many areas with something open are left out
 */
record DateFindings(String date, int fresh, List<Fresh> foremost, List<Tally> rules, List<Tally> publishers, List<Tally> areas,
        int unnamed) {

    static final String FILE = "report-data/findings.json";

    static final int FOREMOST = 40;
    private static final int AREAS = 400;
    private static final int PUBLISHERS = 400;
    private static final int TOLD = 4;
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /** As the others here: a file that somebody altered so that something lacks is no file of this form. */
    DateFindings {
        foremost = List.copyOf(foremost);
        rules = List.copyOf(rules);
        publishers = List.copyOf(publishers);
        areas = List.copyOf(areas);
    }

    /** What is new goes first. */
    private static final List<Status> STATUSES = List.of(Status.NEW, Status.REOPENED, Status.CHANGED, Status.PERSISTING,
            Status.LAPSED, Status.WAIVED, Status.RESOLVED);

    /**
     * One discrepancy that is new, changed or back again.
     *
     * @param source of a rule on reports, otherwise empty
     * @param share  of the whole, in millionths
     * @param told   its figures, or the first of them
     * @param more   how many figures are left out
     */
    record Fresh(String date, String id, String rule, String area, String measure, String source, Severity severity,
            Status status, long gap, String percent, long share, List<ToldFigure> told, int more) {

        Fresh {
            LocalDate.parse(date);
            List.of(id, rule, area, measure, source, severity, status, percent);
            told = List.copyOf(told);
        }
    }

    /** A figure: who said it, and in which words. */
    record ToldFigure(String source, String printed) {

        ToldFigure {
            List.of(source, printed);
        }
    }

    /**
     * What is open of one rule, publisher or area.
     *
     * @param severity the worst
     * @param percent  the largest gap in percent of its larger side; empty where none has a gap
     * @param id       of the discrepancy with that gap
     */
    record Tally(String key, Severity severity, int open, String percent, String id) {

        static final Comparator<Tally> ORDER = Comparator.comparing(Tally::severity)
                .thenComparing(Tally::size, Comparator.reverseOrder())
                .thenComparing(Tally::open, Comparator.reverseOrder()).thenComparing(Tally::key);

        Tally {
            List.of(key, severity, sizeOf(percent), id);
        }

        BigDecimal size() {
            return sizeOf(percent);
        }

        Tally and(Tally other) {
            Tally larger = size().compareTo(other.size()) >= 0 ? this : other;
            return new Tally(key, severity.compareTo(other.severity) <= 0 ? severity : other.severity, open + other.open,
                    larger.percent, larger.id);
        }
    }

    /** Of a gap in percent; none counts as 0. */
    static BigDecimal sizeOf(String percent) {
        return percent.isEmpty() ? BigDecimal.ZERO : new BigDecimal(percent);
    }

    /**
     * How much one discrepancy matters: what is new first, then by the gap in percent of the whole, then by severity; notes, of
     * which nothing need be wrong, after all others.
     */
    record Weight(Status status, Severity severity, long share, long gap, String date, String id) implements Comparable<Weight> {

        private static final Comparator<Weight> ORDER = Comparator.comparing((Weight each) -> STATUSES.indexOf(each.status))
                .thenComparing(each -> each.severity == Severity.INFO).thenComparing(Weight::share, Comparator.reverseOrder())
                .thenComparing(Weight::severity).thenComparing(Weight::gap, Comparator.reverseOrder())
                .thenComparing(Weight::date, Comparator.reverseOrder()).thenComparing(Weight::id);

        static Weight of(Fresh one) {
            return new Weight(one.status, one.severity, one.share, one.gap, one.date, one.id);
        }

        @Override
        public int compareTo(Weight other) {
            return ORDER.compare(this, other);
        }
    }

    /** The discrepancies of a revision by what matters. */
    static List<DiscrepancyRecord> byWeight(List<DiscrepancyRecord> rows, Outcome outcome) {
        Map<Cell, Long> wholes = wholes(outcome);
        return rows.stream().map(row -> Map.entry(weight(row, wholes), row)).sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue).toList();
    }

    static DateFindings of(LocalDate date, List<DiscrepancyRecord> rows, Outcome outcome, Map<String, Discrepancy> found) {
        Map<Cell, Long> wholes = wholes(outcome);
        List<DiscrepancyRecord> open = rows.stream().filter(DiscrepancyRecord::isOpen).toList();
        List<Tally> areas = tallies(open.stream().filter(row -> !row.area().isEmpty()).toList(), row -> List.of(row.area()));
        return new DateFindings(date.toString(), (int) rows.stream().filter(DiscrepancyRecord::isFresh).count(),
                rows.stream().filter(DiscrepancyRecord::isFresh).limit(FOREMOST)
                .map(row -> fresh(row, weight(row, wholes).share, found.get(row.id()))).toList(),
                tallies(open, row -> List.of(row.rule())),
                first(tallies(open, row -> found.containsKey(row.id()) ? publishers(found.get(row.id())) : List.of()),
                PUBLISHERS),
                first(areas, AREAS), Math.max(0, areas.size() - AREAS));
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    private static List<String> publishers(Discrepancy one) {
        return one.source().isEmpty() ? one.figures().stream().map(Figure::source).distinct().toList() : List.of(one.source());
    }

    private static List<Tally> tallies(List<DiscrepancyRecord> open, Function<DiscrepancyRecord, List<String>> keys) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        open.forEach(row -> keys.apply(row).forEach(key -> tallies.merge(key,
                new Tally(key, row.severity(), 1, row.gapPercent(), row.id()), Tally::and)));
        return tallies.values().stream().sorted(Tally.ORDER).toList();
    }

    private static Fresh fresh(DiscrepancyRecord row, long share, Discrepancy one) {
        // Those of the cell that the row is about say more than its many parts.
        List<ToldFigure> said = one == null ? List.of() : one.figures().stream()
                .sorted(Comparator.comparing(each -> !each.cell().area().equals(row.area())
                || !each.cell().measure().equals(row.measure()) || !each.cell().period().equals(one.period())))
                .map(each -> new ToldFigure(each.source(), each.asPrinted())).distinct().toList();
        return new Fresh(row.date().toString(), row.id(), row.rule(), row.area(), row.measure(), one == null ? "" : one.source(),
                row.severity(), row.status(), row.gap(), row.gapPercent(), share, first(said, TOLD),
                Math.max(0, said.size() - TOLD));
    }

    /** Of every measure and period the largest total of all areas: what gaps are parts of. */
    private static Map<Cell, Long> wholes(Outcome outcome) {
        Map<Cell, Long> wholes = new HashMap<>();
        for (Total total : outcome.totals()) {
            wholes.merge(new Cell(total.cell().measure(), "", total.cell().period()),
                    total.best() == null ? total.lowest() : total.best(), Math::max);
        }
        return wholes;
    }

    private static Weight weight(DiscrepancyRecord row, Map<Cell, Long> wholes) {
        return new Weight(row.status(), row.severity(), share(row, wholes), row.gap(), row.date().toString(), row.id());
    }

    /** In millionths; an error without a gap, such as a report that did not come, is a whole. */
    private static long share(DiscrepancyRecord row, Map<Cell, Long> wholes) {
        if (row.gap() == 0) {
            return row.severity() == Severity.ERROR && BuiltIn.of(row.rule()).isPresent() ? MILLION.longValue() : 0;
        }
        long whole = row.periodStart() == null ? 0
                : wholes.getOrDefault(new Cell(row.measure(), "", new Period(row.periodStart(), row.periodEnd())), 0L);
        if (whole == 0) {
            return row.gapPercent().isEmpty() ? 0
                    : new BigDecimal(row.gapPercent()).movePointRight(4).min(new BigDecimal(MILLION)).longValue();
        }
        return BigInteger.valueOf(row.gap()).multiply(MILLION).divide(BigInteger.valueOf(whole)).min(MILLION).longValue();
    }

    /** Of several dates, what is open of each rule, publisher or area, and where. */
    static Map<String, Map<String, Tally>> byKey(List<DateFindings> dates, Function<DateFindings, List<Tally>> of) {
        Map<String, Map<String, Tally>> byKey = new LinkedHashMap<>();
        dates.forEach(date -> of.apply(date).forEach(tally ->
                byKey.computeIfAbsent(tally.key, first -> new LinkedHashMap<>()).put(date.date, tally)));
        return byKey.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(DateFindings::all, Tally.ORDER)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    static Tally all(Map<String, Tally> byDate) {
        return new ArrayList<>(byDate.values()).stream().reduce(Tally::and).orElseThrow();
    }
}

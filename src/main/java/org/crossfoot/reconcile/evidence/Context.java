package org.crossfoot.reconcile.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.evidence.Mentioned.Series;
import org.crossfoot.reconcile.evidence.Mentioned.SeriesOver;
import org.crossfoot.rule.Rules;

/**
 * Figures of earlier dates that a date needs: those that one of its longer periods contains or overlaps, and from there on those
 * that these overlap. Of a piece of such a period that nobody speaks of on its own line, what rules tie to it is needed as well:
 * a week against the kinds of its days, a nation's week against its offices' days. What somebody does speak of was held against
 * these on its own date; where that is in doubt by what this date says, all that rules tie to it can be asked for.
 */
public final class Context {

    /** Where earlier figures come from. */
    public interface Earlier {

        /** What is told of on these dates, in their order. */
        List<Mentioned> mentioned(LocalDate first, LocalDate last);

        /** What these say on a date. */
        List<Delivery> on(LocalDate date, Set<SeriesOver> needed);
    }

    /** What is counted where, whatever the period. */
    private record MeasuredArea(String area, String measure) {

        static MeasuredArea of(Cell cell) {
            return new MeasuredArea(cell.area(), cell.measure());
        }
    }

    /**
     * What of a set is on a line that is needed.
     *
     * @param from the day from which on all of them are
     */
    private record InReach(Set<Series> series, LocalDate from) {

        static final InReach NONE = new InReach(Set.of(), LocalDate.MIN);
    }

    private final LocalDate date;
    private final List<Delivery> ofDate;
    private final Vocabulary vocabulary;
    private final TiedLines tied;
    private final Earlier earlier;
    private final int most;
    /** Of every line with a longer period, the first day that one of them contains. */
    private final Map<MeasuredArea, LocalDate> reach = new HashMap<>();
    /** Of lines that rules tie together, the first day from which all of them are needed. */
    private final Map<String, LocalDate> spread = new HashMap<>();
    /** As far as asked for since a line reached further back. */
    private final Map<Set<Series>, InReach> inReach = new IdentityHashMap<>();
    private List<Delivery> deliveries = List.of();

    public Context(LocalDate date, List<Delivery> ofDate, Vocabulary vocabulary, Rules rules, Earlier earlier) {
        this(date, ofDate, vocabulary, rules, earlier, Set.of(), Integer.MAX_VALUE);
    }

    /**
     * With all that rules tie to some cells.
     *
     * @param doubtful of earlier dates
     * @param most     figures; nothing where there are more
     */
    public Context(LocalDate date, List<Delivery> ofDate, Vocabulary vocabulary, Rules rules, Earlier earlier,
            Set<Cell> doubtful, int most) {
        this.date = date;
        this.ofDate = ofDate;
        this.vocabulary = vocabulary;
        this.tied = new TiedLines(vocabulary.areas(), rules);
        this.earlier = earlier;
        this.most = most;
        for (Delivery delivery : ofDate) {
            Cell cell = delivery.figure().cell();
            if (delivery.present() && !cell.period().isDay() && isFlow(cell.measure(), cell.period())) {
                reach.merge(MeasuredArea.of(cell), cell.period().start(), Context::first);
            }
        }
        doubtful.forEach(cell -> spread.merge(tied.groupOf(cell), cell.period().start(), Context::first));
        if (from() != null) {
            deliveries = reached();
            if (spread()) {
                deliveries = reached();
            }
        }
    }

    public List<Delivery> deliveries() {
        return deliveries;
    }

    /** The first day that was looked at, or null where no earlier one is needed. */
    public LocalDate from() {
        return Stream.concat(reach.values().stream(), spread.values().stream()).min(LocalDate::compareTo).orElse(null);
    }

    private boolean isFlow(String measure, Period period) {
        return !period.isOpen() && vocabulary.measure(measure).isFlow();
    }

    /** Null where a line is not needed. */
    private LocalDate from(String area, String measure) {
        LocalDate own = reach.get(new MeasuredArea(area, measure));
        LocalDate all = spread.isEmpty() ? null : spread.get(tied.groupOf(area, measure));
        return own == null ? all : all == null ? own : first(own, all);
    }

    /** Earlier figures on these lines, and, where one of them reaches further back, those before it as well. */
    private List<Delivery> reached() {
        List<Mentioned> reached = new ArrayList<>();
        inReach.clear();
        LocalDate lookedFrom = date;
        for (LocalDate from = from(); from.isBefore(lookedFrom); from = from()) {
            for (Mentioned mentioned : earlier.mentioned(from, lookedFrom.minusDays(1))) {
                Set<Series> within = within(mentioned);
                if (!within.isEmpty()) {
                    reached.add(new Mentioned(mentioned.period(), within));
                }
            }
            lookedFrom = from;
        }
        List<Delivery> figures = new ArrayList<>();
        SortedMap<LocalDate, Set<SeriesOver>> needed = needed(reached);
        if (needed.values().stream().mapToInt(Set::size).sum() <= most) {
            needed.forEach((day, series) -> figures.addAll(earlier.on(day, series)));
        }
        return figures;
    }

    /** Those of what is told of over a period that are on these lines, and not before them. */
    private Set<Series> within(Mentioned mentioned) {
        Period period = mentioned.period();
        InReach known = period.isOpen() ? InReach.NONE : inReach.computeIfAbsent(mentioned.series(), this::inReach);
        if (known.series.isEmpty() || !period.start().isBefore(known.from)) {
            return known.series;
        }
        Set<Series> within = new LinkedHashSet<>();
        for (Series series : known.series) {
            LocalDate from = from(series.area(), series.measure());
            if (!period.end().isBefore(from)) {
                within.add(series);
                if (period.start().isBefore(from)) {
                    reach.put(new MeasuredArea(series.area(), series.measure()), period.start());
                    inReach.clear();
                }
            }
        }
        return within;
    }

    private InReach inReach(Set<Series> all) {
        Set<Series> series = new LinkedHashSet<>();
        LocalDate latest = LocalDate.MIN;
        for (Series one : all) {
            LocalDate from = vocabulary.measure(one.measure()).isFlow() ? from(one.area(), one.measure()) : null;
            if (from != null) {
                series.add(one);
                latest = from.isAfter(latest) ? from : latest;
            }
        }
        return new InReach(series.size() == all.size() ? all : series, latest);
    }

    /**
     * Of earlier readings of one running total only the latest is needed: what it says against those before it was checked on its
     * own date. Without this a year of running totals would need all of its days on each of them.
     */
    private static SortedMap<LocalDate, Set<SeriesOver>> needed(List<Mentioned> reached) {
        SortedMap<LocalDate, Set<SeriesOver>> needed = new TreeMap<>();
        Map<SeriesOver, LocalDate> latest = new HashMap<>();
        Map<Set<Series>, Map<LocalDate, LocalDate>> looked = new IdentityHashMap<>();
        List<Mentioned> latestFirst = new ArrayList<>(reached);
        latestFirst.sort(Comparator.comparing((Mentioned mentioned) -> mentioned.period().end()).reversed());
        for (Mentioned mentioned : latestFirst) {
            Period period = mentioned.period();
            LocalDate before = period.isDay() ? null : looked.computeIfAbsent(mentioned.series(), first -> new HashMap<>())
                    .putIfAbsent(period.start(), period.end());
            if (before == null || before.equals(period.end())) {
                for (Series series : mentioned.series()) {
                    LocalDate last = period.isDay() ? null
                            : latest.putIfAbsent(new SeriesOver(series, Period.openFrom(period.start())), period.end());
                    if (last == null || last.equals(period.end())) {
                        needed.computeIfAbsent(period.end(), first -> new HashSet<>()).add(new SeriesOver(series, period));
                    }
                }
            }
        }
        return needed;
    }

    /**
     * Lets all that rules tie to a line be needed from the first piece on that nobody speaks of.
     *
     * @return whether that is more than before
     */
    private boolean spread() {
        Map<String, LocalDate> before = Map.copyOf(spread);
        Map<MeasuredArea, Set<Period>> spokenOf = new HashMap<>();
        Stream.of(ofDate, deliveries).flatMap(Collection::stream).filter(Delivery::present)
                .map(delivery -> delivery.figure().cell())
                .filter(cell -> reach.containsKey(MeasuredArea.of(cell)) && isFlow(cell.measure(), cell.period()))
                .forEach(cell -> spokenOf.computeIfAbsent(MeasuredArea.of(cell), line -> new HashSet<>()).add(cell.period()));
        spokenOf.forEach((line, periods) -> {
            NavigableSet<LocalDate> cuts = new TreeSet<>();
            periods.forEach(period -> {
                cuts.add(period.start());
                cuts.add(period.end().plusDays(1));
            });
            periods.stream().filter(period -> period.end().equals(date)).forEach(period -> {
                for (LocalDate start : cuts.subSet(period.start(), true, date, false)) {
                    if (!periods.contains(new Period(start, cuts.higher(start).minusDays(1)))
                            || period.equals(new Period(start, cuts.higher(start).minusDays(1)))) {
                        spread.merge(tied.groupOf(line.area, line.measure), start, Context::first);
                    }
                }
            });
        });
        return !spread.equals(before);
    }

    private static LocalDate first(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

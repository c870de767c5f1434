package org.crossfoot.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.crossfoot.figure.CellsWanted;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.KnownReports;
import org.crossfoot.ledger.Reports.DatedFigures;
import org.crossfoot.ledger.pack.CommonValues;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.ledger.pack.Texts;
import org.crossfoot.reconcile.evidence.Context.Earlier;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.Mentioned;
import org.crossfoot.reconcile.evidence.Mentioned.Series;
import org.crossfoot.reconcile.evidence.Mentioned.SeriesOver;
import org.crossfoot.reconcile.outcome.FailedOn;

/**
 * What dates look back on. A running total goes back to its first day from every date after it: who is told of on each is looked
 * up once for all, and the figures that the date before needed are kept for the next. Threads may share it.
 */
final class LookingBack implements Earlier {

    /** Of one date. */
    private record FoundOfDate(Set<SeriesOver> needed, List<Delivery> figures) {
    }

    private static final int DAYS_AT_ONCE = 31;
    /** What is kept beyond the answer to one question takes some 50 MB at most, each. */
    private static final int MOST_SERIES = 500_000;
    private static final int MOST_FIGURES = 150_000;

    private final KnownReports known;
    private final LongFunction<String> paths;
    private final Texts declared;
    private final BiFunction<LocalDate, CellsWanted, List<Delivery>> deliveries;
    private final UnaryOperator<Figure> moved;
    private final BiFunction<LocalDate, LocalDate, List<Figure>> movedInto;
    private final NavigableMap<LocalDate, List<Mentioned>> byDate = new TreeMap<>();
    private final Map<Set<Series>, Set<Series>> sets = new HashMap<>();
    private int series;
    /** From the first to before the second all dates were looked through. */
    private LocalDate begin = LocalDate.MIN;
    private LocalDate end = LocalDate.MIN;
    /** By date, those that were not asked for longest first. */
    private final Map<LocalDate, FoundOfDate> found = new LinkedHashMap<>(16, 0.75f, true);
    private int figures;

    /**
     * @param paths      of reports, by their ids
     * @param deliveries of a date
     * @param moved      a figure, of the cell that it was decided to be of
     * @param movedInto  figures printed for other dates of which some may have been decided to be of one between two
     */
    LookingBack(KnownReports known, LongFunction<String> paths, Texts declared,
            BiFunction<LocalDate, CellsWanted, List<Delivery>> deliveries, UnaryOperator<Figure> moved,
            BiFunction<LocalDate, LocalDate, List<Figure>> movedInto) {
        this.known = known;
        this.paths = paths;
        this.declared = declared;
        this.deliveries = deliveries;
        this.moved = moved;
        this.movedInto = movedInto;
    }

    /** In the order of the dates, then of the reports. */
    @Override
    public synchronized List<Mentioned> mentioned(LocalDate first, LocalDate last) {
        LocalDate after = last.plusDays(1);
        if (after.isBefore(begin) || first.isAfter(end)) {
            forget(first);
        }
        look(first, begin);
        look(end, after);
        begin = first.isBefore(begin) ? first : begin;
        end = after.isAfter(end) ? after : end;
        List<Mentioned> between = new ArrayList<>();
        byDate.subMap(first, after).values().forEach(between::addAll);
        if (series > MOST_SERIES) {
            forget(end);
        }
        return between;
    }

    @Override
    public List<Delivery> on(LocalDate date, Set<SeriesOver> needed) {
        FoundOfDate before = before(date);
        if (before != null && before.needed.equals(needed)) {
            return before.figures;
        }
        Set<Period> periods = new HashSet<>();
        needed.forEach(series -> periods.add(series.period()));
        List<Delivery> wanted = deliveries.apply(date, (measure, area, period) -> periods.contains(period)).stream()
                .filter(delivery -> needed.contains(SeriesOver.of(delivery.figure()))).toList();
        keep(date, new FoundOfDate(needed, wanted));
        return wanted;
    }

    private synchronized FoundOfDate before(LocalDate date) {
        return found.get(date);
    }

    private synchronized void keep(LocalDate date, FoundOfDate now) {
        FoundOfDate before = found.put(date, now);
        figures += now.figures.size() - (before == null ? 0 : before.figures.size());
        Iterator<FoundOfDate> longestAgo = found.values().iterator();
        while (figures > MOST_FIGURES && longestAgo.hasNext()) {
            figures -= longestAgo.next().figures.size();
            longestAgo.remove();
        }
    }

    private void forget(LocalDate at) {
        byDate.clear();
        sets.clear();
        series = 0;
        begin = at;
        end = at;
    }

    private void look(LocalDate first, LocalDate after) {
        for (LocalDate from = first; from.isBefore(after); from = from.plusDays(DAYS_AT_ONCE)) {
            LocalDate last = from.plusDays(DAYS_AT_ONCE).isBefore(after) ? from.plusDays(DAYS_AT_ONCE - 1) : after.minusDays(1);
            CommonValues common = new CommonValues(declared);
            Map<LocalDate, List<Mentioned>> looked = new HashMap<>();
            List<Figure> elsewhere = new ArrayList<>(movedInto.apply(from, last));
            for (DatedFigures figures : known.figures(from, last)) {
                List<Mentioned> onDate = looked.computeIfAbsent(figures.date(), none -> new ArrayList<>());
                FailedOn.telling(() -> paths.apply(figures.report()), () -> onDate.addAll(Mentioned.in(staying(
                        FigurePack.unpack(figures.packed(), common, (measure, area, period) -> true), elsewhere), this::same)));
            }
            for (Figure figure : elsewhere) {
                Figure now = moved.apply(figure);
                if (now.isMoved() && !now.date().isBefore(from) && !now.date().isAfter(last)) {
                    looked.computeIfAbsent(now.date(), none -> new ArrayList<>()).addAll(Mentioned.in(List.of(now), this::same));
                }
            }
            byDate.putAll(looked);
        }
    }

    /** Those that are of the cells they were printed for; the others are put elsewhere. */
    private List<Figure> staying(List<Figure> figures, List<Figure> elsewhere) {
        List<Figure> away = figures.stream().filter(figure -> moved.apply(figure).isMoved()).toList();
        if (away.isEmpty()) {
            return figures;
        }
        elsewhere.addAll(away);
        return figures.stream().filter(figure -> !moved.apply(figure).isMoved()).toList();
    }

    private Set<Series> same(Set<Series> told) {
        Set<Series> same = sets.putIfAbsent(told, told);
        series += same == null ? told.size() : 0;
        return same == null ? told : same;
    }
}

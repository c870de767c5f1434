package org.crossfoot.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.crossfoot.ledger.KnownReports;
import org.crossfoot.ledger.Reports.DatedFigures;
import org.crossfoot.ledger.pack.CommonValues;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.ledger.pack.Texts;
import org.crossfoot.reconcile.evidence.Mentioned;
import org.crossfoot.reconcile.evidence.Mentioned.Series;
import org.crossfoot.reconcile.outcome.FailedOn;

/**
 * What is told of on the dates of a span, whatever is said: each is looked through once for all dates that look back on it, since
 * a running total goes back to its first day from every date after it. Threads may share it.
 */
final class MentionedBefore {

    private static final int DAYS_AT_ONCE = 31;
    /** What is kept beyond the answer to one question takes some 100 MB at most. */
    private static final int MOST_SERIES = 1_000_000;

    private final KnownReports known;
    private final LongFunction<String> paths;
    private final Texts declared;
    private final NavigableMap<LocalDate, List<Mentioned>> byDate = new TreeMap<>();
    private final Map<Set<Series>, Set<Series>> sets = new HashMap<>();
    private int series;
    /** From the first to before the second all dates were looked through. */
    private LocalDate begin = LocalDate.MIN;
    private LocalDate end = LocalDate.MIN;

    /** @param paths of reports, by their ids */
    MentionedBefore(KnownReports known, LongFunction<String> paths, Texts declared) {
        this.known = known;
        this.paths = paths;
        this.declared = declared;
    }

    /** In the order of the dates, then of the reports. */
    synchronized List<Mentioned> between(LocalDate first, LocalDate last) {
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
            for (DatedFigures figures : known.figures(from, last)) {
                List<Mentioned> onDate = looked.computeIfAbsent(figures.date(), none -> new ArrayList<>());
                FailedOn.telling(() -> paths.apply(figures.report()), () -> onDate.addAll(Mentioned.in(
                        FigurePack.unpack(figures.packed(), common, (measure, area, period) -> true), this::same)));
            }
            byDate.putAll(looked);
        }
    }

    private Set<Series> same(Set<Series> told) {
        Set<Series> same = sets.putIfAbsent(told, told);
        series += same == null ? told.size() : 0;
        return same == null ? told : same;
    }
}

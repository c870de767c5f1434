package org.crossfoot.reconcile.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.CellsWanted;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.rule.Rules;

/**
 * Figures of earlier dates that a date needs: those that one of its longer periods contains or overlaps, and from there on those
 * that these overlap. Of a piece of such a period that nobody speaks of on its own line, what rules tie to it is needed as well:
 * a week against the kinds of its days, a nation's week against its offices' days. What somebody does speak of was held against
 * these on its own date.
 */
public final class Context {

    /** Where earlier figures come from. */
    @FunctionalInterface
    public interface Earlier {

        List<Delivery> between(LocalDate first, LocalDate last, CellsWanted wanted);
    }

    /** What is counted where, whatever the period. */
    private record Line(String area, String measure) {

        static Line of(Cell cell) {
            return new Line(cell.area(), cell.measure());
        }
    }

    private final LocalDate date;
    private final List<Delivery> ofDate;
    private final Vocabulary vocabulary;
    private final TiedLines tied;
    private final Earlier earlier;
    /** Of every line with a longer period, the first day that one of them contains. */
    private final Map<Line, LocalDate> reach = new HashMap<>();
    /** Of lines that rules tie together, the first day from which all of them are needed. */
    private final Map<String, LocalDate> spread = new HashMap<>();
    private List<Delivery> deliveries = List.of();

    public Context(LocalDate date, List<Delivery> ofDate, Vocabulary vocabulary, Rules rules, Earlier earlier) {
        this.date = date;
        this.ofDate = ofDate;
        this.vocabulary = vocabulary;
        this.tied = new TiedLines(vocabulary.areas(), rules);
        this.earlier = earlier;
        for (Delivery delivery : ofDate) {
            Cell cell = delivery.figure().cell();
            if (delivery.present() && !cell.period().isDay() && isFlow(cell.measure(), cell.period())) {
                reach.merge(Line.of(cell), cell.period().start(), Context::first);
            }
        }
        if (!reach.isEmpty()) {
            deliveries = latestRunningTotals(reached());
            spread();
            if (!spread.isEmpty()) {
                deliveries = latestRunningTotals(reached());
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
        LocalDate own = reach.get(new Line(area, measure));
        LocalDate all = spread.isEmpty() ? null : spread.get(tied.groupOf(area, measure));
        return own == null ? all : all == null ? own : first(own, all);
    }

    /** Earlier figures on these lines, and, where one of them reaches further back, those before it as well. */
    private List<Delivery> reached() {
        List<Delivery> reached = new ArrayList<>();
        LocalDate loadedFrom = date;
        for (LocalDate from = from(); from.isBefore(loadedFrom); from = from()) {
            List<Delivery> loaded = earlier.between(from, loadedFrom.minusDays(1),
                    (measure, area, period) -> isFlow(measure, period) && from(area, measure) != null);
            loadedFrom = from;
            for (Delivery delivery : loaded) {
                Cell cell = delivery.figure().cell();
                if (!cell.period().end().isBefore(from(cell.area(), cell.measure()))) {
                    reached.add(delivery);
                    reach.merge(Line.of(cell), cell.period().start(), Context::first);
                }
            }
        }
        return reached;
    }

    /** Lets all that rules tie to a line be needed from the first piece on that nobody speaks of. */
    private void spread() {
        Map<Line, Set<Period>> spokenOf = new HashMap<>();
        Stream.of(ofDate, deliveries).flatMap(Collection::stream).filter(Delivery::present)
                .map(delivery -> delivery.figure().cell())
                .filter(cell -> reach.containsKey(Line.of(cell)) && isFlow(cell.measure(), cell.period()))
                .forEach(cell -> spokenOf.computeIfAbsent(Line.of(cell), line -> new HashSet<>()).add(cell.period()));
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
    }

    /**
     * Of earlier readings of one running total only the latest is needed: what it says against those before it was checked on its
     * own date. Without this a year of running totals would need all of its days on each of them.
     */
    private static List<Delivery> latestRunningTotals(List<Delivery> context) {
        Map<String, LocalDate> latest = new HashMap<>();
        for (Delivery delivery : context) {
            if (!delivery.figure().cell().period().isDay()) {
                latest.merge(series(delivery.figure()), delivery.figure().date(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return context.stream().filter(delivery -> delivery.figure().cell().period().isDay()
                || latest.get(series(delivery.figure())).equals(delivery.figure().date())).toList();
    }

    private static String series(Figure figure) {
        return String.join("\n", figure.source(), figure.attributedTo(), figure.cell().area(), figure.cell().measure(),
                figure.cell().period().start().toString());
    }

    private static LocalDate first(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

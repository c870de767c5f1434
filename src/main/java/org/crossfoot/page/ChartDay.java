package org.crossfoot.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Use;

/**
 * What the chart of totals over time shows of one date: the totals of that day, or of the month that ends on it, for
 * whole areas.
 */
record ChartDay(String date, List<Point> points) {

    static final String FILE = "report-data/chart.json";

    private static final int MARKS = 100;

    /**
     * A total, and every figure given for it.
     *
     * @param series  measure, area, and whether a day or a month is counted
     * @param best    null where no one value is meant
     * @param highest null where no upper limit is known
     * @param goal    the lowest and the highest goal for it; empty where none is known
     */
    record Point(String series, Long best, long lowest, Long highest, List<Mark> marks, List<Long> goal) {
    }

    /** A figure that a source gave. */
    record Mark(String source, String printed, long lowest, Long highest, boolean setAside) {
    }

    /**
     * A date's points.
     *
     * @param figures of whole areas, by area
     * @param totals  of whole areas
     */
    static ChartDay of(LocalDate date, Map<String, List<FigureUse>> figures, List<Total> totals, Vocabulary vocabulary) {
        List<Point> points = new ArrayList<>();
        for (Total total : totals) {
            Cell cell = total.cell();
            String span = span(date, cell.period());
            if (!span.isEmpty()) {
                List<FigureUse> ofArea = figures.getOrDefault(cell.area(), List.of());
                String series = String.join(" \u00b7 ", vocabulary.measureTitle(cell.measure()),
                        vocabulary.areas().name(cell.area()), span);
                points.add(new Point(series, total.best(), total.lowest(), Words.limit(total.highest()),
                        marks(ofArea, cell, vocabulary),
                        span.equals("a day") ? goal(ofArea, cell.measure(), vocabulary) : List.of()));
            }
        }
        return new ChartDay(date.toString(), points);
    }

    private static String span(LocalDate date, Period period) {
        if (!date.equals(period.end())) {
            return "";
        }
        return period.start().equals(date) ? "a day"
                : period.start().getDayOfMonth() == 1 && period.start().plusMonths(1).minusDays(1).equals(date) ? "a month" : "";
    }

    private static List<Mark> marks(List<FigureUse> figures, Cell cell, Vocabulary vocabulary) {
        List<FigureUse> said = figures.stream()
                .filter(one -> one.figure().cell().equals(cell) && one.use() != Use.SUPERSEDED
                && !one.figure().amount().isCorrection()).toList();
        // Those set aside first, where there are more than a chart can show.
        Stream<FigureUse> marked = said.size() <= MARKS ? said.stream()
                : said.stream().sorted(Comparator.comparing(one -> one.use() != Use.SET_ASIDE)).limit(MARKS);
        return marked.map(one -> {
            Figure figure = one.figure();
            return new Mark(vocabulary.sourceTitle(figure.source()), figure.asPrinted(), figure.amount().lowest(),
                    Words.limit(figure.amount().highest()), one.use() == Use.SET_ASIDE);
        }).toList();
    }

    private static List<Long> goal(List<FigureUse> figures, String counted, Vocabulary vocabulary) {
        List<Amount> goals = figures.stream().map(FigureUse::figure).filter(figure -> {
            Measure measure = vocabulary.measure(figure.cell().measure());
            return measure != null && measure.isGoal() && counted.equals(measure.of())
                    && figure.amount().highest() != Amount.NO_LIMIT;
        }).map(Figure::amount).toList();
        return goals.isEmpty() ? List.of() : List.of(goals.stream().mapToLong(Amount::lowest).min().orElseThrow(),
                goals.stream().mapToLong(Amount::highest).max().orElseThrow());
    }
}

package org.crossfoot.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.page.FigureRows.FigureRow;
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
    static ChartDay of(LocalDate date, Map<String, List<FigureRow>> figures, List<TotalRow> totals, Vocabulary vocabulary) {
        List<Point> points = new ArrayList<>();
        for (TotalRow total : totals) {
            String span = span(date, total);
            if (span.isEmpty()) {
                continue;
            }
            List<FigureRow> ofArea = figures.getOrDefault(total.area(), List.of());
            List<FigureRow> said = ofArea.stream().filter(figure -> figure.measure().equals(total.measure())
                            && figure.start().equals(total.start()) && date.equals(figure.end())
                            && figure.use() != Use.SUPERSEDED).toList();
            // Those set aside first, where there are more than a chart can show.
            Stream<FigureRow> marked = said.size() <= MARKS ? said.stream()
                    : said.stream().sorted(Comparator.comparing(figure -> figure.use() != Use.SET_ASIDE)).limit(MARKS);
            List<Mark> marks = marked.map(figure -> new Mark(vocabulary.sourceTitle(figure.source()), figure.printed(),
                    figure.lowest(), figure.highest(),
                            figure.use() == Use.SET_ASIDE)).toList();
            points.add(new Point(vocabulary.measureTitle(total.measure()) + " \u00b7 " + vocabulary.areas().name(total.area())
                    + " \u00b7 " + span, total.best(), total.lowest(), total.highest(), marks, span.equals("a day")
                    ? goal(ofArea, total, vocabulary) : List.of()));
        }
        return new ChartDay(date.toString(), points);
    }

    private static String span(LocalDate date, TotalRow total) {
        if (!date.equals(total.end())) {
            return "";
        }
        return total.start().equals(date) ? "a day"
                : total.start().getDayOfMonth() == 1 && total.start().plusMonths(1).minusDays(1).equals(date) ? "a month" : "";
    }

    private static List<Long> goal(List<FigureRow> figures, TotalRow total, Vocabulary vocabulary) {
        List<FigureRow> goals = figures.stream().filter(figure -> {
            Measure measure = vocabulary.measure(figure.measure());
            return measure != null && measure.isGoal() && total.measure().equals(measure.of()) && figure.highest() != null;
        }).toList();
        return goals.isEmpty() ? List.of() : List.of(goals.stream().mapToLong(FigureRow::lowest).min().orElseThrow(),
                goals.stream().mapToLong(FigureRow::highest).max().orElseThrow());
    }
}

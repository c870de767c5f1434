package org.crossfoot.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/**
 * How a figure is named in a discrepancy: {@code source:measure}, or {@code source:measure@area@period} where it is of another
 * area or period than the discrepancy.
 */
final class FigureName {

    private static final int SHOWN = 50;

    private FigureName() {
    }

    /** @param interval of the discrepancy's period, which is that of most figures of other areas too */
    private static String of(Figure figure, String area, Period period, String interval) {
        Cell cell = figure.cell();
        String name = figure.source() + ":" + cell.measure();
        boolean samePeriod = cell.period().equals(period);
        return samePeriod && cell.area().equals(area) ? name
                : name + "@" + cell.area() + "@" + (samePeriod ? interval : interval(cell.period()));
    }

    /** As ISO 8601 writes it: {@code 2025-01-26}, {@code 2025-01-20/2025-01-26}, {@code 2025-01-25/..}. */
    static String interval(Period period) {
        return period.isOpen() ? period.start() + "/.." : period.isDay() ? period.start().toString() : period.start() + "/" + period.end();
    }

    /** {@code name=as printed}, sorted, joined by {@code " | "}; the first 50. */
    static String claims(List<Figure> figures, String area, Period period) {
        String interval = interval(period);
        List<String> claims = new ArrayList<>(figures.size());
        for (Figure figure : figures) {
            claims.add(of(figure, area, period, interval) + "=" + figure.asPrinted());
        }
        return joined(claims);
    }

    static String names(List<Figure> figures, String area, Period period) {
        String interval = interval(period);
        Set<String> names = new LinkedHashSet<>();
        for (Figure figure : figures) {
            names.add(of(figure, area, period, interval));
        }
        return joined(names);
    }

    private static String joined(Collection<String> names) {
        // A sum over parts names thousands: those that are not shown are not sorted.
        Queue<String> first = new PriorityQueue<>(Comparator.reverseOrder());
        for (String name : names) {
            if (first.size() < SHOWN) {
                first.add(name);
            } else if (name.compareTo(first.element()) < 0) {
                first.remove();
                first.add(name);
            }
        }
        List<String> sorted = new ArrayList<>(first);
        sorted.sort(null);
        String shown = String.join(" | ", sorted);
        return names.size() > SHOWN ? shown + " ... and " + (names.size() - SHOWN) + " more" : shown;
    }
}

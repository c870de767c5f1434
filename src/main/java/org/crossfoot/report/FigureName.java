package org.crossfoot.report;

import java.util.List;
import java.util.stream.Collectors;
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

    private static String of(Figure figure, String area, Period period) {
        Cell cell = figure.cell();
        String name = figure.source() + ":" + cell.measure();
        return cell.area().equals(area) && cell.period().equals(period) ? name : name + "@" + cell.area() + "@" + interval(cell.period());
    }

    /** As ISO 8601 writes it: {@code 2025-01-26}, {@code 2025-01-20/2025-01-26}, {@code 2025-01-25/..}. */
    static String interval(Period period) {
        return period.isOpen() ? period.start() + "/.." : period.isDay() ? period.start().toString() : period.start() + "/" + period.end();
    }

    /** {@code name=as printed}, sorted, joined by {@code " | "}; the first 50. */
    static String claims(List<Figure> figures, String area, Period period) {
        return joined(figures.stream().map(figure -> of(figure, area, period) + "=" + figure.asPrinted()).sorted().toList());
    }

    static String names(List<Figure> figures, String area, Period period) {
        return joined(figures.stream().map(figure -> of(figure, area, period)).distinct().sorted().toList());
    }

    private static String joined(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(" | "));
        return names.size() > SHOWN ? shown + " ... and " + (names.size() - SHOWN) + " more" : shown;
    }
}

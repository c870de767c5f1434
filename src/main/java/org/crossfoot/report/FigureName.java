package org.crossfoot.report;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/**
 * How a figure is named in a discrepancy: {@code source:measure}, or {@code source:measure@area@period} where it is of another
 * area or period than the discrepancy.
 */
public final class FigureName {

    private static final int SHOWN = 50;

    private FigureName() {
    }

    /** @param interval of the discrepancy's period, which is that of most figures of other areas too */
    private static StringBuilder of(Figure figure, String area, Period period, String interval, StringBuilder name) {
        Cell cell = figure.cell();
        name.setLength(0);
        name.append(figure.source()).append(':').append(cell.measure());
        boolean samePeriod = cell.period().equals(period);
        if (!samePeriod || !cell.area().equals(area)) {
            name.append('@').append(cell.area()).append('@').append(samePeriod ? interval : cell.period().interval());
        }
        return name;
    }

    /** Its name in a discrepancy of an area and period. */
    public static String of(Figure figure, String area, Period period) {
        return of(figure, area, period, period.interval(), new StringBuilder()).toString();
    }

    /** {@code name=as printed}. */
    public static String claim(Figure figure, String area, Period period) {
        return of(figure, area, period) + "=" + figure.asPrinted();
    }

    /** {@code name=as printed}, sorted, joined by {@code " | "}; the first 50. */
    static String claims(List<Figure> figures, String area, Period period) {
        String interval = period.interval();
        StringBuilder claim = new StringBuilder();
        First first = new First();
        for (Figure figure : figures) {
            if (first.areBefore(figure.source())) {
                continue;
            }
            first.add(of(figure, area, period, interval, claim).append('=').append(figure.asPrinted()));
        }
        return first.joined(figures.size());
    }

    /**
     * The names of figures that are blamed, each once; with what is printed, {@code name=as printed}, where their source says
     * something else under the same name that is not blamed.
     *
     * @param all the figures of the discrepancy
     */
    public static List<String> blamed(List<Figure> blamed, List<Figure> all, String area, Period period) {
        String interval = period.interval();
        StringBuilder name = new StringBuilder();
        Set<Cell> cells = blamed.stream().map(Figure::cell).collect(Collectors.toSet());
        Set<Figure> wrong = Set.copyOf(blamed);
        Set<String> borne = all.stream().filter(figure -> cells.contains(figure.cell()) && !wrong.contains(figure))
                .map(figure -> of(figure, area, period, interval, name).toString()).collect(Collectors.toSet());
        Set<String> names = new LinkedHashSet<>();
        for (Figure figure : blamed) {
            String plain = of(figure, area, period, interval, name).toString();
            names.add(borne.contains(plain) ? plain + "=" + figure.asPrinted() : plain);
        }
        return List.copyOf(names);
    }

    /** Sorted, joined by {@code " | "}; the first 50. */
    static String joined(List<String> names) {
        First first = new First();
        names.forEach(first::add);
        return first.joined(names.size());
    }

    /** The first of many names. A sum over parts has thousands: those that are not shown are neither kept nor sorted. */
    private static final class First {

        private final Queue<String> names = new PriorityQueue<>(Comparator.reverseOrder());

        void add(CharSequence name) {
            if (names.size() < SHOWN) {
                names.add(name.toString());
            } else if (CharSequence.compare(name, names.element()) < 0) {
                names.remove();
                names.add(name.toString());
            }
        }

        /** Whether no name that begins like this can be one of them any more. */
        boolean areBefore(String beginning) {
            return names.size() == SHOWN && beginning.compareTo(names.element()) > 0;
        }

        String joined(int inAll) {
            String shown = names.stream().sorted().collect(Collectors.joining(" | "));
            return inAll > SHOWN ? shown + " ... and " + (inAll - SHOWN) + " more" : shown;
        }
    }
}

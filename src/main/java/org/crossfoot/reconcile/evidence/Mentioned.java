package org.crossfoot.reconcile.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/**
 * Who is told of over one period, whatever is said.
 *
 * @param series each once; of equal ones best the same object, which is looked at once
 */
public record Mentioned(Period period, Set<Series> series) {

    /** Whose figures of which line. */
    public record Series(String source, String attributedTo, String area, String measure) {

        static Series of(Figure figure) {
            return new Series(figure.source(), figure.attributedTo(), figure.cell().area(), figure.cell().measure());
        }
    }

    /** What one of them says over a period. */
    public record SeriesOver(Series series, Period period) {

        public static SeriesOver of(Figure figure) {
            return new SeriesOver(Series.of(figure), figure.cell().period());
        }
    }

    /** @param same gives, of equal sets, always the same */
    public static List<Mentioned> in(Collection<Figure> figures, UnaryOperator<Set<Series>> same) {
        Map<Period, Set<Series>> byPeriod = new LinkedHashMap<>();
        figures.forEach(figure -> byPeriod.computeIfAbsent(figure.cell().period(), period -> new LinkedHashSet<>())
                .add(Series.of(figure)));
        List<Mentioned> mentioned = new ArrayList<>(byPeriod.size());
        byPeriod.forEach((period, series) -> mentioned.add(new Mentioned(period, same.apply(series))));
        return mentioned;
    }
}

package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/** {@code running-total-fell}: a source's total since a day is no smaller than its total since the same day was before. */
public final class RunningTotals implements Check {

    /** What a source said, and what it says of a longer time since the same day: less. */
    public record Fall(Figure before, Figure after) {

        long people() {
            return before.amount().lowest() - after.amount().highest();
        }
    }

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.RUNNING_TOTAL_FELL).ifPresent(rule -> {
            Map<Cell, List<Fall>> falls = new TreeMap<>();
            scope.falls().stream().filter(fall -> scope.ofDate(fall.after.cell()))
                    .forEach(fall -> falls.computeIfAbsent(fall.after.cell(), cell -> new ArrayList<>()).add(fall));
            falls.forEach((cell, ofCell) -> add(rule, cell, ofCell, scope, findings));
        });
        return findings;
    }

    /**
     * Where a running total fell. Its source has taken back what it said before, which no longer speaks.
     *
     * @param figures of all dates that are looked at
     */
    public static List<Fall> falls(Collection<Figure> figures, Vocabulary vocabulary) {
        List<Figure> inTime = new ArrayList<>();
        for (Figure figure : figures) {
            Period period = figure.cell().period();
            if (!period.isDay() && !period.isOpen() && vocabulary.measure(figure.cell().measure()).isFlow()) {
                inTime.add(figure);
            }
        }
        inTime.sort(Comparator.comparing(Figure::date).thenComparing(Comparator.naturalOrder()));
        Map<String, Figure> before = new HashMap<>();
        List<Fall> falls = new ArrayList<>();
        for (Figure figure : inTime) {
            Figure earlier = before.put(series(figure), figure);
            if (earlier != null && !earlier.cell().equals(figure.cell())
                    && earlier.amount().lowest() > figure.amount().highest()) {
                falls.add(new Fall(earlier, figure));
            }
        }
        return falls;
    }

    private static String series(Figure figure) {
        return String.join("\n", figure.source(), figure.attributedTo(), figure.cell().area(), figure.cell().measure(),
                figure.cell().period().start().toString());
    }

    private static void add(Rule rule, Cell cell, List<Fall> falls, Check.Scope scope, List<Finding> findings) {
        long largerSide = falls.stream().mapToLong(fall -> fall.before.amount().largestLimit()).max().orElseThrow();
        long tolerance = rule.tolerance().peopleFor(largerSide);
        List<Fall> beyond = falls.stream().filter(fall -> fall.people() > tolerance).toList();
        if (beyond.isEmpty()) {
            return;
        }
        List<Figure> figures = beyond.stream().flatMap(fall -> List.of(fall.before, fall.after).stream()).sorted().toList();
        List<String> arithmetic = beyond.stream().map(fall -> scope.vocabulary().sourceTitle(fall.after.source()) + ": "
                + fall.before.asPrinted() + " by " + fall.before.cell().period().end() + ", " + fall.after.asPrinted() + " by "
                + fall.after.cell().period().end() + ": " + FigureWording.number(fall.people()) + " fewer.").toList();
        findings.add(new Finding(rule, cell, List.of(), figures, beyond.stream().mapToLong(Fall::people).max().orElseThrow(),
                largerSide, tolerance, scope.wording().cell(cell) + ": a running total fell.", arithmetic));
    }
}

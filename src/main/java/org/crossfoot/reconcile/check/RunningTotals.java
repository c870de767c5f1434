package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/** {@code running-total-fell}: a source's total since a day is no smaller than its total since the same day was before. */
public final class RunningTotals implements Check {

    private record Fall(Figure before, Figure after) {

        long people() {
            return before.amount().lowest() - after.amount().highest();
        }
    }

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.RUNNING_TOTAL_FELL).ifPresent(rule -> {
            Map<Cell, List<Fall>> falls = new TreeMap<>();
            falls(scope).stream().filter(fall -> scope.ofDate(fall.after.cell()))
                    .forEach(fall -> falls.computeIfAbsent(fall.after.cell(), cell -> new ArrayList<>()).add(fall));
            falls.forEach((cell, ofCell) -> add(rule, cell, ofCell, scope, findings));
        });
        return findings;
    }

    private static List<Fall> falls(Scope scope) {
        Map<String, Figure> before = new TreeMap<>();
        List<Figure> inTime = scope.claims().longer().stream().filter(cell -> scope.vocabulary().measure(cell.measure()).isFlow())
                .flatMap(cell -> Check.figuresOf(scope.claims().on(cell)).stream())
                .sorted(Comparator.comparing((Figure figure) -> figure.cell().period().end())
                .thenComparing(Comparator.naturalOrder()))
                .toList();
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

    /** Figures that their own source's later running total went below: it has taken them back, so they bind nothing. */
    public static Set<Figure> fallen(Scope scope) {
        return falls(scope).stream().map(Fall::before).collect(Collectors.toSet());
    }

    /** Whether two periods can be readings of one running total: longer than a day, from the same start. */
    static boolean sameSeries(Period one, Period other) {
        return !one.isDay() && !other.isDay() && one.start().equals(other.start());
    }

    /** Whether some source says both, quoting the same person. */
    static boolean sameVoice(Claim one, Claim other) {
        return one.figures().stream().anyMatch(figure -> other.figures().stream().anyMatch(next ->
                figure.source().equals(next.source()) && figure.attributedTo().equals(next.attributedTo())));
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

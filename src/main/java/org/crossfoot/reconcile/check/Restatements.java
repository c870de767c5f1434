package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.StandingFigures.Restatement;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/**
 * {@code restated}: a source does not change a figure for a period that was over when it first gave it.
 * A figure that only became more exact (the two could both be true) is superseded without being restated.
 */
public final class Restatements implements Check {

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.RESTATED).ifPresent(rule -> {
            Map<Cell, List<Restatement>> byCell = new TreeMap<>();
            for (Restatement restatement : scope.standing().restatements()) {
                Figure before = restatement.before().figure();
                if (wasOver(restatement.before()) && scope.ofDate(before.cell()) && distance(restatement) > 0) {
                    byCell.computeIfAbsent(before.cell(), cell -> new ArrayList<>()).add(restatement);
                }
            }
            byCell.forEach((cell, restatements) -> findings.add(finding(rule, cell, restatements, scope)));
        });
        return findings;
    }

    /** What was published of the same day speaks of all of it; of a longer period on its last day it may still run. */
    private static boolean wasOver(Delivery before) {
        Period period = before.figure().cell().period();
        return !period.isOpen() && (period.end().isBefore(before.knownOn())
                || period.isDay() && period.end().equals(before.figure().published()));
    }

    private static Finding finding(Rule rule, Cell cell, List<Restatement> restatements, Scope scope) {
        TreeSet<Figure> figures = new TreeSet<>();
        List<String> arithmetic = new ArrayList<>();
        for (Restatement restatement : restatements) {
            Figure before = restatement.before().figure();
            Figure after = restatement.after().figure();
            figures.add(before);
            figures.add(after);
            arithmetic.add(scope.vocabulary().sourceTitle(after.source()) + " changed " + before.asPrinted() + " ("
                    + before.file() + ":"
                    + before.line() + ") to " + after.asPrinted() + " (" + after.file() + ":" + after.line() + ").");
        }
        long gap = restatements.stream().mapToLong(Restatements::distance).max().orElseThrow();
        long largerSide = figures.stream().mapToLong(figure -> figure.amount().largestLimit()).max().orElseThrow();
        return new Finding(rule, cell, List.of(), List.copyOf(figures), gap, largerSide, 0,
                scope.wording().cell(cell) + ": restated after the period was over.", arithmetic);
    }

    private static long distance(Restatement restatement) {
        Amount before = restatement.before().figure().amount();
        Amount after = restatement.after().figure().amount();
        return Math.max(0, Math.max(before.lowest() - after.highest(), after.lowest() - before.highest()));
    }
}

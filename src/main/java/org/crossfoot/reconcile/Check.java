package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.rule.Rules;

/** One kind of rule, checked on its own with the printed figures of a date. */
interface Check {

    /**
     * What the checks look at.
     *
     * @param claims       on the cells of the date, on its context, and on the goals compared on the date
     * @param standingGoals every goal figure that stands on the date
     */
    record Scope(LocalDate date, Claims claims, StandingFigures standing, List<Figure> standingGoals, Evidence evidence, Rules rules,
            Vocabulary vocabulary) {

        boolean ofDate(Cell cell) {
            return cell.period().date().equals(date);
        }

        /** The largest limit that was printed for a cell; 0 where nothing was. */
        long largest(Cell cell) {
            return largest(claims.on(cell));
        }

        static long largest(List<Claim> claims) {
            long largest = 0;
            for (Claim claim : claims) {
                largest = Math.max(largest, claim.amount().largestLimit());
            }
            return largest;
        }

        Wording wording() {
            return new Wording(vocabulary);
        }
    }

    List<Finding> findings(Scope scope);

    /** In order. */
    static List<Figure> figuresOf(List<Claim> claims) {
        if (claims.size() == 1 && claims.get(0).figures().size() == 1) {
            return claims.get(0).figures();
        }
        List<Figure> figures = new ArrayList<>(claims.size());
        claims.forEach(claim -> figures.addAll(claim.figures()));
        figures.sort(null);
        return List.copyOf(figures);
    }
}

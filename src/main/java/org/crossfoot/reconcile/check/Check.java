package org.crossfoot.reconcile.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Claims;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.evidence.StandingFigures;
import org.crossfoot.rule.Rules;

/** One kind of rule, checked on its own with the printed figures of a date. */
public interface Check {

    /**
     * What the checks look at.
     *
     * @param claims       on the cells of the date, on its context, and on the goals compared on the date
     * @param standingGoals every goal figure that stands on the date
     * @param falls         of running totals: what was said before they fell is claimed no longer
     */
    record Scope(LocalDate date, Claims claims, StandingFigures standing, List<Figure> standingGoals,
            List<RunningTotals.Fall> falls, Evidence evidence, Rules rules, Vocabulary vocabulary) {

        public boolean ofDate(Cell cell) {
            return cell.period().date().equals(date);
        }

        /** The largest limit that was printed for a cell; 0 where nothing was. */
        public long largest(Cell cell) {
            return largest(claims.on(cell));
        }

        public static long largest(List<Claim> claims) {
            long largest = 0;
            for (int i = 0; i < claims.size(); i++) {
                largest = claims.get(i).isDecidedWrong() ? largest : Math.max(largest, claims.get(i).amount().largestLimit());
            }
            return largest;
        }

        /** The same without claims that somebody decided to be wrong. */
        public Scope judged() {
            return claims.decidedWrong().isEmpty() ? this : new Scope(date, claims.judged(), standing, standingGoals, falls,
                    evidence, rules, vocabulary);
        }

        public FigureWording wording() {
            return new FigureWording(vocabulary);
        }
    }

    List<Finding> findings(Scope scope);

    /** In order. */
    static List<Figure> figuresOf(List<Claim> claims) {
        List<Figure> figures = new ArrayList<>(claims.size());
        addFigures(claims, figures);
        return List.copyOf(figures);
    }

    /** Puts the figures of claims behind others, in order among themselves. */
    static void addFigures(List<Claim> claims, List<Figure> figures) {
        int from = figures.size();
        boolean inOrder = true;
        for (int i = 0; i < claims.size(); i++) {
            List<Figure> ofClaim = claims.get(i).figures();
            for (int j = 0; j < ofClaim.size(); j++) {
                int last = figures.size() - 1;
                inOrder = inOrder && (last < from || figures.get(last).compareTo(ofClaim.get(j)) <= 0);
                figures.add(ofClaim.get(j));
            }
        }
        if (!inOrder) {
            figures.subList(from, figures.size()).sort(null);
        }
    }
}

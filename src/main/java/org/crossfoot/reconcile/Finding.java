package org.crossfoot.reconcile;

import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.rule.Rule;

/**
 * A rule that cannot hold for the figures as printed, before anybody is blamed.
 *
 * @param cell        what the rule was checked on
 * @param claims      all claims on all cells that take part
 * @param figures     all figures that stand in the discrepancy; more than the claims' where superseded ones are shown
 * @param constraints what cannot be fulfilled, with its tolerance; empty where the cell's own claims conflict, or no verdict is asked for
 * @param gap         the least total adjustment, in people, that would make the rule hold
 * @param largerSide  the larger side's highest finite printed limit
 * @param tolerance   in people, already allowed for
 * @param headline    what is wrong, in a sentence
 * @param arithmetic  sentences that show the sum that fails
 */
record Finding(Rule rule, Cell cell, List<Claim> claims, List<Figure> figures, List<Constraint> constraints, long gap, long largerSide,
        long tolerance, String headline, List<String> arithmetic) {

    /** Whether all its claims are of one area and period. */
    boolean isWithin() {
        return claims.stream().map(Claim::cell).allMatch(other -> other.area().equals(cell.area()) && other.period().equals(cell.period()));
    }
}

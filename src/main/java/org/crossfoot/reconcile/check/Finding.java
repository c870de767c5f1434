package org.crossfoot.reconcile.check;

import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.rule.Rule;

/**
 * A rule that cannot hold for the figures as printed, before anybody is blamed.
 *
 * @param cell        what the rule was checked on
 * @param claims      all claims on all cells that take part
 * @param figures     all figures that stand in the discrepancy; more than the claims' where superseded ones are shown
 * @param gap         the least total adjustment, in people, that would make the rule hold
 * @param largerSide  the larger side's highest finite printed limit
 * @param tolerance   in people, already allowed for
 * @param headline    what is wrong, in a sentence
 * @param arithmetic  sentences that show the sum that fails
 */
public record Finding(Rule rule, Cell cell, List<Claim> claims, List<Figure> figures, long gap, long largerSide, long tolerance,
        String headline, List<String> arithmetic) {

    /** Whether all its claims are of one area and period. */
    public boolean isWithin() {
        for (Claim claim : claims) {
            if (!claim.cell().area().equals(cell.area()) || !claim.cell().period().equals(cell.period())) {
                return false;
            }
        }
        return true;
    }
}

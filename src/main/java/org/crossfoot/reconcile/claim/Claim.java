package org.crossfoot.reconcile.claim;

import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.rule.Decision;

/**
 * What one voice says of a cell: a figure, with the figures of sources that only repeat it. Said fifty times, it counts once.
 *
 * @param cell    the cell it is a claim on; for a standing goal its period begins where goals are compared
 * @param allowed what may be true where sources need not agree to the last person: the amount, widened as {@link Agreement} says
 * @param figures the first hand, the most trusted of several, first; those behind it only repeat it
 * @param cost    what setting it aside costs: the highest trust among its figures, 0 where all are derived
 * @param decided that it is wrong, or that it stands; null where nobody decided so
 */
public record Claim(Cell cell, Amount amount, Amount allowed, List<Figure> figures, int cost, Decision decided) {

    /** Whether somebody decided that it is wrong: it is kept as printed, and says nothing. */
    public boolean isDecidedWrong() {
        return decided != null && decided.what() == Decision.What.SET_ASIDE;
    }

    /** Whether somebody decided that it is right. */
    public boolean isUpheld() {
        return decided != null && decided.what() == Decision.What.STANDS;
    }

    public Figure figure() {
        return figures.get(0);
    }
}

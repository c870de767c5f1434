package org.crossfoot.reconcile.cause;

import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/**
 * An exact figure that may be wrong.
 *
 * @param value what the rules leave for its cell without it, or null where that is no single number
 * @param inSum whether the value follows from a sum, and not from another figure of the same cell
 */
public record Suspect(Figure figure, Long value, boolean inSum) {

    public long printed() {
        return figure.amount().lowest();
    }

    Cell cell() {
        return figure.cell();
    }

    boolean hasValue() {
        return value != null && value != printed();
    }
}

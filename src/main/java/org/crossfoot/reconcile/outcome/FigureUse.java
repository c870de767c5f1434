package org.crossfoot.reconcile.outcome;

import org.crossfoot.figure.Figure;

/** A figure, and what it was used for. */
public record FigureUse(Figure figure, Use use) implements Comparable<FigureUse> {

    @Override
    public int compareTo(FigureUse other) {
        int order = figure.compareTo(other.figure);
        return order == 0 ? use.compareTo(other.use) : order;
    }
}

package org.crossfoot.reconcile.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.crossfoot.figure.Cell;

/**
 * The result of reconciling one date; every list is sorted.
 *
 * @param ties earlier dates of which it says otherwise than they do themselves, with the cells they are to be reconciled with
 */
public record Outcome(LocalDate date, List<Discrepancy> discrepancies, List<Total> totals, List<FigureUse> figures,
        SortedMap<LocalDate, SortedSet<Cell>> ties) {
}

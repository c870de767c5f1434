package org.crossfoot.reconcile.outcome;

import java.time.LocalDate;
import java.util.List;

/** The result of reconciling one date; every list is sorted. */
public record Outcome(LocalDate date, List<Discrepancy> discrepancies, List<Total> totals, List<FigureUse> figures) {
}

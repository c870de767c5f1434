package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.Total.Basis;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Equation.Relation;
import org.crossfoot.rule.Rule;

/** The reconciled answer for every cell of a date that somebody spoke of: what the claims leave that are not set aside. */
final class Totals {

    private static final Comparator<Claim> BEST_FIRST = Comparator.comparingInt(Claim::cost).reversed()
            .thenComparingLong(claim -> claim.amount().highest() - claim.amount().lowest()).thenComparing(Claim::figure);

    private final Scope scope;
    private final Set<Claim> setAside;
    private final Set<Claim> tied;
    private final Map<Cell, Total> settled = new HashMap<>();

    Totals(Scope scope, Set<Claim> setAside, Set<Claim> tied) {
        this.scope = scope;
        this.setAside = setAside;
        this.tied = tied;
    }

    List<Total> all() {
        List<Cell> cells = scope.claims().byCell().keySet().stream().filter(scope::ofDate).toList();
        for (Cell cell : cells) {
            List<Claim> kept = scope.claims().on(cell).stream().filter(claim -> !setAside.contains(claim)).toList();
            if (!kept.isEmpty()) {
                settled.put(cell, ofClaims(cell, kept, kept.size() < scope.claims().on(cell).size()));
            }
        }
        List<Total> totals = new ArrayList<>(cells.size());
        cells.forEach(cell -> totals.add(settled.containsKey(cell) ? settled.get(cell) : fromRules(cell)));
        return totals;
    }

    private Total ofClaims(Cell cell, List<Claim> kept, boolean repaired) {
        long low = kept.stream().mapToLong(claim -> claim.amount().lowest()).max().orElseThrow();
        long high = kept.stream().mapToLong(claim -> claim.amount().highest()).min().orElseThrow();
        boolean open = low > high && kept.stream().anyMatch(tied::contains);
        if (open) {
            low = kept.stream().mapToLong(claim -> claim.amount().lowest()).min().orElseThrow();
            high = kept.stream().mapToLong(claim -> claim.amount().highest()).max().orElseThrow();
        }
        long lowest = Math.min(low, high);
        long highest = Math.max(low, high);
        long best = open ? Amount.between(lowest, highest).middle()
                : Math.max(lowest, Math.min(highest, kept.stream().min(BEST_FIRST).orElseThrow().amount().middle()));
        Basis basis = open ? Basis.OPEN : repaired ? Basis.REPAIRED : kept.size() > 1 ? Basis.AGREED : Basis.SINGLE;
        return new Total(cell, best, lowest, highest, basis, sources(kept));
    }

    private static List<String> sources(List<Claim> claims) {
        Set<String> sources = new TreeSet<>();
        claims.forEach(claim -> claim.figures().stream().map(Figure::source).forEach(sources::add));
        return List.copyOf(sources);
    }

    /** All that was said of the cell is set aside: what do the checks still prove of it? */
    private Total fromRules(Cell cell) {
        long lowest = 0;
        long highest = Amount.NO_LIMIT;
        Set<String> sources = new TreeSet<>();
        for (Rule rule : scope.rules().checks()) {
            Equation equation = rule.equation();
            long coefficient = equation.terms().stream().filter(term -> term.measure().equals(cell.measure()))
                    .mapToLong(Equation.Term::coefficient).sum();
            if (Math.abs(coefficient) != 1) {
                continue;
            }
            long low = equation.constant();
            long high = equation.constant();
            for (Equation.Term term : equation.terms()) {
                if (!term.measure().equals(cell.measure())) {
                    Total other = settled.get(new Cell(term.measure(), cell.area(), cell.period()));
                    long otherLow = other == null ? 0 : other.lowest();
                    long otherHigh = other == null ? Amount.NO_LIMIT : other.highest();
                    low = minus(low, term.coefficient(), term.coefficient() > 0 ? otherHigh : otherLow, Constraint.NO_LOWEST);
                    high = minus(high, term.coefficient(), term.coefficient() > 0 ? otherLow : otherHigh, Amount.NO_LIMIT);
                    if (other != null) {
                        sources.addAll(other.sources());
                    }
                }
            }
            boolean bounded = equation.relation() == Relation.EQUAL;
            boolean positive = coefficient > 0;
            if (bounded || positive == (equation.relation() == Relation.AT_LEAST)) {
                lowest = Math.max(lowest, positive ? low : negated(high));
            }
            if (bounded || positive == (equation.relation() == Relation.AT_MOST)) {
                highest = Math.min(highest, positive ? high : negated(low));
            }
        }
        boolean proven = lowest <= highest && (lowest > 0 || highest != Amount.NO_LIMIT);
        return proven ? new Total(cell, Amount.between(lowest, highest).middle(), lowest, highest, Basis.DERIVED, List.copyOf(sources))
                : new Total(cell, 0, 0, Amount.NO_LIMIT, Basis.OPEN, List.of());
    }

    private static long minus(long from, long coefficient, long number, long noLimit) {
        return from == noLimit || number == Amount.NO_LIMIT ? noLimit
                : Math.subtractExact(from, Math.multiplyExact(coefficient, number));
    }

    private static long negated(long limit) {
        return limit == Amount.NO_LIMIT ? Constraint.NO_LOWEST : limit == Constraint.NO_LOWEST ? Amount.NO_LIMIT : -limit;
    }
}

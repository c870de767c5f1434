package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Equation.Relation;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;

/** What the rules prove of a cell, given what the claims kept say of the other cells. */
final class ProvenBounds {

    /** Limits of a cell, and the sources they rest on. */
    record Bounds(long lowest, long highest, Set<String> sources) {

        static final Bounds NONE = new Bounds(0, Amount.NO_LIMIT, Set.of());

        boolean proven() {
            return lowest <= highest && (lowest > 0 || highest != Amount.NO_LIMIT);
        }

        private Bounds and(Bounds other) {
            if (other.lowest <= lowest && other.highest >= highest) {
                return this;
            }
            Set<String> both = new TreeSet<>(sources);
            both.addAll(other.sources);
            return new Bounds(Math.max(lowest, other.lowest), Math.min(highest, other.highest), both);
        }
    }

    /** The parts of a breakdown, added up. */
    private record Parts(long lowest, long highest, int unknown, Set<String> sources) {
    }

    private final Scope scope;
    private final Map<Cell, Bounds> kept;
    private final Map<Cell, Map<String, Parts>> sums = new HashMap<>();

    /** @param kept what the claims kept say of each cell they speak of */
    ProvenBounds(Scope scope, Map<Cell, Bounds> kept) {
        this.scope = scope;
        this.kept = kept;
    }

    Bounds of(Cell cell) {
        Bounds bounds = Bounds.NONE;
        for (Rule rule : scope.rules().checks()) {
            if (binds(rule)) {
                bounds = bounds.and(fromCheck(rule.equation(), cell));
            }
        }
        if (scope.rules().builtIn(BuiltIn.AREAS_ADD_UP).filter(ProvenBounds::binds).isPresent()) {
            bounds = bounds.and(fromParts(cell)).and(fromWhole(cell));
        }
        return bounds;
    }

    private static boolean binds(Rule rule) {
        return rule.severity().atLeast(Severity.WARNING);
    }

    private Bounds fromCheck(Equation equation, Cell cell) {
        long coefficient = equation.terms().stream().filter(term -> term.measure().equals(cell.measure()))
                .mapToLong(Equation.Term::coefficient).sum();
        if (Math.abs(coefficient) != 1) {
            return Bounds.NONE;
        }
        long low = equation.constant();
        long high = equation.constant();
        Set<String> sources = new TreeSet<>();
        for (Equation.Term term : equation.terms()) {
            if (!term.measure().equals(cell.measure())) {
                Bounds other = kept.getOrDefault(new Cell(term.measure(), cell.area(), cell.period()), Bounds.NONE);
                boolean added = term.coefficient() > 0;
                low = Constraint.plusLeast(low, negated(times(term.coefficient(), added ? other.highest : other.lowest)));
                high = Constraint.plusMost(high, negated(times(term.coefficient(), added ? other.lowest : other.highest)));
                sources.addAll(other.sources);
            }
        }
        boolean positive = coefficient > 0;
        boolean equal = equation.relation() == Relation.EQUAL;
        boolean below = equal || positive == (equation.relation() == Relation.AT_LEAST);
        boolean above = equal || positive == (equation.relation() == Relation.AT_MOST);
        return new Bounds(below ? Math.max(0, positive ? low : negated(high)) : 0,
                above ? positive ? high : negated(low) : Amount.NO_LIMIT, sources);
    }

    private static long times(long coefficient, long number) {
        return number == Amount.NO_LIMIT ? coefficient > 0 ? Amount.NO_LIMIT : Constraint.NO_LOWEST
                : Math.multiplyExact(coefficient, number);
    }

    private static long negated(long limit) {
        return limit == Amount.NO_LIMIT ? Constraint.NO_LOWEST : limit == Constraint.NO_LOWEST ? Amount.NO_LIMIT : -limit;
    }

    private Bounds fromParts(Cell whole) {
        Bounds bounds = Bounds.NONE;
        for (Map.Entry<String, Parts> breakdown : sums(whole).entrySet()) {
            Parts parts = breakdown.getValue();
            boolean all = complete(breakdown.getKey()) && parts.unknown == 0;
            bounds = bounds.and(new Bounds(parts.lowest, all ? parts.highest : Amount.NO_LIMIT, parts.sources));
        }
        return bounds;
    }

    private Bounds fromWhole(Cell part) {
        Area area = scope.vocabulary().areas().byId(part.area()).orElse(null);
        if (area == null || area.partOf() == null) {
            return Bounds.NONE;
        }
        Cell whole = new Cell(part.measure(), area.partOf(), part.period());
        Bounds most = kept.get(whole);
        if (most == null) {
            return Bounds.NONE;
        }
        Parts parts = sums(whole).get(area.breakdown());
        Bounds own = kept.get(part);
        long othersLowest = own == null ? parts.lowest : parts.lowest - own.lowest;
        boolean othersKnown = complete(area.breakdown()) && parts.unknown == (own == null ? 1 : 0)
                && parts.highest != Amount.NO_LIMIT && (own == null || own.highest != Amount.NO_LIMIT);
        long othersHighest = own == null ? parts.highest : parts.highest - own.highest;
        Set<String> sources = new TreeSet<>(most.sources);
        sources.addAll(parts.sources);
        return new Bounds(othersKnown ? Math.max(0, most.lowest - othersHighest) : 0,
                most.highest == Amount.NO_LIMIT ? Amount.NO_LIMIT : most.highest - othersLowest, sources);
    }

    private boolean complete(String breakdown) {
        return scope.vocabulary().breakdowns().get(breakdown).complete();
    }

    /** Kept, because every part of a large breakdown asks for them. */
    private Map<String, Parts> sums(Cell whole) {
        return sums.computeIfAbsent(whole, cell -> {
            Map<String, Parts> byBreakdown = new HashMap<>();
            scope.vocabulary().areas().partsOf(cell.area()).forEach((breakdown, areas) -> byBreakdown.put(breakdown, sum(cell, areas)));
            return byBreakdown;
        });
    }

    private Parts sum(Cell whole, List<Area> areas) {
        long lowest = 0;
        long highest = 0;
        List<Bounds> known = new ArrayList<>();
        for (Area area : areas) {
            Bounds part = kept.get(new Cell(whole.measure(), area.id(), whole.period()));
            if (part != null) {
                known.add(part);
                lowest = Constraint.plusLeast(lowest, part.lowest);
                highest = Constraint.plusMost(highest, part.highest);
            }
        }
        Set<String> sources = new TreeSet<>();
        known.forEach(part -> sources.addAll(part.sources));
        return new Parts(lowest, highest, areas.size() - known.size(), sources);
    }
}

package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.Constraint.Term;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;

/**
 * Every relation between the cells of a date: the settings' checks, parts and wholes, days and longer periods. Only rules of
 * severity error and warning bind. Cells that nobody speaks of take part as unknown.
 */
final class Relations {

    private final Scope scope;
    private final List<Relation> relations = new ArrayList<>();

    private Relations(Scope scope) {
        this.scope = scope;
    }

    static List<Relation> of(Scope scope) {
        Relations all = new Relations(scope);
        all.checks();
        all.areas();
        all.days();
        return all.relations;
    }

    private static boolean binds(Rule rule) {
        return rule.severity().atLeast(Severity.WARNING);
    }

    private void checks() {
        List<Rule> rules = scope.rules().checks().stream().filter(Relations::binds).toList();
        if (rules.isEmpty()) {
            return;
        }
        Map<String, Map<Period, Set<String>>> spokenOf = new TreeMap<>();
        scope.claims().byCell().keySet().stream().filter(scope::ofDate).forEach(cell -> spokenOf
                .computeIfAbsent(cell.area(), area -> new TreeMap<>()).computeIfAbsent(cell.period(), period -> new TreeSet<>())
                .add(cell.measure()));
        spokenOf.forEach((area, periods) -> periods.forEach((period, measures) -> {
            for (Rule rule : rules) {
                Equation equation = rule.equation();
                if (equation.terms().stream().anyMatch(term -> measures.contains(term.measure()))) {
                    List<Term> terms = equation.terms().stream()
                            .map(term -> new Term(term.coefficient(), new Cell(term.measure(), area, period))).toList();
                    long tolerance = rule.tolerance().peopleFor(ChecksHold.largerSide(equation, terms, scope));
                    add(rule, terms.get(0).cell(), terms, ChecksHold.lowest(equation), ChecksHold.highest(equation), tolerance, true);
                }
            }
        }));
    }

    private void areas() {
        Rule rule = scope.rules().builtIn(BuiltIn.AREAS_ADD_UP).filter(Relations::binds).orElse(null);
        if (rule == null) {
            return;
        }
        SortedSet<Cell> wholes = new TreeSet<>();
        for (Cell cell : scope.claims().byCell().keySet()) {
            if (scope.ofDate(cell)) {
                scope.vocabulary().areas().byId(cell.area()).map(Area::partOf)
                        .ifPresent(whole -> wholes.add(new Cell(cell.measure(), whole, cell.period())));
            }
        }
        for (Cell whole : wholes) {
            scope.vocabulary().areas().partsOf(whole.area()).forEach((breakdown, parts) -> {
                boolean complete = scope.vocabulary().breakdowns().get(breakdown).complete();
                List<Cell> cells = parts.stream().map(part -> new Cell(whole.measure(), part.id(), whole.period())).toList();
                List<Cell> known = cells.stream().filter(cell -> !scope.claims().on(cell).isEmpty()).toList();
                if (!known.isEmpty()) {
                    sum(rule, whole, complete ? cells : known, complete);
                }
            });
        }
    }

    private void sum(Rule rule, Cell whole, List<Cell> parts, boolean equal) {
        List<Term> terms = new ArrayList<>(parts.size() + 1);
        terms.add(new Term(1, whole));
        parts.forEach(part -> terms.add(new Term(-1, part)));
        long larger = Math.max(scope.largest(whole), parts.stream().mapToLong(scope::largest).reduce(0, Constraint::plusLeast));
        add(rule, whole, terms, 0, equal ? 0 : Amount.NO_LIMIT, rule.tolerance().peopleFor(larger), false);
    }

    /** Each line of days is cut where a period begins or ends; every period is the sum of its cuts. */
    private void days() {
        Rule rule = scope.rules().builtIn(BuiltIn.DAYS_ADD_UP).filter(Relations::binds).orElse(null);
        if (rule == null) {
            return;
        }
        Map<String, List<Cell>> lines = scope.claims().byCell().keySet().stream()
                .filter(cell -> scope.vocabulary().measure(cell.measure()).isFlow() && !cell.period().isOpen())
                .collect(Collectors.groupingBy(cell -> cell.area() + "\n" + cell.measure(), TreeMap::new, Collectors.toList()));
        Set<Figure> fallen = RunningTotals.fallen(scope);
        for (List<Cell> line : lines.values()) {
            boolean longer = line.stream().anyMatch(cell -> scope.ofDate(cell) && !cell.period().isDay());
            if (longer && line.size() > 1) {
                line(rule, line.stream().filter(cell -> Check.figuresOf(scope.claims().on(cell)).stream().noneMatch(fallen::contains))
                        .toList());
            }
        }
    }

    private void line(Rule rule, List<Cell> line) {
        SortedSet<LocalDate> cuts = new TreeSet<>();
        Map<Period, Cell> known = new HashMap<>();
        for (Cell cell : line) {
            cuts.add(cell.period().start());
            cuts.add(cell.period().end().plusDays(1));
            known.put(cell.period(), cell);
        }
        for (Cell cell : line) {
            List<Cell> pieces = new ArrayList<>();
            LocalDate from = cell.period().start();
            for (LocalDate cut : cuts.subSet(from.plusDays(1), cell.period().end().plusDays(2))) {
                Period piece = new Period(from, cut.minusDays(1));
                pieces.add(known.getOrDefault(piece, new Cell(cell.measure(), cell.area(), piece)));
                from = cut;
            }
            if (pieces.size() > 1) {
                sum(rule, cell, pieces, true);
            }
        }
    }

    private void add(Rule rule, Cell cell, List<Term> terms, long lowest, long highest, long tolerance, boolean within) {
        relations.add(new Relation(rule, cell, new Constraint(List.copyOf(terms),
                lowest == Constraint.NO_LOWEST ? lowest : lowest - tolerance,
                highest == Amount.NO_LIMIT ? highest : highest + tolerance), within));
    }
}

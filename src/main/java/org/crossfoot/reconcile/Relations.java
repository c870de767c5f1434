package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Map<Cell, Cell> cells = new HashMap<>();

    private Relations(Scope scope) {
        this.scope = scope;
        scope.claims().byCell().keySet().forEach(cell -> cells.put(cell, cell));
    }

    static List<Relation> of(Scope scope) {
        Relations all = new Relations(scope);
        List<Rule> checks = scope.rules().checks().stream().filter(Relations::binds).toList();
        Optional<Rule> areas = scope.rules().builtIn(BuiltIn.AREAS_ADD_UP).filter(Relations::binds);
        Set<Cell> known = all.known(checks, areas.isPresent());
        Set<Cell> inSums = areas.map(rule -> all.areas(rule, known)).orElse(Set.of());
        all.checks(checks, known, inSums);
        all.days();
        return all.relations;
    }

    private static boolean binds(Rule rule) {
        return rule.severity().atLeast(Severity.WARNING);
    }

    /**
     * What is spoken of, and what the rules say of it without anybody speaking of it: collateral arrests where arrests and
     * criminal ones are printed, the whole where a part is. Without these, parts that nobody printed but the rules prove would
     * never be held against their whole.
     */
    private Set<Cell> known(List<Rule> checks, boolean areas) {
        Set<Cell> known = new LinkedHashSet<>();
        scope.claims().byCell().keySet().stream().filter(scope::ofDate).forEach(known::add);
        Deque<Cell> open = new ArrayDeque<>(known);
        while (!open.isEmpty()) {
            Cell cell = open.poll();
            List<Cell> implied = new ArrayList<>();
            for (Rule rule : checks) {
                if (rule.equation().terms().stream().anyMatch(term -> term.measure().equals(cell.measure()))) {
                    implied.addAll(cells(rule, cell.area(), cell.period()));
                }
            }
            if (areas) {
                whole(cell).ifPresent(implied::add);
            }
            implied.stream().filter(known::add).forEach(open::add);
        }
        return known;
    }

    private Optional<Cell> whole(Cell part) {
        return scope.vocabulary().areas().byId(part.area()).map(Area::partOf)
                .map(whole -> cell(part.measure(), whole, part.period()));
    }

    private List<Cell> cells(Rule check, String area, Period period) {
        return check.equation().terms().stream().map(term -> cell(term.measure(), area, period)).toList();
    }

    /** The same object for the same cell: what is looked up again and again is then found without comparing. */
    private Cell cell(String measure, String area, Period period) {
        Cell cell = new Cell(measure, area, period);
        Cell before = cells.putIfAbsent(cell, cell);
        return before == null ? cell : before;
    }

    /** Of each area and period where a check's measures are known; where a sum brought a cell in, two of them make it worth asking. */
    private void checks(List<Rule> checks, Set<Cell> known, Set<Cell> inSums) {
        if (checks.isEmpty()) {
            return;
        }
        Map<String, Map<Period, Set<String>>> places = new TreeMap<>();
        Stream.concat(known.stream(), inSums.stream()).forEach(cell -> places.computeIfAbsent(cell.area(), area -> new TreeMap<>())
                .computeIfAbsent(cell.period(), period -> new HashSet<>()).add(cell.measure()));
        places.forEach((area, periods) -> periods.forEach((period, measures) -> {
            for (Rule rule : checks) {
                List<Cell> cells = cells(rule, area, period);
                if (cells.stream().filter(cell -> measures.contains(cell.measure())).count() > 1 || cells.stream().anyMatch(known::contains)) {
                    check(rule, cells);
                }
            }
        }));
    }

    private void check(Rule rule, List<Cell> cells) {
        Equation equation = rule.equation();
        List<Term> terms = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            terms.add(new Term(equation.terms().get(i).coefficient(), cells.get(i)));
        }
        long tolerance = rule.tolerance().peopleFor(ChecksHold.largerSide(equation, terms, scope));
        add(rule, cells.get(0), terms, ChecksHold.lowest(equation), ChecksHold.highest(equation), tolerance, true);
    }

    /** Sums over areas; returns the cells in them. */
    private Set<Cell> areas(Rule rule, Set<Cell> known) {
        SortedSet<Cell> wholes = new TreeSet<>();
        known.forEach(cell -> whole(cell).ifPresent(wholes::add));
        Set<Cell> inSums = new HashSet<>();
        for (Cell whole : wholes) {
            scope.vocabulary().areas().partsOf(whole.area()).forEach((breakdown, parts) -> {
                boolean complete = scope.vocabulary().breakdowns().get(breakdown).complete();
                List<Cell> cells = parts.stream().map(part -> cell(whole.measure(), part.id(), whole.period())).toList();
                List<Cell> knownParts = cells.stream().filter(known::contains).toList();
                if (!knownParts.isEmpty()) {
                    sum(rule, whole, complete ? cells : knownParts, complete);
                    inSums.addAll(complete ? cells : knownParts);
                }
            });
        }
        return inSums;
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
        List<Cell> flows = scope.claims().byCell().keySet().stream()
                .filter(cell -> scope.vocabulary().measure(cell.measure()).isFlow() && !cell.period().isOpen()).toList();
        Set<String> longer = flows.stream().filter(cell -> scope.ofDate(cell) && !cell.period().isDay()).map(Relations::nameOfLine)
                .collect(Collectors.toSet());
        if (longer.isEmpty()) {
            return;
        }
        Map<String, List<Cell>> lines = flows.stream().filter(cell -> longer.contains(nameOfLine(cell)))
                .collect(Collectors.groupingBy(Relations::nameOfLine, TreeMap::new, Collectors.toList()));
        Set<Figure> fallen = RunningTotals.fallen(scope);
        for (List<Cell> line : lines.values()) {
            if (line.size() > 1) {
                line(rule, line.stream().filter(cell -> Check.figuresOf(scope.claims().on(cell)).stream().noneMatch(fallen::contains))
                        .toList());
            }
        }
    }

    private static String nameOfLine(Cell cell) {
        return cell.area() + "\n" + cell.measure();
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

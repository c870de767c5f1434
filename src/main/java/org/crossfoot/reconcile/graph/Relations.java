package org.crossfoot.reconcile.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.check.ChecksHold;
import org.crossfoot.reconcile.claim.Constraint.Term;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.graph.CheckPlaces.CheckPlace;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;

/**
 * Every relation between the cells of a date: the settings' checks, parts and wholes, days and longer periods. Only rules of
 * severity error and warning bind. Cells that nobody speaks of take part as unknown.
 */
public final class Relations {

    /** Where the measures of an area are summed up: for all of them in the same places. */
    private record PartsAt(String area, String breakdown, Period period) {
    }

    private final Scope scope;
    private final List<Relation> relations = new ArrayList<>();
    private final CheckPlaces known = new CheckPlaces();
    /** Cells that only take part in a sum. */
    private final CheckPlaces inSums = new CheckPlaces();

    private Relations(Scope scope) {
        this.scope = scope;
    }

    static List<Relation> of(Scope scope) {
        Relations all = new Relations(scope);
        List<Rule> checks = scope.rules().checks().stream().filter(Relations::binds).toList();
        Optional<Rule> areas = scope.rules().builtIn(BuiltIn.AREAS_ADD_UP).filter(Relations::binds);
        all.know(checks, areas.isPresent());
        areas.ifPresent(all::areas);
        all.checks(checks);
        all.days();
        return all.relations;
    }

    /** Whether what is said matters to them, and not only of which cells. */
    static boolean dependOnFigures(Scope scope) {
        return !scope.claims().longer().isEmpty() || Stream.concat(scope.rules().checks().stream(),
                scope.rules().builtIn(BuiltIn.AREAS_ADD_UP).stream()).anyMatch(rule -> binds(rule) && !rule.tolerance().isNone());
    }

    private static boolean binds(Rule rule) {
        return rule.severity().atLeast(Severity.WARNING);
    }

    /**
     * What is spoken of, and what the rules say of it without anybody speaking of it: collateral arrests where arrests and
     * criminal ones are printed, the whole where a part is. Without these, parts that nobody printed but the rules prove would
     * never be held against their whole.
     */
    private void know(List<Rule> checks, boolean areas) {
        scope.claims().cells().stream().filter(scope::ofDate).forEach(known::add);
        List<List<String>> together = checks.stream()
                .map(check -> check.equation().terms().stream().map(Equation.Term::measure).toList()).toList();
        Deque<CheckPlace> open = new ArrayDeque<>(known.inOrder());
        while (!open.isEmpty()) {
            CheckPlace place = open.poll();
            imply(together, place);
            Area area = areas ? scope.vocabulary().areas().byId(place.area()).orElse(null) : null;
            if (area != null && area.partOf() != null) {
                CheckPlace whole = known.at(area.partOf(), place.period());
                if (addAll(place.cells().keySet(), whole)) {
                    open.add(whole);
                }
            }
        }
    }

    /** @param together measures of which one brings in the others */
    private static void imply(List<List<String>> together, CheckPlace place) {
        boolean more = true;
        while (more) {
            more = false;
            for (List<String> measures : together) {
                more |= isAnyIn(place, measures) && addAll(measures, place);
            }
        }
    }

    private static boolean isAnyIn(CheckPlace place, List<String> measures) {
        for (String measure : measures) {
            if (place.has(measure)) {
                return true;
            }
        }
        return false;
    }

    private static boolean addAll(Collection<String> measures, CheckPlace place) {
        boolean added = false;
        for (String measure : measures) {
            added |= place.add(measure);
        }
        return added;
    }

    /** In each place where a check's measures are known; where a sum brought a cell in, two of them make it worth asking. */
    private void checks(List<Rule> checks) {
        for (CheckPlace place : known.inOrder()) {
            CheckPlace more = inSums.at(place.area(), place.period());
            for (Rule rule : checks) {
                int here = 0;
                int summed = 0;
                for (Equation.Term term : rule.equation().terms()) {
                    here += place.has(term.measure()) ? 1 : 0;
                    summed += more.has(term.measure()) ? 1 : 0;
                }
                if (here > 0 || summed > 1) {
                    check(rule, place, more);
                }
            }
        }
    }

    private void check(Rule rule, CheckPlace place, CheckPlace more) {
        Equation equation = rule.equation();
        List<Term> terms = new ArrayList<>(equation.terms().size());
        for (Equation.Term term : equation.terms()) {
            terms.add(new Term(term.coefficient(), place.has(term.measure()) ? place.cell(term.measure())
                    : more.cell(term.measure())));
        }
        long tolerance = rule.tolerance().isNone() ? 0
                : rule.tolerance().peopleFor(ChecksHold.largerSide(equation, terms, scope));
        add(rule, terms.get(0).cell(), terms, ChecksHold.lowest(equation), ChecksHold.highest(equation), tolerance, true);
    }

    /** Sums over areas. */
    private void areas(Rule rule) {
        Map<PartsAt, List<CheckPlace>> at = new HashMap<>();
        for (Cell whole : wholes()) {
            scope.vocabulary().areas().partsOf(whole.area()).forEach((breakdown, parts) -> {
                boolean complete = scope.vocabulary().breakdowns().get(breakdown).complete();
                List<CheckPlace> places = at.computeIfAbsent(new PartsAt(whole.area(), breakdown, whole.period()),
                        wanted -> parts.stream().map(part -> known.at(part.id(), wanted.period)).toList());
                List<Cell> told = new ArrayList<>(places.size());
                for (CheckPlace place : places) {
                    if (place.has(whole.measure())) {
                        told.add(place.cell(whole.measure()));
                    }
                }
                if (!told.isEmpty()) {
                    sum(rule, whole, complete && told.size() < places.size()
                            ? places.stream().map(place -> part(place, whole.measure())).toList() : told, complete);
                }
            });
        }
    }

    private List<Cell> wholes() {
        return known.inOrder().stream().filter(place -> !scope.vocabulary().areas().partsOf(place.area()).isEmpty())
                .flatMap(place -> place.cells().values().stream()).sorted().toList();
    }

    private Cell part(CheckPlace place, String measure) {
        if (place.has(measure)) {
            return place.cell(measure);
        }
        CheckPlace here = inSums.at(place.area(), place.period());
        here.add(measure);
        return here.cell(measure);
    }

    private void sum(Rule rule, Cell whole, List<Cell> parts, boolean equal) {
        List<Term> terms = new ArrayList<>(parts.size() + 1);
        terms.add(new Term(1, whole));
        parts.forEach(part -> terms.add(new Term(-1, part)));
        long tolerance = rule.tolerance().isNone() ? 0 : rule.tolerance().peopleFor(Math.max(scope.largest(whole),
                parts.stream().mapToLong(scope::largest).reduce(0, Constraint::plusLeast)));
        add(rule, whole, terms, 0, equal ? 0 : Amount.NO_LIMIT, tolerance, false);
    }

    private void days() {
        scope.rules().builtIn(BuiltIn.DAYS_ADD_UP).filter(Relations::binds)
                .ifPresent(rule -> PiecesOfPeriods.of(scope).forEach((whole, pieces) -> sum(rule, whole, pieces, true)));
    }

    private void add(Rule rule, Cell cell, List<Term> terms, long lowest, long highest, long tolerance, boolean within) {
        relations.add(new Relation(rule, cell, new Constraint(List.copyOf(terms),
                lowest == Constraint.NO_LOWEST ? lowest : lowest - tolerance,
                highest == Amount.NO_LIMIT ? highest : highest + tolerance), within));
    }
}

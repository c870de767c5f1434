package org.crossfoot.reconcile.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.check.ChecksHold;
import org.crossfoot.reconcile.claim.Constraint.CellTerm;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.evidence.TiedLines;
import org.crossfoot.reconcile.graph.CheckPlaces.CheckPlace;
import org.crossfoot.reconcile.graph.PiecesOfPeriods.Asked;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Rule;

/**
 * Every relation between the cells of a date and of what it reaches: the settings' checks, parts and wholes, days and longer
 * periods; each rule for every piece of a period that it speaks of. Only rules of severity error and warning bind. Cells that
 * nobody speaks of take part as unknown.
 */
public final class Relations {

    private record PartsOf(String area, String breakdown, String measure) {
    }

    /** A sum over areas that can be asked for. */
    private record PartsAskedFor(Cell whole, List<CheckPlace> places, boolean complete) {

        boolean isTold() {
            return places.stream().anyMatch(place -> place.has(whole.measure()));
        }

        List<Cell> told() {
            List<Cell> told = new ArrayList<>(places.size());
            for (CheckPlace place : places) {
                if (place.has(whole.measure())) {
                    told.add(place.cell(whole.measure()));
                }
            }
            return told;
        }
    }

    private final Scope scope;
    private final PiecesOfPeriods periods;
    private final List<Relation> relations = new ArrayList<>();
    private final CheckPlaces known = new CheckPlaces();
    /** Cells that only take part in a sum. */
    private final CheckPlaces inSums = new CheckPlaces();

    private Relations(Scope scope) {
        this.scope = scope;
        this.periods = new PiecesOfPeriods(scope, new TiedLines(scope.vocabulary().areas(), scope.rules()));
    }

    static List<Relation> of(Scope scope) {
        Relations all = new Relations(scope);
        List<Rule> checks = scope.rules().equations().stream().filter(TiedLines::binds).toList();
        Optional<Rule> areas = scope.rules().builtIn(BuiltIn.AREAS_ADD_UP).filter(TiedLines::binds);
        all.know(checks, areas.isPresent());
        areas.ifPresent(all::areas);
        all.checks(checks);
        all.days();
        return new OfTheDate(scope).of(all.relations);
    }

    /** Whether what is said matters to them, and not only of which cells. */
    static boolean dependOnFigures(Scope scope) {
        return !scope.claims().longer().isEmpty() || Stream.concat(scope.rules().equations().stream(),
                scope.rules().builtIn(BuiltIn.AREAS_ADD_UP).stream())
                .anyMatch(rule -> TiedLines.binds(rule) && !rule.tolerance().isNone());
    }

    /**
     * What is spoken of, and what the rules say of it without anybody speaking of it: collateral arrests where arrests and
     * criminal ones are printed, the whole where a part is, and its parts where a check says of each how many it has. Without
     * these, parts that nobody printed but the rules prove would never be held against their whole.
     */
    private void know(List<Rule> checks, boolean areas) {
        scope.claims().cells().forEach(known::add);
        periods.addTo(known);
        List<List<String>> together = checks.stream().map(Relations::measures).toList();
        Set<String> limited = new HashSet<>();
        checks.stream().filter(check -> check.equation().constant() != 0).map(Relations::measures).forEach(limited::addAll);
        Deque<CheckPlace> open = new ArrayDeque<>(known.inOrder());
        while (!open.isEmpty()) {
            CheckPlace place = open.poll();
            imply(together, place);
            Area area = areas ? scope.vocabulary().areas().byId(place.area()).orElse(null) : null;
            if (area != null) {
                area.wholes().forEach(part -> addAll(place.cells().keySet(), known.at(part.whole(), place.period()), open));
                // What one whole says of a part is held against what the other says, though nobody speaks of the part.
                scope.vocabulary().areas().sharedPartsOf(area.id()).forEach(part ->
                        addAll(place.cells().keySet(), known.at(part.id(), place.period()), open));
            }
            if (area != null && !limited.isEmpty()) {
                List<String> limitedHere = place.cells().keySet().stream().filter(limited::contains).toList();
                scope.vocabulary().areas().partsOf(place.area()).values().forEach(parts ->
                        parts.forEach(part -> addAll(limitedHere, known.at(part.id(), place.period()), open)));
            }
        }
    }

    private static List<String> measures(Rule check) {
        return check.equation().terms().stream().map(Equation.Term::measure).toList();
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

    private static void addAll(Collection<String> measures, CheckPlace place, Deque<CheckPlace> open) {
        if (addAll(measures, place)) {
            open.add(place);
        }
    }

    private static boolean addAll(Collection<String> measures, CheckPlace place) {
        boolean added = false;
        for (String measure : measures) {
            added |= !Measure.isTakenBack(measure) && place.add(measure);
        }
        return added;
    }

    /** In each place where a check's measures are known; where a sum brought a cell in, two of them make it worth asking. */
    private void checks(List<Rule> checks) {
        if (checks.isEmpty()) {
            return;
        }
        Map<String, List<CheckPlace>> byArea = new LinkedHashMap<>();
        known.inOrder().forEach(place -> byArea.computeIfAbsent(place.area(), area -> new ArrayList<>(1)).add(place));
        byArea.forEach((area, places) -> {
            List<Set<Period>> asked = checks.stream().map(rule -> asked(rule, area, places)).toList();
            for (CheckPlace place : places) {
                for (int i = 0; i < asked.size(); i++) {
                    if (asked.get(i).contains(place.period())) {
                        check(checks.get(i), place, inSums.at(area, place.period()));
                    }
                }
            }
        });
    }

    private Set<Period> asked(Rule rule, String area, List<CheckPlace> places) {
        List<Period> possible = new ArrayList<>(places.size());
        for (CheckPlace place : places) {
            CheckPlace more = inSums.at(area, place.period());
            int here = 0;
            int summed = 0;
            for (Equation.Term term : rule.equation().terms()) {
                here += place.has(term.measure()) ? 1 : 0;
                summed += more.has(term.measure()) ? 1 : 0;
            }
            if (here > 0 || summed > 1) {
                possible.add(place.period());
            }
        }
        return periods.asked(area, rule.equation().terms().get(0).measure(), possible,
                how(rule, rule.equation().constant() == 0, rule.equation().sign() == Equation.Sign.EQUAL));
    }

    private static Asked how(Rule rule, boolean adds, boolean equal) {
        return !adds || !rule.tolerance().isNone() ? Asked.AS_PRINTED : equal ? Asked.DIFFERENCES : Asked.EVERYWHERE;
    }

    private void check(Rule rule, CheckPlace place, CheckPlace more) {
        Equation equation = rule.equation();
        List<CellTerm> terms = new ArrayList<>(equation.terms().size());
        for (Equation.Term term : equation.terms()) {
            terms.add(new CellTerm(term.coefficient(), place.has(term.measure()) ? place.cell(term.measure())
                    : more.cell(term.measure())));
        }
        long tolerance = rule.tolerance().isNone() ? 0
                : rule.tolerance().peopleFor(ChecksHold.largerSide(equation, terms, scope));
        add(rule, terms.get(0).cell(), terms, ChecksHold.lowest(equation), ChecksHold.highest(equation), tolerance, true);
    }

    /** Sums over areas. */
    private void areas(Rule rule) {
        Map<PartsOf, SortedMap<Period, PartsAskedFor>> sums = new LinkedHashMap<>();
        Map<Period, Map<String, List<CheckPlace>>> at = new HashMap<>();
        for (Cell whole : wholes()) {
            scope.vocabulary().areas().partsOf(whole.area()).forEach((breakdown, areas) -> {
                boolean complete = scope.vocabulary().breakdowns().get(breakdown).complete();
                List<CheckPlace> places = at.computeIfAbsent(whole.period(), period -> new HashMap<>())
                        .computeIfAbsent(whole.area() + "\n" + breakdown,
                                none -> areas.stream().map(part -> known.at(part.id(), whole.period())).toList());
                PartsAskedFor parts = new PartsAskedFor(whole, places, complete);
                if (parts.isTold()) {
                    sums.computeIfAbsent(new PartsOf(whole.area(), breakdown, whole.measure()), none -> new TreeMap<>())
                            .put(whole.period(), parts);
                }
            });
        }
        sums.forEach((parts, byPeriod) -> periods.asked(parts.area, parts.measure, byPeriod.keySet(),
                how(rule, true, byPeriod.get(byPeriod.firstKey()).complete)).forEach(period -> sum(rule, byPeriod.get(period))));
    }

    private void sum(Rule rule, PartsAskedFor parts) {
        String measure = parts.whole.measure();
        List<Cell> told = parts.told();
        sum(rule, parts.whole, parts.complete && told.size() < parts.places.size()
                ? parts.places.stream().map(place -> part(place, measure)).toList() : told, parts.complete);
    }

    private List<Cell> wholes() {
        return known.all().filter(place -> !scope.vocabulary().areas().partsOf(place.area()).isEmpty())
                .flatMap(place -> place.cells().values().stream())
                .filter(whole -> !Measure.isTakenBack(whole.measure())).sorted().toList();
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
        List<CellTerm> terms = new ArrayList<>(parts.size() + 1);
        terms.add(new CellTerm(1, whole));
        parts.forEach(part -> terms.add(new CellTerm(Measure.isTakenBack(part.measure()) ? 1 : -1, part)));
        long tolerance = rule.tolerance().isNone() ? 0 : rule.tolerance().peopleFor(Math.max(scope.largest(whole),
                parts.stream().mapToLong(scope::largest).reduce(0, Constraint::plusLeast)));
        add(rule, whole, terms, 0, equal ? 0 : Amount.NO_LIMIT, tolerance, false);
    }

    /** Every longer period is the sum of its pieces. */
    private void days() {
        scope.rules().builtIn(BuiltIn.DAYS_ADD_UP).filter(TiedLines::binds).ifPresent(rule -> {
            Set<Cell> cells = new LinkedHashSet<>(scope.claims().cells());
            relations.forEach(relation -> relation.constraint().terms().forEach(term -> cells.add(term.cell())));
            periods.pieces(cells).forEach((whole, pieces) -> sum(rule, whole,
                    pieces.stream().map(scope.claims()::inSumOfDays).toList(), true));
        });
    }

    private void add(Rule rule, Cell cell, List<CellTerm> terms, long lowest, long highest, long tolerance, boolean within) {
        relations.add(new Relation(rule, cell, new Constraint(List.copyOf(terms),
                lowest == Constraint.NO_LOWEST ? lowest : lowest - tolerance,
                highest == Amount.NO_LIMIT ? highest : highest + tolerance), within));
    }
}

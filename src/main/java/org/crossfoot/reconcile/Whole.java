package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.Check.Scope;

/**
 * A cell to which those of the parts of its area add up.
 *
 * @param parts the places of its parts that anybody speaks of, by breakdown, in the order the parts were declared
 */
record Whole(Cell cell, SortedMap<String, List<ClaimsInPlace>> parts) {

    /** Every one of the date of which somebody speaks of a part, in the order of their cells. */
    static List<Whole> all(Scope scope) {
        List<Whole> wholes = new ArrayList<>();
        for (Map.Entry<String, Set<Period>> spoken : areasWithParts(scope).entrySet()) {
            for (Period period : spoken.getValue()) {
                SortedMap<String, List<ClaimsInPlace>> parts = parts(spoken.getKey(), period, scope);
                for (String measure : measures(parts)) {
                    wholes.add(new Whole(new Cell(measure, spoken.getKey(), period), parts));
                }
            }
        }
        wholes.sort(Comparator.comparing(Whole::cell));
        return wholes;
    }

    /** The areas of which somebody speaks of a part, and over which periods of the date. */
    private static Map<String, Set<Period>> areasWithParts(Scope scope) {
        Map<String, Set<Period>> wholes = new HashMap<>();
        for (ClaimsInPlace place : scope.claims().placesOf(scope.date())) {
            Area area = scope.vocabulary().areas().byId(place.area()).orElse(null);
            if (area != null && area.partOf() != null) {
                wholes.computeIfAbsent(area.partOf(), whole -> new HashSet<>()).add(place.period());
            }
        }
        return wholes;
    }

    private static SortedMap<String, List<ClaimsInPlace>> parts(String whole, Period period, Scope scope) {
        SortedMap<String, List<ClaimsInPlace>> parts = new TreeMap<>();
        scope.vocabulary().areas().partsOf(whole).forEach((breakdown, areas) -> {
            List<ClaimsInPlace> spokenOf = new ArrayList<>(areas.size());
            for (Area area : areas) {
                ClaimsInPlace place = scope.claims().at(area.id(), period);
                if (place != null) {
                    spokenOf.add(place);
                }
            }
            parts.put(breakdown, spokenOf);
        });
        return parts;
    }

    private static Set<String> measures(SortedMap<String, List<ClaimsInPlace>> parts) {
        Set<String> measures = new HashSet<>();
        for (List<ClaimsInPlace> places : parts.values()) {
            for (ClaimsInPlace place : places) {
                for (Cell cell : place.cells()) {
                    measures.add(cell.measure());
                }
            }
        }
        return measures;
    }
}

package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.Check.Scope;

/**
 * A cell to which those of the parts of its area add up.
 *
 * @param parts by breakdown what is claimed of each part that anybody speaks of, in the order of the areas
 */
record Whole(Cell cell, SortedMap<String, List<List<Claim>>> parts) {

    private record Place(String area, Period period) {
    }

    /** Every one of the date of which somebody speaks of a part, in the order of their cells. */
    static List<Whole> all(Scope scope) {
        Map<Place, Map<String, Whole>> byPlace = new HashMap<>();
        Place latest = null;
        Map<String, Whole> there = null;
        for (ClaimsInPlace place : scope.claims().placesOf(scope.date())) {
            Area area = scope.vocabulary().areas().byId(place.area()).orElse(null);
            if (area != null && area.partOf() != null) {
                // One part mostly follows another.
                if (latest == null || !latest.area.equals(area.partOf()) || !latest.period.equals(place.period())) {
                    latest = new Place(area.partOf(), place.period());
                    there = byPlace.computeIfAbsent(latest, each -> new HashMap<>());
                }
                addPart(area, place, there);
            }
        }
        return byPlace.values().stream().flatMap(ofPlace -> ofPlace.values().stream()).sorted(Comparator.comparing(Whole::cell)).toList();
    }

    private static void addPart(Area area, ClaimsInPlace place, Map<String, Whole> wholes) {
        for (Cell cell : place.cells()) {
            wholes.computeIfAbsent(cell.measure(), measure -> new Whole(new Cell(measure, area.partOf(), place.period()), new TreeMap<>()))
                    .parts.computeIfAbsent(area.breakdown(), breakdown -> new ArrayList<>()).add(place.on(cell.measure()));
        }
    }
}

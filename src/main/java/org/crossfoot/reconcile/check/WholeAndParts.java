package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Area.PartOf;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.ClaimsInPlace;

/**
 * A cell to which those of the parts of its area add up.
 *
 * @param parts by breakdown what is claimed of each part that anybody speaks of, in the order of the areas
 */
record WholeAndParts(Cell cell, SortedMap<String, List<List<Claim>>> parts) {

    /** Parts of one breakdown, over one period. */
    private record BreakdownInPeriod(String whole, String id, Period period) {

        boolean has(PartOf part, Period over) {
            return whole.equals(part.whole()) && id.equals(part.breakdown()) && period.equals(over);
        }
    }

    /** What is claimed of them. */
    private record Measured(String measure, List<List<Claim>> claims) {
    }

    /** Every one of the date of which somebody speaks of a part, in the order of their cells. */
    static List<WholeAndParts> all(Scope scope) {
        SortedMap<Cell, WholeAndParts> wholes = new TreeMap<>();
        breakdowns(scope).forEach((breakdown, measures) -> {
            for (Measured measured : measures) {
                wholes.computeIfAbsent(new Cell(measured.measure, breakdown.whole, breakdown.period),
                        cell -> new WholeAndParts(cell, new TreeMap<>()))
                        .parts.put(breakdown.id, measured.claims);
            }
        });
        return List.copyOf(wholes.values());
    }

    private static Map<BreakdownInPeriod, List<Measured>> breakdowns(Scope scope) {
        Map<BreakdownInPeriod, List<Measured>> breakdowns = new HashMap<>();
        BreakdownInPeriod latest = null;
        List<Measured> measures = null;
        for (ClaimsInPlace place : scope.claims().placesOf(scope.date())) {
            Area area = scope.vocabulary().areas().byId(place.area()).orElse(null);
            for (PartOf part : area == null ? List.<PartOf>of() : area.wholes()) {
                if (latest == null || !latest.has(part, place.period())) {
                    latest = new BreakdownInPeriod(part.whole(), part.breakdown(), place.period());
                    measures = breakdowns.computeIfAbsent(latest, each -> new ArrayList<>());
                }
                for (int i = 0; i < place.cells().size(); i++) {
                    String measure = place.cells().get(i).measure();
                    if (!Measure.isTakenBack(measure)) {
                        of(measure, measures).add(place.on(i));
                    }
                }
            }
        }
        return breakdowns;
    }

    private static List<List<Claim>> of(String measure, List<Measured> measures) {
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).measure.equals(measure)) {
                return measures.get(i).claims;
            }
        }
        measures.add(new Measured(measure, new ArrayList<>()));
        return measures.get(measures.size() - 1).claims;
    }
}

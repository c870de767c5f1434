package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.ClaimsInPlace;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Kinds;

/**
 * {@code kinds-add-up}: the kinds of a measure add up to it in each area and period, as the parts of an area do. One discrepancy
 * for all ways to take a measure apart.
 */
public final class KindsAddUp implements Check {

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        if (scope.rules().kinds().isEmpty()) {
            return findings;
        }
        Map<String, List<Kinds>> byMeasure = new LinkedHashMap<>();
        scope.rules().kinds()
                .forEach(kinds -> byMeasure.computeIfAbsent(kinds.measure(), first -> new ArrayList<>()).add(kinds));
        scope.rules().builtIn(BuiltIn.KINDS_ADD_UP).ifPresent(rule -> {
            for (ClaimsInPlace place : scope.claims().placesOf(scope.date())) {
                byMeasure.forEach((measure, kinds) -> Side.compared(rule, place.cell(measure),
                        sides(measure, kinds, place, scope), "the kinds do not add up to the whole.", scope)
                        .ifPresent(findings::add));
            }
        });
        return findings;
    }

    private static List<Side> sides(String measure, List<Kinds> kinds, ClaimsInPlace place, Scope scope) {
        List<Side> sides = new ArrayList<>();
        List<Claim> own = place.on(measure);
        if (!own.isEmpty()) {
            String figures = own.size() == 1 ? "The figure for " : "The figures for ";
            sides.add(Side.of(figures + scope.vocabulary().measureTitle(measure), own.size() > 1, List.of(own), true));
        }
        for (Kinds each : kinds) {
            List<List<Claim>> known = each.of().stream().map(place::on).filter(on -> !on.isEmpty()).toList();
            boolean complete = each.complete() && known.size() == each.of().size();
            String name = complete ? known.size() == 1 ? "The only kind" : "All " + known.size() + " kinds"
                    : known.size() == 1 ? "One of the kinds" : known.size() + " of the kinds";
            if (!known.isEmpty()) {
                sides.add(Side.of(name + " by " + each.breakdown(), known.size() > 1, known, complete));
            }
        }
        return sides;
    }
}

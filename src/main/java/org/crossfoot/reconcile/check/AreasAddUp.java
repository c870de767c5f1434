package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/**
 * {@code areas-add-up}: the parts of an area add up to it. A complete breakdown of which every part is known equals the whole;
 * otherwise the parts known only bound it from below. Two complete breakdowns of one area must have the same sum, also where
 * nobody printed the whole.
 */
public final class AreasAddUp implements Check {

    /**
     * One way to reach the whole: its own figures, or the parts of a breakdown.
     *
     * @param several whether the name is of several
     * @param claims on each of its cells
     * @param bounds whether the whole can be no more than this side
     * @param least  the sum, each cell given the claim that asks most
     * @param most   the sum, each cell given the claim that allows least
     * @param largest the sum of the largest limits that were printed
     */
    private record Side(String name, boolean several, List<List<Claim>> claims, boolean bounds, long least, long most,
            long largest) {
    }

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.AREAS_ADD_UP).ifPresent(rule -> {
            for (WholeAndParts whole : WholeAndParts.all(scope)) {
                check(rule, whole, scope, findings);
            }
        });
        return findings;
    }

    private static void check(Rule rule, WholeAndParts whole, Scope scope, List<Finding> findings) {
        List<Side> sides = sides(whole, scope);
        List<String> arithmetic = new ArrayList<>();
        Set<Side> involved = Identity.set();
        long gap = 0;
        long largerSide = 0;
        long tolerance = 0;
        for (Side lower : sides) {
            for (Side upper : sides) {
                if (lower == upper || !upper.bounds) {
                    continue;
                }
                // The claim that asks most on one side against the claim that allows least on the other.
                long excess = lower.least - upper.most;
                long larger = Math.max(lower.largest, upper.largest);
                long allowed = rule.tolerance().peopleFor(larger);
                if (upper.most != Amount.NO_LIMIT && excess > allowed) {
                    arithmetic.add(lower.name + (lower.several ? " add up to at least " : " comes to at least ")
                            + FigureWording.number(lower.least) + "; " + FigureWording.lowerFirst(upper.name) + " to at most "
                            + FigureWording.number(upper.most)
                            + ": " + FigureWording.number(excess) + " too many.");
                    involved.add(lower);
                    involved.add(upper);
                    gap = Math.max(gap, excess);
                    largerSide = Math.max(largerSide, larger);
                    tolerance = Math.max(tolerance, allowed);
                }
            }
        }
        if (!arithmetic.isEmpty()) {
            List<List<Claim>> byCell = byCell(involved);
            findings.add(new Finding(rule, whole.cell(), claims(byCell), figures(byCell), gap, largerSide, tolerance,
                    scope.wording().cell(whole.cell()) + ": the parts do not add up to the whole.", List.copyOf(arithmetic)));
        }
    }

    /** What is claimed on any side, in the order of the cells; an area may be part of the whole by several breakdowns. */
    private static List<List<Claim>> byCell(Set<Side> involved) {
        SortedMap<Cell, List<Claim>> byCell = new TreeMap<>();
        involved.forEach(side -> side.claims.forEach(on -> byCell.putIfAbsent(on.get(0).cell(), on)));
        return List.copyOf(byCell.values());
    }

    private static List<Claim> claims(List<List<Claim>> byCell) {
        List<Claim> claims = new ArrayList<>(2 * byCell.size());
        byCell.forEach(claims::addAll);
        return claims;
    }

    /** No area is there twice, so that they are in order where those of each cell are. */
    private static List<Figure> figures(List<List<Claim>> byCell) {
        List<Figure> figures = new ArrayList<>(2 * byCell.size());
        byCell.forEach(on -> Check.addFigures(on, figures));
        return figures;
    }

    private static List<Side> sides(WholeAndParts whole, Scope scope) {
        List<Side> sides = new ArrayList<>();
        Cell cell = whole.cell();
        List<Claim> own = scope.claims().on(cell);
        if (!own.isEmpty()) {
            String figures = own.size() == 1 ? "The figure for " : "The figures for ";
            sides.add(side(figures + scope.wording().area(cell), own.size() > 1, List.of(own), true));
        }
        whole.parts().forEach((breakdown, known) -> {
            int all = scope.vocabulary().areas().partsOf(cell.area()).get(breakdown).size();
            boolean complete = scope.vocabulary().breakdowns().get(breakdown).complete() && known.size() == all;
            String name = (complete ? all == 1 ? "The only part" : "All " + all + " parts"
                    : known.size() == 1 ? "One of the parts" : known.size() + " of the parts") + " by " + breakdown;
            sides.add(side(name, known.size() > 1, known, complete));
        });
        return sides;
    }

    private static Side side(String name, boolean several, List<List<Claim>> claims, boolean bounds) {
        long atLeast = 0;
        long atMost = 0;
        long largest = 0;
        for (List<Claim> on : claims) {
            long asked = 0;
            long allowed = Amount.NO_LIMIT;
            long printed = 0;
            for (int i = 0; i < on.size(); i++) {
                Claim claim = on.get(i);
                asked = Math.max(asked, claim.allowed().lowest());
                allowed = Math.min(allowed, claim.allowed().highest());
                printed = Math.max(printed, claim.amount().largestLimit());
            }
            atLeast = Constraint.plusLeast(atLeast, asked);
            atMost = Constraint.plusMost(atMost, allowed);
            largest = Constraint.plusLeast(largest, printed);
        }
        return new Side(name, several, claims, bounds, atLeast, atMost, largest);
    }
}

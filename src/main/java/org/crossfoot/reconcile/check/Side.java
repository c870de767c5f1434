package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.rule.Rule;

/**
 * One way to reach a whole: its own figures, or the parts of a breakdown.
 *
 * @param several whether the name is of several
 * @param claims on each of its cells
 * @param bounds whether the whole can be no more than this side
 * @param least  the sum, each cell given the claim that asks most
 * @param most   the sum, each cell given the claim that allows least
 * @param largest the sum of the largest limits that were printed
 */
record Side(String name, boolean several, List<List<Claim>> claims, boolean bounds, long least, long most, long largest) {

    static Side of(String name, boolean several, List<List<Claim>> claims, boolean bounds) {
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

    /**
     * What is found where one side asks for more than another allows.
     *
     * @param cell     the whole
     * @param headline what is wrong then, as it goes on after the cell's name
     */
    static Optional<Finding> compared(Rule rule, Cell cell, List<Side> sides, String headline, Scope scope) {
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
        if (arithmetic.isEmpty()) {
            return Optional.empty();
        }
        List<List<Claim>> byCell = byCell(involved);
        return Optional.of(new Finding(rule, cell, claims(byCell), figures(byCell), gap, largerSide, tolerance,
                scope.wording().cell(cell) + ": " + headline, List.copyOf(arithmetic)));
    }

    /** What is claimed on either side, in the order of the cells. */
    private static List<List<Claim>> byCell(Set<Side> involved) {
        SortedMap<Cell, List<Claim>> byCell = new TreeMap<>();
        involved.forEach(side -> side.claims.forEach(on -> byCell.put(on.get(0).cell(), on)));
        return List.copyOf(byCell.values());
    }

    private static List<Claim> claims(List<List<Claim>> byCell) {
        List<Claim> claims = new ArrayList<>(2 * byCell.size());
        byCell.forEach(claims::addAll);
        return claims;
    }

    /** No cell is there twice, so that they are in order where those of each cell are. */
    private static List<Figure> figures(List<List<Claim>> byCell) {
        List<Figure> figures = new ArrayList<>(2 * byCell.size());
        byCell.forEach(on -> Check.addFigures(on, figures));
        return figures;
    }
}

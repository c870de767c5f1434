package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.ClaimsInPlace;
import org.crossfoot.reconcile.claim.Constraint.Miss;
import org.crossfoot.reconcile.claim.Constraint.CellTerm;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.outcome.BrokenCheck;
import org.crossfoot.rule.Equation.Sign;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Rule;

/** The settings' own checks: linear equations and inequalities of measures, in each area and period. */
public final class ChecksHold implements Check {

    private static final Miss NOTHING = new Miss(0, 0);

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        if (scope.rules().checks().isEmpty()) {
            return findings;
        }
        List<ClaimsInPlace> places = scope.claims().placesOf(scope.date());
        for (Rule rule : scope.rules().checks()) {
            for (ClaimsInPlace place : places) {
                Miss miss = miss(rule.equation(), place);
                if (miss.worst() > 0) {
                    check(rule, place, miss, scope, findings);
                }
            }
        }
        return findings;
    }

    /** Where nobody speaks of any of its measures nothing is missed. */
    private static Miss miss(Equation equation, ClaimsInPlace place) {
        long atMost = 0;
        long atLeast = 0;
        boolean spoken = false;
        for (Equation.Term term : equation.terms()) {
            List<Claim> claims = place.on(term.measure());
            spoken |= !claims.isEmpty();
            atMost = Constraint.plusMost(atMost, Constraint.atMost(term.coefficient(), claims));
            atLeast = Constraint.plusLeast(atLeast, Constraint.atLeast(term.coefficient(), claims));
        }
        return spoken ? Miss.of(lowest(equation), highest(equation), atMost, atLeast) : NOTHING;
    }

    private static void check(Rule rule, ClaimsInPlace place, Miss miss, Scope scope, List<Finding> findings) {
        Equation equation = rule.equation();
        List<CellTerm> terms = equation.terms().stream().map(term -> new CellTerm(term.coefficient(), place.cell(term.measure())))
                .toList();
        long largerSide = largerSide(equation, terms, scope);
        long tolerance = rule.tolerance().peopleFor(largerSide);
        if (miss.worst() <= tolerance) {
            return;
        }
        List<Claim> claims = terms.stream().flatMap(term -> scope.claims().on(term.cell()).stream()).toList();
        // The most one person's change in a single figure can move the sum.
        long largest = terms.stream().mapToLong(term -> Math.abs(term.coefficient())).max().orElse(1);
        Cell cell = terms.get(0).cell();
        String headline = new BrokenCheck(scope.vocabulary(), place.area(), place.period(), equation).withIds();
        findings.add(new Finding(rule, cell, claims, Check.figuresOf(claims), (miss.worst() + largest - 1) / largest,
                largerSide, tolerance, headline, List.of(arithmetic(terms, miss, scope))));
    }

    public static long lowest(Equation equation) {
        return equation.sign() == Sign.AT_MOST ? Constraint.NO_LOWEST : equation.constant();
    }

    public static long highest(Equation equation) {
        return equation.sign() == Sign.AT_LEAST ? Amount.NO_LIMIT : equation.constant();
    }

    /** The larger of the two sides as the largest printed limits make them, the constant on the side where it adds. */
    public static long largerSide(Equation equation, List<CellTerm> terms, Scope scope) {
        return Math.max(side(terms, 1, scope) + Math.max(0, -equation.constant()),
                side(terms, -1, scope) + Math.max(0, equation.constant()));
    }

    private static long side(List<CellTerm> terms, int sign, Scope scope) {
        return terms.stream().filter(term -> Long.signum(term.coefficient()) == sign)
                .mapToLong(term -> Math.abs(term.coefficient()) * scope.largest(term.cell())).reduce(0, Constraint::plusLeast);
    }

    private static String arithmetic(List<CellTerm> terms, Miss miss, Scope scope) {
        boolean tooSmall = miss.shortfall() >= miss.excess();
        String parts = terms.stream().map(term -> scope.wording().measure(term.cell()) + " " + worstClaim(term, tooSmall, scope))
                .collect(Collectors.joining("; "));
        return "Taking " + parts + ", the two sides are " + FigureWording.number(miss.worst()) + " apart.";
    }

    private static String worstClaim(CellTerm term, boolean tooSmall, Scope scope) {
        List<Claim> claims = scope.claims().on(term.cell());
        if (claims.isEmpty()) {
            return "unknown (0 or more)";
        }
        Claim worst = claims.get(0);
        for (Claim claim : claims) {
            List<Claim> one = List.of(claim);
            List<Claim> best = List.of(worst);
            boolean worse = tooSmall ? Constraint.atMost(term.coefficient(), one) < Constraint.atMost(term.coefficient(), best)
                    : Constraint.atLeast(term.coefficient(), one) > Constraint.atLeast(term.coefficient(), best);
            worst = worse ? claim : worst;
        }
        return FigureWording.limits(worst.amount());
    }
}

package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/** {@code sources-agree}: all claims on a cell can be true of one number. */
public final class SourcesAgree implements Check {

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.SOURCES_AGREE).ifPresent(rule -> {
            List<Cell> cells = scope.claims().cells();
            for (int place = 0; place < cells.size(); place++) {
                List<Claim> claims = scope.claims().on(place);
                if (claims.size() > 1 && scope.ofDate(cells.get(place))) {
                    check(rule, cells.get(place), claims, scope, findings);
                }
            }
        });
        return findings;
    }

    private static void check(Rule rule, Cell cell, List<Claim> claims, Scope scope, List<Finding> findings) {
        long highestLow = Long.MIN_VALUE;
        long lowestHigh = Long.MAX_VALUE;
        for (Claim claim : claims) {
            highestLow = Math.max(highestLow, claim.amount().lowest());
            lowestHigh = Math.min(lowestHigh, claim.amount().highest());
        }
        if (highestLow <= lowestHigh) {
            return;
        }
        long largerSide = Scope.largest(claims);
        long tolerance = rule.tolerance().peopleFor(largerSide);
        if (highestLow - lowestHigh <= tolerance) {
            return;
        }
        FigureWording wording = scope.wording();
        String headline = wording.cell(cell) + ": " + (claims.size() == 2 ? "two" : String.valueOf(claims.size()))
                + " statements cannot " + (claims.size() == 2 ? "both" : "all") + " be right.";
        String arithmetic = "The highest asks for at least " + FigureWording.number(highestLow) + ", the lowest allows at most "
                + FigureWording.number(lowestHigh) + ": " + FigureWording.number(highestLow - lowestHigh) + " apart.";
        findings.add(new Finding(rule, cell, claims, Check.figuresOf(claims), leastAdjustment(claims), largerSide, tolerance,
                headline, List.of(arithmetic)));
    }

    /**
     * The least sum of changes after which one number fits all claims: left of it as many ask for more as right of it for less.
     */
    static long leastAdjustment(List<Claim> claims) {
        long[] limits = claims.stream().map(Claim::amount).flatMapToLong(amount -> amount.hasUpperLimit()
                ? LongStream.of(amount.lowest(), amount.highest()) : LongStream.of(amount.lowest())).sorted().toArray();
        return adjustmentTo(limits[claims.size() - 1], claims);
    }

    private static long adjustmentTo(long number, List<Claim> claims) {
        long sum = 0;
        for (Claim claim : claims) {
            Amount amount = claim.amount();
            sum += Math.max(0, amount.lowest() - number) + (amount.hasUpperLimit() ? Math.max(0, number - amount.highest()) : 0);
        }
        return sum;
    }
}

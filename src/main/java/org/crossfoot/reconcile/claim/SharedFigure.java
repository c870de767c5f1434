package org.crossfoot.reconcile.claim;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/** One figure that a row gives to each of several areas (75 for each office): one statement, which costs once. */
public record SharedFigure(String source, String file, long line, String statement, String attributedTo, String measure,
        Period period, Amount amount, String asPrinted) {

    /** Empty where a claim stands for itself. */
    public static Optional<SharedFigure> behind(Claim claim) {
        Figure figure = claim.figure();
        return figure.shared() ? Optional.of(new SharedFigure(figure.source(), figure.file(), figure.line(), figure.statement(),
                figure.attributedTo(), figure.cell().measure(), figure.cell().period(), figure.amount(), figure.asPrinted()))
                : Optional.empty();
    }

    /** What setting all of some claims aside costs, in trust. */
    public static int cost(Collection<Claim> claims) {
        Set<SharedFigure> counted = new HashSet<>();
        return claims.stream().filter(claim -> behind(claim).map(counted::add).orElse(true)).mapToInt(Claim::cost).sum();
    }
}

package org.crossfoot.reconcile.cause;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crossfoot.figure.Figure;

/** All that a source says of a date is too much or too little by one factor: thousands for ones, a tenth more. */
final class OneFactor implements Cause {

    private static final int FIGURES = 3;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        if (!suspect.hasValue() || suspect.value() == 0 || suspect.printed() == 0) {
            return List.of();
        }
        List<Suspect> wrong = around.wrongBySource(suspect.figure().source()).stream().filter(OneFactor::isTelling).toList();
        Suspect largest = wrong.stream().max(Comparator.comparing(Suspect::value).thenComparing(Suspect::figure)).orElse(null);
        if (largest == null || !isBy(largest, suspect)) {
            return List.of();
        }
        Set<Figure> alike = new HashSet<>();
        wrong.stream().filter(other -> isBy(largest, other)).forEach(other -> alike.add(other.figure()));
        // What else is wrong with it would be another cause.
        if (alike.size() < FIGURES || 5 * alike.size() < 4 * wrong.size()
                || wrong.stream().map(Suspect::value).distinct().count() < FIGURES) {
            return List.of();
        }
        String factor = BigDecimal.valueOf(largest.printed()).divide(BigDecimal.valueOf(largest.value()), THREE_DIGITS)
                .stripTrailingZeros().toPlainString();
        return List.of(new Hint("off by a factor of " + factor + ", as " + Citation.number(alike.size()) + " figures of "
                + around.vocabulary().sourceTitle(suspect.figure().source()) + " for the date are", Set.copyOf(alike), false));
    }

    private static boolean isTelling(Suspect one) {
        return one.hasValue() && one.value() >= SameNumber.TELLING && Math.abs(one.printed() - one.value()) > 1;
    }

    /** Whether it is off by the same factor, but for what rounding does. */
    private static boolean isBy(Suspect factor, Suspect one) {
        double meant = (double) one.value() * factor.printed() / factor.value();
        return Math.abs(one.printed() - meant) <= 1;
    }

    /** A tenfold, or digits that happen to be near, is no cause of its own then. */
    @Override
    public boolean implies(Cause other) {
        return !(other instanceof OneFactor);
    }
}

package org.crossfoot.rule;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.figure.Amount;

/** Reads tolerances of the settings: whole people such as {@code 5}, or a percentage such as {@code 2%}, {@code 2.5%} or {@code 0.5 %}. */
public final class ToleranceText {

    // Digits are bounded, so that a hostile text costs nothing: no tolerance needs more.
    private static final Pattern PEOPLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)[ \\u00a0\\u202f\\u2009]?%");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ToleranceText() {
    }

    /**
     * Reads one tolerance; spaces around it do not matter.
     *
     * @return empty where it is anything else, more than {@link Amount#LARGEST} people, or more than 100 %
     */
    public static Optional<Tolerance> read(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String stripped = text.strip();
        if (PEOPLE.matcher(stripped).matches()) {
            long people = Long.parseLong(stripped);
            return people > Amount.LARGEST ? Optional.empty() : Optional.of(new Tolerance(people, BigDecimal.ZERO));
        }
        Matcher percent = PERCENT.matcher(stripped);
        if (!percent.matches()) {
            return Optional.empty();
        }
        BigDecimal value = withoutTrailingZeros(new BigDecimal(percent.group(1)));
        return value.compareTo(HUNDRED) > 0 ? Optional.empty() : Optional.of(new Tolerance(0, value));
    }

    /** So that 2.50% and 2.5% are equal tolerances, and 100 stays 100 and not 1E+2. */
    private static BigDecimal withoutTrailingZeros(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}

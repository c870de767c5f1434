package org.crossfoot.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.figure.Amount;

/**
 * How far a rule may be missed and still hold; a gap equal to the tolerance passes.
 *
 * @param people  whole people; 0 where a percentage is given
 * @param percent of the larger side's highest finite printed limit; zero where people are given
 */
public record Tolerance(long people, BigDecimal percent) {

    public static final Tolerance NONE = new Tolerance(0, BigDecimal.ZERO);

    // Digits are bounded, so that a hostile text costs nothing: no tolerance needs more.
    private static final Pattern PEOPLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)[ \\u00a0\\u202f\\u2009]?%");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public boolean isNone() {
        return people == 0 && percent.signum() == 0;
    }

    /** The tolerance in whole people: a percentage becomes people once, rounded down. */
    public long peopleFor(long largerSide) {
        return percent.signum() == 0 ? people : people + percent.multiply(BigDecimal.valueOf(largerSide)).movePointLeft(2)
                .setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /**
     * Reads a tolerance of the settings: whole people such as {@code 5}, or a percentage such as {@code 2%}, {@code 2.5%} or
     * {@code 0.5 %}; spaces around it do not matter.
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

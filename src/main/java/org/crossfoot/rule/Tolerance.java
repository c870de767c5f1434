package org.crossfoot.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far a rule may be missed and still hold; a gap equal to the tolerance passes.
 *
 * @param people  whole people; 0 where a percentage is given
 * @param percent of the larger side's highest finite printed limit; zero where people are given
 */
public record Tolerance(long people, BigDecimal percent) {

    public static final Tolerance NONE = new Tolerance(0, BigDecimal.ZERO);

    public boolean isNone() {
        return people == 0 && percent.signum() == 0;
    }

    /** The tolerance in whole people: a percentage becomes people once, rounded down. */
    public long peopleFor(long largerSide) {
        return percent.signum() == 0 ? people : people + percent.multiply(BigDecimal.valueOf(largerSide)).movePointLeft(2).setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}

package org.crossfoot.network;

import java.util.Arrays;

/**
 * Fractions in a row, as numbers in two arrays: as objects they took two thirds of the time in which contradictions of a state's
 * counties were looked for. Throws ArithmeticException where a long cannot hold one; it never rounds.
 */
final class RationalRow {

    private final long[] over;
    /** Null while all of them are whole. */
    private long[] under;

    RationalRow(int length) {
        over = new long[length];
    }

    private RationalRow(long[] over, long[] under) {
        this.over = over;
        this.under = under;
    }

    RationalRow copy() {
        return new RationalRow(over.clone(), under == null ? null : under.clone());
    }

    Rational get(int place) {
        return under == null || under[place] == 1 ? Rational.of(over[place]) : new Rational(over[place], under[place]);
    }

    void set(int place, Rational fraction) {
        over[place] = fraction.over();
        if (under == null && !fraction.isWhole()) {
            under = new long[over.length];
            Arrays.fill(under, 1);
        }
        if (under != null) {
            under[place] = fraction.under();
        }
    }

    boolean isZero(int place) {
        return over[place] == 0;
    }

    int sign(int place) {
        return Long.signum(over[place]);
    }

    /** Where it is not 0. */
    int[] places() {
        int[] places = new int[over.length];
        int count = 0;
        for (int place = 0; place < over.length; place++) {
            if (over[place] != 0) {
                places[count++] = place;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** Adds another row times a factor. */
    void add(Rational factor, RationalRow other, int[] places) {
        if (factor.isWhole() && under == null && other.under == null) {
            long times = factor.over();
            for (int place : places) {
                over[place] = Math.addExact(over[place], Math.multiplyExact(times, other.over[place]));
            }
        } else {
            for (int place : places) {
                set(place, get(place).plus(factor.times(other.get(place))));
            }
        }
    }
}

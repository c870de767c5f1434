package org.crossfoot.network;

import java.util.Arrays;

/**
 * Fractions in a row, nearly all of them 0: the others as numbers in arrays, by their places in order. As objects they took two
 * thirds of the time in which contradictions of a state's counties were looked for; with a number for every place, running
 * totals of 3,000 areas took 2 GB. Throws ArithmeticException where a long cannot hold one; it never rounds.
 */
final class RationalRow {

    private int[] places = new int[4];
    private long[] over = new long[4];
    /** Null while all of them are whole. */
    private long[] under;
    private int count;

    RationalRow copy() {
        RationalRow copy = new RationalRow();
        copy.places = places.clone();
        copy.over = over.clone();
        copy.under = under == null ? null : under.clone();
        copy.count = count;
        return copy;
    }

    Rational get(int place) {
        int at = Arrays.binarySearch(places, 0, count, place);
        return at < 0 ? Rational.ZERO : at(at);
    }

    private Rational at(int at) {
        return under == null || under[at] == 1 ? Rational.of(over[at]) : new Rational(over[at], under[at]);
    }

    void set(int place, Rational fraction) {
        int at = Arrays.binarySearch(places, 0, count, place);
        if (fraction.isZero()) {
            if (at >= 0) {
                move(at + 1, at);
                count--;
            }
            return;
        }
        if (at < 0) {
            at = -at - 1;
            grow(count + 1);
            move(at, at + 1);
            count++;
            places[at] = place;
        }
        put(at, fraction);
    }

    private void put(int at, Rational fraction) {
        over[at] = fraction.over();
        if (under == null && !fraction.isWhole()) {
            under = new long[over.length];
            Arrays.fill(under, 1);
        }
        if (under != null) {
            under[at] = fraction.under();
        }
    }

    private void move(int from, int to) {
        System.arraycopy(places, from, places, to, count - from);
        System.arraycopy(over, from, over, to, count - from);
        if (under != null) {
            System.arraycopy(under, from, under, to, count - from);
        }
    }

    private void grow(int needed) {
        if (needed > places.length) {
            int length = Math.max(needed, 2 * places.length);
            places = Arrays.copyOf(places, length);
            over = Arrays.copyOf(over, length);
            under = under == null ? null : Arrays.copyOf(under, length);
        }
    }

    /** How many of them are not 0. */
    int size() {
        return count;
    }

    /** Where it is not 0, in order. */
    int[] places() {
        return Arrays.copyOf(places, count);
    }

    /** What stands at each of {@link #places}: above 0 or below. */
    int signAt(int at) {
        return Long.signum(over[at]);
    }

    /** Adds another row times a factor. */
    void add(Rational factor, RationalRow other) {
        RationalRow sum = new RationalRow();
        sum.grow(count + other.count);
        boolean whole = factor.isWhole() && under == null && other.under == null;
        int own = 0;
        int its = 0;
        while (own < count || its < other.count) {
            int place = its == other.count || own < count && places[own] <= other.places[its] ? places[own] : other.places[its];
            boolean here = own < count && places[own] == place;
            boolean there = its < other.count && other.places[its] == place;
            if (whole) {
                long before = here ? over[own] : 0;
                sum.append(place, there ? Math.addExact(before, Math.multiplyExact(factor.over(), other.over[its])) : before);
            } else {
                Rational before = here ? at(own) : Rational.ZERO;
                sum.append(place, there ? before.plus(factor.times(other.at(its))) : before);
            }
            own += here ? 1 : 0;
            its += there ? 1 : 0;
        }
        places = sum.places;
        over = sum.over;
        under = sum.under;
        count = sum.count;
    }

    private void append(int place, long whole) {
        if (whole != 0) {
            places[count] = place;
            over[count++] = whole;
        }
    }

    private void append(int place, Rational fraction) {
        if (!fraction.isZero()) {
            places[count] = place;
            put(count++, fraction);
        }
    }
}

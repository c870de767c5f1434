package org.crossfoot.network;

/** A fraction of whole numbers in lowest terms. Throws ArithmeticException where a long cannot hold it; it never rounds. */
record Rational(long over, long under) implements Comparable<Rational> {

    static final Rational ZERO = new Rational(0, 1);
    static final Rational ONE = new Rational(1, 1);

    static Rational of(long number) {
        return number == 0 ? ZERO : number == 1 ? ONE : new Rational(number, 1);
    }

    private static Rational reduced(long over, long under) {
        if (under == 1) {
            return of(over);
        }
        long divisor = gcd(over, under);
        long sign = under < 0 ? -1 : 1;
        return new Rational(sign * (over / divisor), sign * (under / divisor));
    }

    private static long gcd(long one, long other) {
        long a = Math.absExact(one);
        long b = Math.absExact(other);
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    boolean isZero() {
        return over == 0;
    }

    boolean isWhole() {
        return under == 1;
    }

    int sign() {
        return Long.signum(over);
    }

    long floor() {
        return Math.floorDiv(over, under);
    }

    Rational plus(Rational other) {
        if (under == 1 && other.under == 1) {
            return of(Math.addExact(over, other.over));
        }
        return reduced(Math.addExact(Math.multiplyExact(over, other.under), Math.multiplyExact(other.over, under)),
                Math.multiplyExact(under, other.under));
    }

    Rational minus(Rational other) {
        return plus(other.negated());
    }

    Rational times(Rational other) {
        if (under == 1 && other.under == 1) {
            return of(Math.multiplyExact(over, other.over));
        }
        return reduced(Math.multiplyExact(over, other.over), Math.multiplyExact(under, other.under));
    }

    Rational dividedBy(Rational other) {
        return reduced(Math.multiplyExact(over, other.under), Math.multiplyExact(under, other.over));
    }

    Rational negated() {
        return over == 0 ? this : new Rational(Math.negateExact(over), under);
    }

    @Override
    public int compareTo(Rational other) {
        return under == other.under ? Long.compare(over, other.over)
                : Long.compare(Math.multiplyExact(over, other.under), Math.multiplyExact(other.over, under));
    }
}

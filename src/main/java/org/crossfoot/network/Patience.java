package org.crossfoot.network;

/**
 * How far the searches of one date may go, all together, counted in steps and never by the clock, so that the same figures always
 * come to the same. When it is used up, what a few steps show is still found out, and the rest is left undecided.
 */
public final class Patience {

    /** Steps of all searches: some ten seconds. */
    static final long STEPS = 300_000_000;
    /** Steps that every search may take. */
    static final long FEW = 20_000;

    private long left;

    public Patience() {
        this(STEPS);
    }

    public Patience(long left) {
        this.left = left;
    }

    /** The most that a search may take which would take so many by itself. */
    public long most(long steps) {
        return Math.max(FEW, Math.min(steps, left));
    }

    public boolean isUsedUp() {
        return left == 0;
    }

    public long left() {
        return left;
    }

    public void use(long steps) {
        left = Math.max(0, left - steps);
    }
}

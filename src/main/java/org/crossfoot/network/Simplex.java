package org.crossfoot.network;

import java.util.Arrays;
import java.util.BitSet;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;

/**
 * Decides whether fractions can fulfil all sums and limits, exactly; where they cannot, says which statements are to blame.
 * The general simplex of Dutertre and de Moura (CAV 2006): each sum is a variable of its own with limits, Bland's rule makes it
 * end. For cycles of sums, where propagation alone is not enough.
 */
final class Simplex {

    private static final int NOBODY = -1;

    private final int cells;
    private final int all;
    private final RationalRow[] rows;
    /** Of each variable, the rows that it may stand in. */
    private final BitSet[] rowsWith;
    private final int[] rowOf;
    private final int[] basicOf;
    private final Rational[] value;
    private final Rational[] lower;
    private final Rational[] upper;
    private final int[] lowerReason;
    private final int[] upperReason;
    private final BitSet sumsOfContradiction = new BitSet();
    /** So many turns take what seems best; Bland's rule takes over, which is slow and ends. */
    private int freeTurns;
    private long steps;

    /** Begins with the limits that the statements kept give; nothing is decided yet. */
    Simplex(Network network, BitSet kept) {
        this.cells = network.cells();
        int sums = network.sums().size();
        this.all = cells + sums;
        rows = new RationalRow[sums];
        rowsWith = new BitSet[all];
        Arrays.setAll(rowsWith, variable -> new BitSet());
        rowOf = new int[all];
        basicOf = new int[sums];
        value = new Rational[all];
        lower = new Rational[all];
        upper = new Rational[all];
        lowerReason = new int[all];
        upperReason = new int[all];
        Arrays.fill(rowOf, -1);
        Arrays.fill(value, Rational.ZERO);
        Arrays.fill(lowerReason, NOBODY);
        Arrays.fill(upperReason, NOBODY);
        for (int cell = 0; cell < cells; cell++) {
            lower[cell] = Rational.ZERO;
        }
        for (int number = 0; number < sums; number++) {
            Sum sum = network.sums().get(number);
            rows[number] = new RationalRow();
            for (int i = 0; i < sum.cells().length; i++) {
                rows[number].set(sum.cells()[i], Rational.of(sum.coefficients()[i]));
                rowsWith[sum.cells()[i]].set(number);
            }
            int own = cells + number;
            basicOf[number] = own;
            rowOf[own] = number;
            lower[own] = sum.lowest() == Network.NO_LOWEST ? null : Rational.of(sum.lowest());
            upper[own] = sum.highest() == Network.NO_HIGHEST ? null : Rational.of(sum.highest());
        }
        kept.stream().forEach(number -> take(network.statements().get(number), number));
    }

    private Simplex(Simplex other) {
        cells = other.cells;
        all = other.all;
        rows = new RationalRow[other.rows.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = other.rows[row].copy();
            steps += rows[row].size();
        }
        rowsWith = new BitSet[all];
        Arrays.setAll(rowsWith, variable -> (BitSet) other.rowsWith[variable].clone());
        rowOf = other.rowOf.clone();
        basicOf = other.basicOf.clone();
        freeTurns = other.freeTurns;
        value = other.value.clone();
        lower = other.lower.clone();
        upper = other.upper.clone();
        lowerReason = other.lowerReason.clone();
        upperReason = other.upperReason.clone();
    }

    private void take(Statement statement, int number) {
        limitBelow(statement.cell(), statement.lowest(), number);
        if (statement.highest() != Network.NO_HIGHEST) {
            limitAbove(statement.cell(), statement.highest(), number);
        }
    }

    private void limitBelow(int variable, long limit, int reason) {
        Rational at = Rational.of(limit);
        if (lower[variable] == null || at.compareTo(lower[variable]) > 0) {
            lower[variable] = at;
            lowerReason[variable] = reason;
        }
    }

    private void limitAbove(int variable, long limit, int reason) {
        Rational at = Rational.of(limit);
        if (upper[variable] == null || at.compareTo(upper[variable]) < 0) {
            upper[variable] = at;
            upperReason[variable] = reason;
        }
    }

    /** The same sums with other statements, from where this has come to; not always by the rule that ends, which is slow. */
    Simplex keeping(Network network, BitSet kept) {
        Simplex copy = new Simplex(this);
        copy.freeTurns = rows.length;
        Arrays.fill(copy.lower, 0, cells, Rational.ZERO);
        Arrays.fill(copy.upper, 0, cells, null);
        Arrays.fill(copy.lowerReason, NOBODY);
        Arrays.fill(copy.upperReason, NOBODY);
        kept.stream().forEach(number -> copy.take(network.statements().get(number), number));
        return copy;
    }

    /** The same with one cell held at or above a number. */
    Simplex above(int cell, long number) {
        Simplex copy = new Simplex(this);
        copy.limitBelow(cell, number, NOBODY);
        return copy;
    }

    /** The same with one cell held at or below a number. */
    Simplex below(int cell, long number) {
        Simplex copy = new Simplex(this);
        copy.limitAbove(cell, number, NOBODY);
        return copy;
    }

    /** Null where fractions can fulfil everything; otherwise statements that cannot all be true. */
    BitSet contradiction() {
        for (int variable = 0; variable < all; variable++) {
            if (lower[variable] != null && upper[variable] != null && lower[variable].compareTo(upper[variable]) > 0) {
                BitSet both = new BitSet();
                blame(both, variable, lowerReason[variable]);
                blame(both, variable, upperReason[variable]);
                return both;
            }
        }
        for (int variable = 0; variable < all; variable++) {
            if (rowOf[variable] < 0) {
                if (lower[variable] != null && value[variable].compareTo(lower[variable]) < 0) {
                    shift(variable, lower[variable].minus(value[variable]));
                } else if (upper[variable] != null && value[variable].compareTo(upper[variable]) > 0) {
                    shift(variable, upper[variable].minus(value[variable]));
                }
            }
        }
        for (int turn = 0;; turn++) {
            boolean freely = turn < freeTurns;
            int violated = freely ? mostViolated() : firstViolated();
            if (violated < 0) {
                return null;
            }
            boolean tooLow = lower[violated] != null && value[violated].compareTo(lower[violated]) < 0;
            int row = rowOf[violated];
            int entering = freely ? fewestRows(row, tooLow) : entering(row, tooLow);
            if (entering < 0) {
                return whyStuck(row, violated, tooLow);
            }
            Rational target = tooLow ? lower[violated] : upper[violated];
            shift(entering, target.minus(value[violated]).dividedBy(rows[row].get(entering)));
            pivot(row, violated, entering);
        }
    }

    private int firstViolated() {
        for (int variable = 0; variable < all; variable++) {
            if (rowOf[variable] >= 0 && (lower[variable] != null && value[variable].compareTo(lower[variable]) < 0
                    || upper[variable] != null && value[variable].compareTo(upper[variable]) > 0)) {
                return variable;
            }
        }
        return -1;
    }

    private int mostViolated() {
        int most = -1;
        for (int variable = 0; variable < all; variable++) {
            if (rowOf[variable] >= 0 && violation(variable) > (most < 0 ? 0 : violation(most))) {
                most = variable;
            }
        }
        return most;
    }

    /** By how much a value is beyond a limit, rounded up; 0 where it is not. */
    private long violation(int variable) {
        Rational at = value[variable];
        if (lower[variable] != null && at.compareTo(lower[variable]) < 0) {
            return Math.negateExact(at.minus(lower[variable]).floor());
        }
        return upper[variable] != null && at.compareTo(upper[variable]) > 0
                ? Math.negateExact(upper[variable].minus(at).floor()) : 0;
    }

    private int entering(int row, boolean tooLow) {
        int[] places = rows[row].places();
        for (int i = 0; i < places.length; i++) {
            if (isFree(places[i], rows[row].signAt(i) > 0 == tooLow)) {
                return places[i];
            }
        }
        return -1;
    }

    private int fewestRows(int row, boolean tooLow) {
        int[] places = rows[row].places();
        int fewest = -1;
        for (int i = 0; i < places.length; i++) {
            if (isFree(places[i], rows[row].signAt(i) > 0 == tooLow) && (fewest < 0
                    || rowsWith[places[i]].cardinality() < rowsWith[fewest].cardinality())) {
                fewest = places[i];
            }
        }
        return fewest;
    }

    private boolean isFree(int variable, boolean up) {
        return up ? upper[variable] == null || value[variable].compareTo(upper[variable]) < 0
                : lower[variable] == null || value[variable].compareTo(lower[variable]) > 0;
    }

    private BitSet whyStuck(int row, int violated, boolean tooLow) {
        BitSet why = new BitSet();
        blame(why, violated, tooLow ? lowerReason[violated] : upperReason[violated]);
        int[] places = rows[row].places();
        for (int i = 0; i < places.length; i++) {
            boolean up = rows[row].signAt(i) > 0 == tooLow;
            blame(why, places[i], up ? upperReason[places[i]] : lowerReason[places[i]]);
        }
        return why;
    }

    /** What a limit of a variable comes from: a statement on a cell, or a sum. */
    private void blame(BitSet why, int variable, int reason) {
        if (reason != NOBODY) {
            why.set(reason);
        }
        if (variable >= cells) {
            sumsOfContradiction.set(variable - cells);
        }
    }

    /** The sums under which what was found last is a contradiction. */
    BitSet sumsOfContradiction() {
        return sumsOfContradiction;
    }

    /** Moves a variable that stands in no row of its own, and all that depend on it. */
    private void shift(int variable, Rational by) {
        value[variable] = value[variable].plus(by);
        BitSet with = rowsWith[variable];
        for (int row = with.nextSetBit(0); row >= 0; row = with.nextSetBit(row + 1)) {
            Rational factor = rows[row].get(variable);
            if (!factor.isZero()) {
                value[basicOf[row]] = value[basicOf[row]].plus(factor.times(by));
            }
        }
    }

    private void pivot(int row, int leaving, int entering) {
        RationalRow pivot = rows[row];
        Rational inverse = Rational.ONE.dividedBy(pivot.get(entering));
        Rational negative = inverse.negated();
        for (int variable : pivot.places()) {
            pivot.set(variable, variable == entering ? Rational.ZERO : pivot.get(variable).times(negative));
        }
        pivot.set(leaving, inverse);
        BitSet with = rowsWith[entering];
        rowsWith[entering] = new BitSet();
        BitSet changed = new BitSet();
        changed.set(row);
        for (int other = with.nextSetBit(0); other >= 0; other = with.nextSetBit(other + 1)) {
            Rational factor = rows[other].get(entering);
            if (other != row && !factor.isZero()) {
                steps += rows[other].size() + pivot.size();
                rows[other].add(factor, pivot);
                rows[other].set(entering, Rational.ZERO);
                changed.set(other);
            }
        }
        for (int variable : pivot.places()) {
            rowsWith[variable].or(changed);
        }
        rowOf[leaving] = -1;
        rowOf[entering] = row;
        basicOf[row] = entering;
    }

    /** Fractions looked at by now; of a copy, since it was made. */
    long steps() {
        return steps;
    }

    Rational value(int cell) {
        return value[cell];
    }
}

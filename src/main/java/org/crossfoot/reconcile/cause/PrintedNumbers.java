package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Network;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.graph.CellGraph;
import org.crossfoot.reconcile.graph.Firm;
import org.crossfoot.reconcile.graph.Relations;

/**
 * The rules' arithmetic on the numbers as they were printed, with other numbers tried in the place of some. Of a cell that has
 * both, figures that are kept count and those set aside do not; derived figures never do. Relations go by their numbers in the
 * graph.
 */
public final class PrintedNumbers {

    private static final int[] NONE = {};

    /** How a relation comes out. */
    enum Fit {
        HOLDS, FAILS,
        /** Some cell has no single number. */
        UNKNOWN
    }

    /** A number tried for a cell. */
    record NumberTried(Cell cell, long number) {
    }

    /** What a relation adds up to as printed: so that trying a number costs one step, however many terms there are. */
    private record PrintedSum(long known, int missing) {
    }

    private final Set<Claim> setAside;
    private final CellGraph graph;
    private final Firm firm;
    /** By relation; each found when it is first asked for. */
    private final PrintedSum[] sums;

    /** @param firm parts of which nothing is set aside */
    public PrintedNumbers(CellGraph graph, Firm firm, Set<Claim> setAside) {
        this.graph = graph;
        this.firm = firm;
        this.setAside = setAside;
        this.sums = new PrintedSum[graph.relations()];
    }

    int[] relationsOn(Cell cell) {
        int number = graph.number(cell);
        return number < 0 ? NONE : graph.relationsOn(number);
    }

    Relation relation(int number) {
        return graph.relation(number);
    }

    /** 0 where the cell is no term of the relation. */
    long coefficient(Cell cell, int relation) {
        int number = graph.number(cell);
        return number < 0 ? 0 : graph.coefficient(number, relation);
    }

    /** The one number printed for a cell. */
    OptionalLong number(Cell cell) {
        int number = graph.number(cell);
        return number < 0 ? OptionalLong.empty() : number(number);
    }

    private OptionalLong number(int cell) {
        return firm.is(cell) ? OptionalLong.of(firm.number(cell)) : number(graph.claims(cell));
    }

    private OptionalLong number(List<Claim> claims) {
        Amount kept = null;
        Amount other = null;
        boolean several = false;
        boolean severalOthers = false;
        for (Claim claim : claims) {
            if (claim.figure().derived()) {
                continue;
            }
            if (setAside.contains(claim)) {
                severalOthers |= other != null && !other.equals(claim.amount());
                other = claim.amount();
            } else {
                several |= kept != null && !kept.equals(claim.amount());
                kept = claim.amount();
            }
        }
        Amount only = kept == null ? severalOthers ? null : other : several ? null : kept;
        return only != null && only.isExact() ? OptionalLong.of(only.lowest()) : OptionalLong.empty();
    }

    Fit result(int relation, List<NumberTried> tried) {
        OptionalLong sum = sum(relation, tried);
        Network.Sum asked = graph.sum(relation);
        return sum.isEmpty() ? Fit.UNKNOWN
                : asked.lowest() <= sum.getAsLong() && sum.getAsLong() <= asked.highest() ? Fit.HOLDS : Fit.FAILS;
    }

    /** What a relation adds up to; empty where a cell has no single number. */
    OptionalLong sum(int relation, List<NumberTried> tried) {
        if (sums[relation] == null) {
            sums[relation] = sum(relation);
        }
        long sum = sums[relation].known();
        int missing = sums[relation].missing();
        for (NumberTried trial : tried) {
            int cell = graph.number(trial.cell());
            long coefficient = cell < 0 ? 0 : graph.coefficient(cell, relation);
            if (coefficient != 0) {
                OptionalLong was = number(cell);
                missing -= was.isEmpty() ? 1 : 0;
                sum += Math.multiplyExact(coefficient, trial.number() - was.orElse(0));
            }
        }
        return missing == 0 ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    private PrintedSum sum(int relation) {
        Network.Sum asked = graph.sum(relation);
        long known = 0;
        int missing = 0;
        for (int term = 0; term < asked.cells().length; term++) {
            OptionalLong number = number(asked.cells()[term]);
            missing += number.isEmpty() ? 1 : 0;
            known += Math.multiplyExact(asked.coefficients()[term], number.orElse(0));
        }
        return new PrintedSum(known, missing);
    }

    /** By relation, the cells that add up to one, or to part of it. */
    List<List<Cell>> partsOf(Cell whole) {
        List<List<Cell>> parts = new ArrayList<>();
        for (int relation : relationsOn(whole)) {
            if (isSumOfOthers(relation, coefficient(whole, relation))) {
                parts.add(graph.relation(relation).constraint().terms().stream().map(Constraint.CellTerm::cell)
                        .filter(cell -> !cell.equals(whole)).toList());
            }
        }
        return parts;
    }

    /** Mostly told by the first two terms: a part of thousands is a whole of none. */
    private boolean isSumOfOthers(int relation, long own) {
        long[] coefficients = graph.sum(relation).coefficients();
        int unlike = 0;
        for (int i = 0; i < coefficients.length && unlike < 2; i++) {
            unlike += coefficients[i] == -own ? 0 : 1;
        }
        return unlike == 1 && coefficients.length > 2;
    }

    /** How many of the relations on a claim's cell fail as printed and hold with another number in its place. */
    int mended(Claim claim, long value) {
        List<NumberTried> printed = List.of(new NumberTried(claim.cell(), claim.amount().lowest()));
        List<NumberTried> other = List.of(new NumberTried(claim.cell(), value));
        int mended = 0;
        for (int relation : relationsOn(claim.cell())) {
            mended += result(relation, printed) == Fit.FAILS && result(relation, other) == Fit.HOLDS ? 1 : 0;
        }
        return mended;
    }

    /**
     * Whether something bears a claim out: another claim with its number, or a sum that comes out right with it. That something
     * is not too large bears out nothing.
     */
    boolean isBorneOut(Claim claim) {
        int cell = graph.number(claim.cell());
        for (Claim other : graph.claims(cell)) {
            if (other != claim && !other.figure().derived() && other.amount().equals(claim.amount())) {
                return true;
            }
        }
        List<NumberTried> printed = List.of(new NumberTried(claim.cell(), claim.amount().lowest()));
        for (int relation : graph.relationsOn(cell)) {
            if (isSum(relation) && result(relation, printed) == Fit.HOLDS) {
                return true;
            }
        }
        return false;
    }

    boolean isSum(int relation) {
        Network.Sum asked = graph.sum(relation);
        return asked.lowest() != Network.NO_LOWEST && asked.highest() != Network.NO_HIGHEST && asked.cells().length > 1;
    }
}

package org.crossfoot.reconcile;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.Constraint.Term;

/**
 * The rules' arithmetic on the numbers as they were printed, with other numbers tried in the place of some. Of a cell that has
 * both, figures that are kept count and those set aside do not; derived figures never do.
 */
final class Printed {

    /** How a relation comes out. */
    enum Result {
        HOLDS, FAILS,
        /** Some cell has no single number. */
        UNKNOWN
    }

    private final Scope scope;
    private final Set<Claim> setAside;
    private final Web web;
    private final Map<Relation, PrintedSum> sums = new IdentityHashMap<>();

    Printed(Scope scope, Web web, Set<Claim> setAside) {
        this.scope = scope;
        this.web = web;
        this.setAside = setAside;
    }

    List<Relation> relationsOn(Cell cell) {
        return web.relationsOn(cell);
    }

    /** The one number printed for a cell. */
    OptionalLong number(Cell cell) {
        Amount kept = null;
        Amount other = null;
        boolean several = false;
        boolean severalOthers = false;
        for (Claim claim : scope.claims().on(cell)) {
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

    Result result(Relation relation, Map<Cell, Long> tried) {
        OptionalLong sum = sum(relation, tried);
        return sum.isEmpty() ? Result.UNKNOWN : relation.constraint().lowest() <= sum.getAsLong()
                && sum.getAsLong() <= relation.constraint().highest() ? Result.HOLDS : Result.FAILS;
    }

    /** What a relation adds up to; empty where a cell has no single number. */
    OptionalLong sum(Relation relation, Map<Cell, Long> tried) {
        return sums.computeIfAbsent(relation, each -> new PrintedSum(this, each)).with(tried);
    }

    /** How many of the relations on a claim's cell fail as printed and hold with another number in its place. */
    int mended(Claim claim, long value) {
        return (int) relationsOn(claim.cell()).stream()
                .filter(relation -> result(relation, Map.of(claim.cell(), claim.amount().lowest())) == Result.FAILS)
                .filter(relation -> result(relation, Map.of(claim.cell(), value)) == Result.HOLDS).count();
    }

    /**
     * Whether something bears a claim out: another claim with its number, or a sum that comes out right with it. That something
     * is not too large bears out nothing.
     */
    boolean isBorneOut(Claim claim) {
        return scope.claims().on(claim.cell()).stream().anyMatch(other -> other != claim && !other.figure().derived()
                        && other.amount().equals(claim.amount()))
                || relationsOn(claim.cell()).stream().anyMatch(relation -> isSum(relation)
                        && result(relation, Map.of(claim.cell(), claim.amount().lowest())) == Result.HOLDS);
    }

    static boolean isSum(Relation relation) {
        return relation.constraint().lowest() != Constraint.NO_LOWEST && relation.constraint().highest() != Amount.NO_LIMIT
                && relation.constraint().terms().size() > 1;
    }

    /** What a relation adds up to as printed: so that trying a number costs one step, however many terms there are. */
    private static final class PrintedSum {

        private final Printed printed;
        private final Map<Cell, Long> coefficients = new HashMap<>();
        private long sum;
        private int missing;

        PrintedSum(Printed printed, Relation relation) {
            this.printed = printed;
            for (Term term : relation.constraint().terms()) {
                coefficients.put(term.cell(), term.coefficient());
                add(1, term.coefficient(), printed.number(term.cell()));
            }
        }

        private void add(int sign, long coefficient, OptionalLong number) {
            missing += number.isEmpty() ? sign : 0;
            sum += sign * Math.multiplyExact(coefficient, number.orElse(0));
        }

        OptionalLong with(Map<Cell, Long> tried) {
            long with = sum;
            int unknown = missing;
            for (Map.Entry<Cell, Long> entry : tried.entrySet()) {
                Long coefficient = coefficients.get(entry.getKey());
                if (coefficient != null) {
                    OptionalLong was = printed.number(entry.getKey());
                    unknown -= was.isEmpty() ? 1 : 0;
                    with += Math.multiplyExact(coefficient, entry.getValue() - was.orElse(0));
                }
            }
            return unknown == 0 ? OptionalLong.of(with) : OptionalLong.empty();
        }
    }
}

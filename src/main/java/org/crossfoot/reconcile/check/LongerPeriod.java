package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.check.DayLine.Piece;
import org.crossfoot.reconcile.check.DayLine.SumOfPieces;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.rule.Rule;

/** One longer period against the other periods of its area and measure. */
final class LongerPeriod {

    private static final int NUMBERS_SHOWN = 40;

    private final Cell cell;
    private final List<Cell> others;
    private final Check.Scope scope;
    private final DayLine days;
    private final List<Claim> claims;

    private final Set<Cell> cells = new TreeSet<>();
    private final List<String> arithmetic = new ArrayList<>();
    private long gap;
    private long largerSide;
    private long tolerance;

    LongerPeriod(Cell cell, List<Cell> sameLine, Check.Scope scope) {
        Period period = cell.period();
        this.cell = cell;
        this.others = sameLine.stream().filter(other -> !other.period().contains(period) && other.period().overlaps(period))
                .map(scope.claims()::inSumOfDays).toList();
        this.scope = scope;
        this.days = new DayLine(period);
        this.claims = scope.claims().on(cell);
        cells.add(cell);
    }

    Optional<Finding> check(Rule rule) {
        if (!others.isEmpty()) {
            holdsTheDaysInside(rule);
            isCoveredByDays(rule);
        }
        if (arithmetic.isEmpty()) {
            return Optional.empty();
        }
        List<Claim> involved = cells.stream().flatMap(one -> scope.claims().on(one).stream()).toList();
        return Optional.of(new Finding(rule, cell, involved, Check.figuresOf(involved), gap, largerSide, tolerance,
                scope.wording().cell(cell) + ": the days do not add up to the longer period.", arithmetic));
    }

    private void holdsTheDaysInside(Rule rule) {
        long allows = Constraint.atMost(1, claims);
        SumOfPieces packed = days.packed(pieces(others));
        long larger = largerSide(packed);
        long allowed = rule.tolerance().peopleFor(larger);
        if (allows == Amount.NO_LIMIT || packed.total() - allows <= allowed) {
            return;
        }
        broken(packed.total() - allows, larger, allowed);
        involve(packed);
        for (Piece piece : packed.pieces()) {
            // Where other periods take the place of one that is set aside, setting it aside mends nothing.
            if (packed.total() - piece.atLeast() - allows <= allowed) {
                SumOfPieces instead = days.packed(pieces(without(piece, others)));
                if (instead.total() - allows > allowed) {
                    involve(instead);
                }
            }
        }
        arithmetic.add(sum(packed, Piece::atLeast, "At least ") + FigureWording.number(packed.total()) + " in " + days(packed)
                + " of its "
                + FigureWording.count(cell.period().days(), "day") + ", but at most " + FigureWording.number(allows)
                + " for the whole: "
                + FigureWording.number(packed.total() - allows) + " too many.");
        arithmetic.addAll(bySource(allows, packed));
    }

    private void isCoveredByDays(Rule rule) {
        long asks = Constraint.atLeast(1, claims);
        SumOfPieces covered = days.covered(pieces(others));
        if (covered == null) {
            return;
        }
        long larger = largerSide(covered);
        long allowed = rule.tolerance().peopleFor(larger);
        if (asks - covered.total() <= allowed) {
            return;
        }
        broken(asks - covered.total(), larger, allowed);
        involve(covered);
        for (Piece piece : covered.pieces()) {
            SumOfPieces instead = days.covered(pieces(without(piece, others)));
            if (instead != null && asks - instead.total() > allowed) {
                involve(instead);
            }
        }
        arithmetic.add(sum(covered, Piece::atMost, "At most ") + FigureWording.number(covered.total())
                + " over all its days, but at least " + FigureWording.number(asks) + " for the whole: "
                + FigureWording.number(asks - covered.total()) + " too few.");
    }

    private void broken(long people, long larger, long allowed) {
        gap = Math.max(gap, people);
        largerSide = Math.max(largerSide, larger);
        tolerance = Math.max(tolerance, allowed);
    }

    private void involve(SumOfPieces sum) {
        sum.pieces().forEach(piece -> cells.add(piece.cell()));
    }

    private long largerSide(SumOfPieces sum) {
        long pieces = sum.pieces().stream().mapToLong(piece -> largest(piece.cell())).reduce(0, Constraint::plusLeast);
        return Math.max(largest(cell), pieces);
    }

    private long largest(Cell of) {
        return scope.claims().on(of).stream().mapToLong(claim -> claim.amount().largestLimit()).max().orElse(0);
    }

    private static List<Cell> without(Piece piece, List<Cell> cells) {
        return cells.stream().filter(other -> !other.equals(piece.cell())).toList();
    }

    private List<Piece> pieces(List<Cell> of) {
        return pieces(of, scope.claims()::on);
    }

    private static List<Piece> pieces(List<Cell> cells, Function<Cell, List<Claim>> claims) {
        return cells.stream().filter(cell -> !claims.apply(cell).isEmpty())
                .map(cell -> piece(cell, Measure.isTakenBack(cell.measure()) ? -1 : 1, claims.apply(cell))).toList();
    }

    private static Piece piece(Cell cell, int sign, List<Claim> claims) {
        return new Piece(cell, Constraint.atLeast(sign, claims), Constraint.atMost(sign, claims));
    }

    /** The same sum from one source alone, where that is enough to break the period. */
    private List<String> bySource(long allows, SumOfPieces all) {
        Set<String> sources = new TreeSet<>();
        all.pieces().forEach(piece -> Check.figuresOf(scope.claims().on(piece.cell()))
                .forEach(figure -> sources.add(figure.source())));
        List<String> sentences = new ArrayList<>();
        for (String source : sources.size() > 1 ? sources : Set.<String>of()) {
            Predicate<Claim> its = claim -> claim.figures().stream().anyMatch(figure -> figure.source().equals(source));
            SumOfPieces own = days.packed(pieces(others, cell -> scope.claims().on(cell).stream().filter(its).toList()));
            if (own.total() > allows) {
                sentences.add(scope.vocabulary().sourceTitle(source) + " alone: " + sum(own, Piece::atLeast, "")
                        + FigureWording.number(own.total()) + " in " + FigureWording.count(days(own), "day") + ".");
            }
        }
        return sentences;
    }

    /** {@code 538 + 593 = at least }, or only {@code At least } where there is nothing to add. */
    private static String sum(SumOfPieces sum, ToLongFunction<Piece> side, String limit) {
        if (sum.pieces().size() == 1) {
            return limit;
        }
        String numbers = sum.pieces().size() > NUMBERS_SHOWN ? "The figures of " + sum.pieces().size() + " shorter periods"
                : FigureWording.sum(sum.pieces().stream().mapToLong(side));
        return numbers + " = " + limit.toLowerCase(Locale.ROOT);
    }

    private static int days(SumOfPieces sum) {
        return sum.pieces().stream().mapToInt(piece -> piece.cell().period().days()).sum();
    }
}

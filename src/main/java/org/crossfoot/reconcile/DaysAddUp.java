package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.Constraint.Term;
import org.crossfoot.reconcile.DayLine.Piece;
import org.crossfoot.reconcile.DayLine.Sum;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/**
 * {@code days-add-up}: a longer period holds no fewer than the periods inside it that do not overlap, and no more than periods
 * that together cover it. Of flows only. A source's own running total that fell is {@code running-total-fell}'s to report.
 */
final class DaysAddUp implements Check {

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.DAYS_ADD_UP).ifPresent(rule -> {
            List<Cell> longer = scope.claims().byCell().keySet().stream().filter(scope::ofDate)
                    .filter(cell -> scope.vocabulary().measure(cell.measure()).isFlow() && !cell.period().isDay()).toList();
            if (!longer.isEmpty()) {
                Map<String, List<Cell>> lines = scope.claims().byCell().keySet().stream()
                        .collect(Collectors.groupingBy(DaysAddUp::line, TreeMap::new, Collectors.toList()));
                longer.forEach(cell -> new OfPeriod(rule, cell, lines.get(line(cell)), scope).check(findings));
            }
        });
        return findings;
    }

    private static String line(Cell cell) {
        return cell.area() + "\n" + cell.measure();
    }

    /** One longer period against the others of its area and measure. */
    private record OfPeriod(Rule rule, Cell cell, List<Cell> sameLine, Scope scope) {

        void check(List<Finding> findings) {
            List<Claim> claims = scope.claims().on(cell);
            Period period = cell.period();
            List<Cell> others = sameLine.stream()
                    .filter(other -> !other.equals(cell) && !other.period().contains(period) && other.period().overlaps(period)).toList();
            if (others.isEmpty()) {
                return;
            }
            long allows = Constraint.atMost(1, claims);
            long asks = Constraint.atLeast(1, claims);
            DayLine days = new DayLine(period);
            Sum packed = packed(days, others, allows);
            Sum covered = days.covered(pieces(others, scope.claims()::on));
            long largerSide = Math.max(claims.stream().mapToLong(claim -> claim.amount().largestLimit()).max().orElseThrow(),
                    packed.total());
            long tolerance = rule.tolerance().peopleFor(largerSide);
            List<Constraint> broken = new ArrayList<>();
            List<String> arithmetic = new ArrayList<>();
            Set<Cell> cells = new LinkedHashSet<>(List.of(cell));
            long gap = 0;
            if (allows != Amount.NO_LIMIT && packed.total() - allows > tolerance) {
                gap = packed.total() - allows;
                broken.add(constraint(packed, 1, -tolerance, Amount.NO_LIMIT));
                packed.pieces().forEach(piece -> cells.add(piece.cell()));
                arithmetic.add(sum(packed, Piece::atLeast) + " = at least " + Wording.number(packed.total()) + " in " + days(packed)
                        + " of its " + period.days() + " days, but at most " + Wording.number(allows) + " for the whole: "
                        + Wording.number(gap) + " too many.");
                arithmetic.addAll(bySource(days, others, allows, packed));
            }
            if (covered != null && asks - covered.total() > tolerance) {
                gap = Math.max(gap, asks - covered.total());
                broken.add(constraint(covered, 1, Constraint.NO_LOWEST, tolerance));
                covered.pieces().forEach(piece -> cells.add(piece.cell()));
                arithmetic.add(sum(covered, Piece::atMost) + " = at most " + Wording.number(covered.total())
                        + " over all its days, but at least " + Wording.number(asks) + " for the whole: "
                        + Wording.number(asks - covered.total()) + " too few.");
            }
            if (!broken.isEmpty()) {
                List<Claim> involved = new TreeSet<>(cells).stream().flatMap(one -> scope.claims().on(one).stream()).toList();
                findings.add(new Finding(rule, cell, involved, Check.figuresOf(involved), broken, gap, largerSide, tolerance,
                        scope.wording().cell(cell) + ": the days do not add up to the longer period.", arithmetic));
            }
        }

        /** Where all that breaks the period is an earlier running total of the same source, that one is left out. */
        private Sum packed(DayLine days, List<Cell> others, long allows) {
            Sum packed = days.packed(pieces(others, scope.claims()::on));
            boolean fell = packed.pieces().size() == 1 && packed.total() > allows
                    && isRunningTotalOfSameSource(packed.pieces().get(0).cell());
            return fell ? days.packed(pieces(others.stream().filter(other -> !isRunningTotalOfSameSource(other)).toList(),
                    scope.claims()::on)) : packed;
        }

        private boolean isRunningTotalOfSameSource(Cell other) {
            Set<String> sources = sources(cell);
            return RunningTotals.sameSeries(other.period(), cell.period()) && sources.containsAll(sources(other));
        }

        private Set<String> sources(Cell of) {
            return Check.figuresOf(scope.claims().on(of)).stream().map(figure -> figure.source()).collect(Collectors.toSet());
        }

        private static List<Piece> pieces(List<Cell> cells, Function<Cell, List<Claim>> claims) {
            return cells.stream().filter(cell -> !claims.apply(cell).isEmpty())
                    .map(cell -> new Piece(cell, Constraint.atLeast(1, claims.apply(cell)), Constraint.atMost(1, claims.apply(cell))))
                    .toList();
        }

        /** The same sum from one source alone, where that is enough to break the period. */
        private List<String> bySource(DayLine days, List<Cell> others, long allows, Sum all) {
            Set<String> sources = new TreeSet<>();
            all.pieces().forEach(piece -> sources.addAll(sources(piece.cell())));
            List<String> sentences = new ArrayList<>();
            for (String source : sources.size() > 1 ? sources : Set.<String>of()) {
                Predicate<Claim> its = claim -> claim.figures().stream().anyMatch(figure -> figure.source().equals(source));
                Sum own = days.packed(pieces(others, cell -> scope.claims().on(cell).stream().filter(its).toList()));
                if (own.total() > allows) {
                    sentences.add(scope.vocabulary().sourceTitle(source) + " alone: " + sum(own, Piece::atLeast) + " = "
                            + Wording.number(own.total()) + " in " + days(own) + " days.");
                }
            }
            return sentences;
        }

        private Constraint constraint(Sum sum, long sign, long lowest, long highest) {
            List<Term> terms = new ArrayList<>(List.of(new Term(sign, cell)));
            sum.pieces().forEach(piece -> terms.add(new Term(-sign, piece.cell())));
            return new Constraint(List.copyOf(terms), lowest, highest);
        }

        private static String sum(Sum sum, Function<Piece, Long> side) {
            if (sum.pieces().size() > 40) {
                return "The figures of " + sum.pieces().size() + " shorter periods";
            }
            return sum.pieces().stream().map(piece -> Wording.number(side.apply(piece))).collect(Collectors.joining(" + "));
        }

        private static int days(Sum sum) {
            return sum.pieces().stream().mapToInt(piece -> piece.cell().period().days()).sum();
        }
    }
}

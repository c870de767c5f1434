package org.crossfoot.reconcile.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.ClaimsByStatement;
import org.crossfoot.reconcile.judge.Judge.Ruling;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.NumberedStatement;

/** The claims that take part in a discrepancy, by who said what; what is said of many areas in the same words counts once. */
final class Voices {

    /** Cells that are asked for, at most: of more, only the one a discrepancy is about. */
    private static final int CELLS_TOLD = 6;

    private static final int STATEMENTS_KEPT = 100;

    private final Check.Scope scope;
    private final FigureWording wording;
    private final Map<Cell, String> inWords;
    private final Cell cell;
    private final ClaimsByStatement byStatement;
    private final BitSet mentioned = new BitSet();

    /** @param inWords cells in words, as far as they were asked for on the date; of one conflict many findings tell */
    Voices(Check.Scope scope, Map<Cell, String> inWords, Cell cell, List<Claim> claims, Ruling ruling) {
        this.scope = scope;
        this.wording = scope.wording();
        this.inWords = inWords;
        this.cell = cell;
        List<List<Claim>> taking = new ArrayList<>(List.of(claims, ruling.conflict(), ruling.blamed(), ruling.tied()));
        taking.addAll(ruling.repairs());
        byStatement = new ClaimsByStatement(taking.stream().mapToInt(List::size).sum());
        add(taking, true);
        add(taking, false);
    }

    private void add(List<List<Claim>> taking, boolean own) {
        for (List<Claim> claims : taking) {
            for (Claim claim : claims) {
                if (claim.cell().equals(cell) == own) {
                    byStatement.add(claim);
                }
            }
        }
    }

    private NumberedStatement statement(int number) {
        Collection<Claim> voice = byStatement.of(number);
        Claim first = byStatement.first(number);
        Cell about = first.cell();
        Figure figure = first.figure();
        return new NumberedStatement(number, figure.source(), scope.vocabulary().sourceTitle(figure.source()),
                figure.attributedTo(),
                figure.published(), figure.file(), figure.line(), figure.statement(), about(first.cell(), voice.size()),
                about.measure(), areas(voice), about.period().start(), about.period().end(),
                figure.asPrinted(), figure.amount().lowest(),
                figure.amount().hasUpperLimit() ? (Long) figure.amount().highest() : null, first.cost(), figure.derived(),
                note(figure), repeatedBy(first));
    }

    /** With what it was printed for, where somebody decided that it is of something else. */
    private String note(Figure figure) {
        return !figure.isMoved() ? figure.note() : (figure.note().isEmpty() ? "" : figure.note() + "; ") + "printed for "
                + wording.cell(figure.printedCell());
    }

    private static List<String> areas(Collection<Claim> voice) {
        if (voice.size() == 1) {
            return List.of(voice.iterator().next().cell().area());
        }
        List<String> areas = new ArrayList<>(voice.size());
        for (Claim claim : voice) {
            areas.add(claim.cell().area());
        }
        areas.sort(null);
        return List.copyOf(areas);
    }

    private List<String> repeatedBy(Claim claim) {
        if (claim.figures().size() == 1) {
            return List.of();
        }
        Set<String> sources = new LinkedHashSet<>();
        for (Figure repeating : claim.figures().subList(1, claim.figures().size())) {
            sources.add(repeating.source());
        }
        return sources.stream().map(scope.vocabulary()::sourceTitle).toList();
    }

    private String about(Cell first, int areas) {
        return areas > 1 ? wording.measure(first) + ", " + areas + " areas, " + first.period()
                : first.equals(cell) ? "" : inWords.computeIfAbsent(first, wording::cell);
    }

    /** What is mentioned is kept. By number; a claim that is no part of any statement here is left out. */
    List<Mention> mentions(List<Claim> claims) {
        // Of one tie thousands of findings mention thousands: no map of lists for each.
        long[] numbered = IntStream.range(0, claims.size())
                .mapToLong(place -> (long) byStatement.numberOf(claims.get(place)) << Integer.SIZE | place)
                .filter(each -> each >= 1L << Integer.SIZE).sorted().toArray();
        List<Mention> mentions = new ArrayList<>();
        for (int from = 0, to; from < numbered.length; from = to) {
            int number = (int) (numbered[from] >> Integer.SIZE);
            List<String> areas = new ArrayList<>(1);
            for (to = from; to < numbered.length && numbered[to] >> Integer.SIZE == number; to++) {
                areas.add(wording.area(claims.get((int) numbered[to]).cell()));
            }
            areas.sort(null);
            mentioned.set(number);
            mentions.add(new Mention(number, List.copyOf(areas)));
        }
        return List.copyOf(mentions);
    }

    /** The cell asked for, then the others; without them where they are too many. */
    List<Cell> cells() {
        SortedSet<Cell> others = new TreeSet<>();
        for (int number = 1; number <= byStatement.statements(); number++) {
            for (Claim claim : byStatement.of(number)) {
                if (!claim.cell().equals(cell)) {
                    others.add(claim.cell());
                }
                if (others.size() == CELLS_TOLD) {
                    return List.of(cell);
                }
            }
        }
        return Stream.concat(Stream.of(cell), others.stream()).toList();
    }

    int inAll() {
        return byStatement.statements();
    }

    List<NumberedStatement> kept() {
        List<NumberedStatement> kept = new ArrayList<>();
        for (int number = 1; number <= byStatement.statements(); number++) {
            if (number <= STATEMENTS_KEPT || mentioned.get(number)) {
                kept.add(statement(number));
            }
        }
        return List.copyOf(kept);
    }
}

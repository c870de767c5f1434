package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.NumberedStatement;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decisions;
import org.crossfoot.rule.Severity;

/**
 * What a date's rows are where people decided of its figures. What the rules find with the decisions stands. What they find only
 * without them was answered: it stays in sight, as a note, and blames what was decided to be wrong, or of something else. On both
 * it is said what would be said without the decisions.
 *
 * @param upheld what was decided to stand, of whatever is looked at
 */
record DecidedRows(FigureWording wording, Decisions decisions, Set<Decision> upheld) {

    private static final int NAMED = 5;

    /**
     * The rows with the decisions.
     *
     * @param found   what the rules find with them
     * @param without what they find without them
     */
    List<Discrepancy> of(List<Discrepancy> found, List<Discrepancy> without, List<Total> totals) {
        Map<String, Discrepancy> printed = without.stream().filter(DecidedRows::isOfFigures)
                .collect(Collectors.toMap(Discrepancy::id, row -> row, (one, other) -> one, LinkedHashMap::new));
        Map<Cell, Total> byCell = totals.stream().collect(Collectors.toMap(Total::cell, Function.identity()));
        List<Discrepancy> rows = new ArrayList<>();
        for (Discrepancy row : found) {
            rows.add(isOfFigures(row) ? stillFound(row, printed.remove(row.id())) : row);
        }
        printed.values().stream().filter(row -> row.figures().stream().anyMatch(this::isAnswered))
                .forEach(row -> rows.add(answered(row, byCell)));
        Collections.sort(rows);
        return List.copyOf(rows);
    }

    private static boolean isOfFigures(Discrepancy row) {
        return BuiltIn.of(row.rule()).map(rule -> rule.about() == BuiltIn.About.FIGURES).orElse(true);
    }

    private boolean isAnswered(Figure figure) {
        return decisions.followed(figure).stream().anyMatch(decision -> decision.what() != Decision.What.STANDS);
    }

    /** @param before the same row without the decisions, or null */
    private Discrepancy stillFound(Discrepancy row, Discrepancy before) {
        List<String> sentences = sentences(Stream.concat(before == null ? Stream.empty() : before.figures().stream(),
                row.figures().stream()).collect(Collectors.toCollection(LinkedHashSet::new)));
        boolean decided = row.verdict() == Verdict.DECIDED;
        if (sentences.isEmpty() && decided) {
            sentences.addAll(upheld.stream().map(this::sentence).toList());
        }
        if (sentences.isEmpty()) {
            return row;
        }
        if (before == null) {
            sentences.add("Without " + these(sentences) + " the rule would hold.");
        } else if (before.verdict() != row.verdict() || !before.blamed().equals(row.blamed())) {
            sentences.add(without(before, sentences));
        }
        return row.decided(decided ? Severity.INFO : row.severity(), row.verdict(), row.blamed(),
                row.explained().withReason(String.join(" ", sentences)));
    }

    private Discrepancy answered(Discrepancy before, Map<Cell, Total> totals) {
        List<Figure> wrong = before.figures().stream().filter(this::isAnswered).toList();
        List<String> sentences = sentences(before.figures());
        sentences.add("With " + these(sentences) + " the rule holds.");
        sentences.add(without(before, sentences.subList(0, sentences.size() - 1)));
        Explanation why = before.explained();
        List<Mention> mentions = why.statements().stream().filter(one -> wrong.stream().anyMatch(figure -> isOf(one, figure)))
                .map(one -> new Mention(one.number(), wrong.stream().filter(figure -> isOf(one, figure)).map(Figure::cell)
                .map(wording::area).distinct().sorted().toList())).toList();
        List<Bounds> bounds = why.bounds().stream().map(one -> bounds(one, totals.get(new Cell(one.measure(), one.area(),
                new Period(one.periodStart(), one.periodEnd()))))).filter(one -> one != null).toList();
        return before.decided(Severity.INFO, Verdict.DECIDED, wrong, why.decided(mentions, bounds, String.join(" ", sentences)));
    }

    private static boolean isOf(NumberedStatement said, Figure figure) {
        return said.source().equals(figure.source()) && said.file().equals(figure.file()) && said.line() == figure.line()
                && said.asPrinted().equals(figure.asPrinted()) && said.measure().equals(figure.cell().measure())
                && said.areas().contains(figure.cell().area());
    }

    /** Null where nothing is left to be said of a cell. */
    private static Bounds bounds(Bounds before, Total total) {
        return total == null ? null : new Bounds(before.about(), before.measure(), before.area(), before.periodStart(),
                before.periodEnd(), before.printedLowest(), before.printedHighest(), total.best(), total.lowest(),
                total.highest() == Amount.NO_LIMIT ? null : (Long) total.highest(), total.basis());
    }

    /** On each figure of which something was decided, once a decision. */
    private List<String> sentences(Collection<Figure> figures) {
        Set<Decision> told = new LinkedHashSet<>();
        List<String> sentences = new ArrayList<>();
        figures.forEach(figure -> decisions.followed(figure).stream().filter(told::add)
                .forEach(decision -> sentences.add(sentence(decision))));
        return sentences;
    }

    private String sentence(Decision decision) {
        Decision.Named about = decision.about();
        return "Decided of " + (about.asPrinted() == null ? "what" : about.asPrinted() + ", which") + " "
                + wording.vocabulary().sourceTitle(about.source()) + " says of " + wording.cell(about.cell()) + ": "
                + decision.inWords() + ".";
    }

    private static String these(List<String> sentences) {
        return sentences.size() == 1 ? "this decision" : "these decisions";
    }

    private String without(Discrepancy before, List<String> sentences) {
        String wrong = before.blamed().stream().limit(NAMED).map(figure -> figure.asPrinted() + " ("
                + wording.vocabulary().sourceTitle(figure.source()) + ")").collect(Collectors.joining(", "))
                + (before.blamed().size() > NAMED ? " and " + (before.blamed().size() - NAMED) + " more" : "");
        return "Without " + these(sentences) + " the verdict would be " + before.verdict() + ", and "
                + (wrong.isEmpty() ? "nobody would be blamed." : "probably wrong would be " + wrong + ".");
    }
}

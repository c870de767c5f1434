package org.crossfoot.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;

/** Puts a date's totals into words; what thousands of them share is put into words once. */
final class TotalLines {

    /** One total, in words. */
    record TotalLine(String measure, String area, Span span, String best, String limits, Grounds grounds) {

        String[] cells() {
            return new String[] {measure, area, span.words, best, limits, grounds.cell, span.key};
        }
    }

    /**
     * Its period.
     *
     * @param key what totals are ordered by
     */
    record Span(String words, String key) {
    }

    /**
     * What it rests on.
     *
     * @param cell all of it, as a cell of a table
     */
    record Grounds(Label basis, String sources, String cell) {
    }

    private record Rests(Basis basis, List<String> sources, String note) {
    }

    private final Vocabulary vocabulary;
    private final Map<Period, Span> spans = new HashMap<>();
    private final Map<Rests, Grounds> grounds = new HashMap<>();

    TotalLines(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    TotalLine of(Total total) {
        Cell cell = total.cell();
        String best = total.best() == null ? "\u2013" : Words.number(total.best());
        boolean sure = total.best() != null && total.highest() == total.best() && total.lowest() == total.best();
        return new TotalLine(vocabulary.measureTitle(cell.measure()), vocabulary.areas().name(cell.area()),
                spans.computeIfAbsent(cell.period(), TotalLines::span), best,
                sure ? best : Words.limits(total.lowest(), Words.limit(total.highest())),
                grounds.computeIfAbsent(new Rests(total.basis(), total.sources(), total.note()), this::grounds));
    }

    private static Span span(Period period) {
        return new Span(Words.period(period.start(), period.end()), period.start() + " " + period.end());
    }

    private Grounds grounds(Rests rests) {
        Label basis = Label.of(rests.basis);
        String sources = Words.first(rests.sources.stream().map(vocabulary::sourceTitle).toList(), "; ")
                + (rests.note.isEmpty() ? "" : " (" + rests.note + ")");
        return new Grounds(basis, sources, basis.word() + "\n" + sources);
    }
}

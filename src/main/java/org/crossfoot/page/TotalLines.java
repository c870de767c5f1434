package org.crossfoot.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.outcome.Total.Basis;

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
    record Grounds(Term basis, String sources, String cell) {
    }

    private record Days(LocalDate start, LocalDate end) {
    }

    private record Rests(Basis basis, List<String> sources) {
    }

    private final Vocabulary vocabulary;
    private final Map<Days, Span> spans = new HashMap<>();
    private final Map<Rests, Grounds> grounds = new HashMap<>();

    TotalLines(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    TotalLine of(TotalRow total) {
        String best = total.best() == null ? "\u2013" : Words.number(total.best());
        return new TotalLine(vocabulary.measureTitle(total.measure()), vocabulary.areas().name(total.area()),
                spans.computeIfAbsent(new Days(total.start(), total.end()), TotalLines::span), best, total.isSure() ? best
                : Words.limits(total.lowest(), total.highest()),
                grounds.computeIfAbsent(new Rests(total.basis(), total.sources()), this::grounds));
    }

    private static Span span(Days days) {
        return new Span(Words.period(days.start, days.end), days.start + " " + days.end);
    }

    private Grounds grounds(Rests rests) {
        Term basis = Term.of(rests.basis);
        String sources = Words.first(rests.sources.stream().map(vocabulary::sourceTitle).toList(), "; ");
        return new Grounds(basis, sources, basis.word() + "\n" + sources);
    }
}

package org.crossfoot.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.page.TotalLine.Grounds;
import org.crossfoot.page.TotalLine.Span;

/** Puts a date's totals into words; what thousands of them share is put into words once. */
final class TotalLines {

    private record Days(LocalDate start, LocalDate end) {
    }

    private record Rests(String basis, List<String> sources) {
    }

    private final Vocabulary vocabulary;
    private final AreaNames names;
    private final Map<Days, Span> spans = new HashMap<>();
    private Days lastDays = new Days(null, null);
    private Span lastSpan;
    private final Map<Rests, Grounds> grounds = new HashMap<>();

    TotalLines(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.names = new AreaNames(vocabulary);
    }

    TotalLine of(TotalRow total) {
        String best = Words.number(total.best());
        return new TotalLine(vocabulary.measureTitle(total.measure()), names.of(total.area()), span(total.start(), total.end()), best,
                total.isSure() ? best : Words.limits(total.lowest(), total.highest()),
                grounds.computeIfAbsent(new Rests(total.basis(), total.sources()), this::grounds));
    }

    /** Most totals of a date are of the same period. */
    private Span span(LocalDate start, LocalDate end) {
        if (start != lastDays.start || end != lastDays.end) {
            lastDays = new Days(start, end);
            lastSpan = spans.computeIfAbsent(lastDays, TotalLines::span);
        }
        return lastSpan;
    }

    private static Span span(Days days) {
        return new Span(Words.period(days.start, days.end), days.start + " " + days.end);
    }

    private Grounds grounds(Rests rests) {
        Term basis = Term.of(Term.BASES, rests.basis);
        String sources = FewNames.first(rests.sources.stream().map(vocabulary::sourceTitle).toList(), "; ");
        return new Grounds(basis, sources, basis.word() + "\n" + sources);
    }
}

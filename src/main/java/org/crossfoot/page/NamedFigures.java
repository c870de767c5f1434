package org.crossfoot.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.crossfoot.page.FigureRows.FigureRow;
import org.crossfoot.page.Item.Said;
import org.crossfoot.report.FigureName;

/** The figures that a discrepancy is about, for one whose reasons have no statements; most have some. */
final class NamedFigures {

    private final Vocabulary vocabulary;
    private final RevisionRecord revision;
    private final DateContent content;
    private DiscrepancyFigures about;
    private Map<List<Object>, List<FigureRow>> bySaid;

    NamedFigures(Vocabulary vocabulary, RevisionRecord revision, DateContent content) {
        this.vocabulary = vocabulary;
        this.revision = revision;
        this.content = content;
    }

    /** In the order of the column {@code figures}; empty where an older Crossfoot, which did not keep them, said what it is about. */
    Optional<List<Said>> of(DiscrepancyRecord row) {
        return row.figures().isEmpty() ? Optional.of(List.of()) : about().of(row.id()).map(known -> said(known.figures(), row));
    }

    private DiscrepancyFigures about() {
        if (about == null) {
            about = revision.discrepancyFigures();
        }
        return about;
    }

    private List<Said> said(List<Figure> figures, DiscrepancyRecord row) {
        Period period = new Period(row.periodStart(), row.periodEnd());
        List<FigureRow> rows = figures.stream().sorted(Comparator.comparing(figure -> FigureName.claim(figure, row.area(), period)))
                .map(figure -> FigureRow.of(figure, null)).flatMap(figure -> row.stands() ? Stream.of(figure) : still(figure))
                .distinct().toList();
        return IntStream.range(0, rows.size()).mapToObj(i -> said(i + 1, rows.get(i), row)).toList();
    }

    /** What is resolved was about the figures of the revision before; those of them that are said no more stand there. */
    private Stream<FigureRow> still(FigureRow before) {
        if (bySaid == null) {
            bySaid = new HashMap<>();
            for (FigureRows rows = content.figures(); rows.next();) {
                FigureRow figure = rows.whole();
                bySaid.computeIfAbsent(figure.said(), said -> new ArrayList<>()).add(figure);
            }
        }
        return bySaid.getOrDefault(before.said(), List.of()).stream();
    }

    private Said said(int number, FigureRow figure, DiscrepancyRecord row) {
        List<String> about = new ArrayList<>();
        if (!figure.measure().equals(row.measure())) {
            about.add(vocabulary.measureTitle(figure.measure()));
        }
        if (!figure.area().equals(row.area())) {
            about.add(vocabulary.areas().name(figure.area()));
        }
        if (!figure.start().equals(row.periodStart()) || !String.valueOf(figure.end()).equals(String.valueOf(row.periodEnd()))) {
            about.add(Words.period(figure.start(), figure.end()));
        }
        String limits = Words.limits(figure.lowest(), figure.highest());
        boolean plain = figure.printed().equals(limits) || figure.highest() != null && figure.lowest() == figure.highest();
        String trust = vocabulary.sources().containsKey(figure.source()) ? "trust " + vocabulary.sources().get(figure.source()).trust() : "";
        return new Said(number, vocabulary.sourceTitle(figure.source()),
                figure.published() == null ? "" : "published " + Words.day(figure.published()), String.join(", ", about), figure.printed(),
                plain ? "" : limits, figure.lowest(), figure.highest(), trust, false, figure.file() + ":" + figure.line(), "");
    }
}

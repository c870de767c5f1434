package org.crossfoot.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.page.FigureRows.FigureRow;
import org.crossfoot.page.Item.Said;

/** The figures that a discrepancy names in its column {@code figures}, found in {@code figures.csv}. */
final class NamedFigures {

    private final Vocabulary vocabulary;
    private final DateContent content;
    private Map<String, List<FigureRow>> byClaim;

    /** @param content whose figures are read when a discrepancy comes that has no statements; most have some */
    NamedFigures(Vocabulary vocabulary, DateContent content) {
        this.vocabulary = vocabulary;
        this.content = content;
    }

    List<Said> namedBy(DiscrepancyRecord row) {
        List<FigureRow> named = Stream.of(row.figures().split(" \\| ")).flatMap(claim -> figures(claim, row)).distinct().toList();
        return IntStream.range(0, named.size()).mapToObj(i -> said(i + 1, named.get(i), row)).toList();
    }

    private Stream<FigureRow> figures(String claim, DiscrepancyRecord row) {
        int equals = claim.indexOf('=');
        String[] name = claim.substring(0, Math.max(0, equals)).split("@");
        boolean elsewhere = name.length == 3;
        String area = elsewhere ? name[1] : row.area();
        String period = elsewhere ? name[2] : period(row.periodStart(), row.periodEnd());
        return byClaim().getOrDefault(name[0] + claim.substring(Math.max(0, equals)), List.of()).stream()
                .filter(figure -> figure.area().equals(area) && period(figure.start(), figure.end()).equals(period));
    }

    private Map<String, List<FigureRow>> byClaim() {
        if (byClaim == null) {
            byClaim = new HashMap<>();
            for (FigureRows rows = content.figures(); rows.next();) {
                FigureRow figure = rows.whole();
                byClaim.computeIfAbsent(figure.source() + ":" + figure.measure() + "=" + figure.printed(), claim -> new ArrayList<>()).add(figure);
            }
        }
        return byClaim;
    }

    /** As the column {@code figures} writes it. */
    private static String period(LocalDate start, LocalDate end) {
        return end == null ? start + "/.." : start.equals(end) ? start.toString() : start + "/" + end;
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

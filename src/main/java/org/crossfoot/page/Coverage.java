package org.crossfoot.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.page.PublishedRows.FigureRow;
import org.crossfoot.page.PublishedRows.TotalRow;
import org.crossfoot.rule.Rule;

/**
 * What arrived for a date, and what could not be checked with it.
 *
 * @param arrived   one row a source that said something
 * @param silent    titles of sources that said nothing of this date
 * @param unchecked sentences: what could not be checked, and why
 */
record Coverage(List<Arrived> arrived, List<String> silent, List<String> unchecked) {

    private static final int NAMED = 8;

    /** What one source said. */
    record Arrived(String source, int figures, String measures, String areas, String files) {
    }

    static Coverage of(List<FigureRow> all, List<TotalRow> totals, List<Rule> checks, Vocabulary vocabulary) {
        List<FigureRow> figures = all.stream().filter(FigureRow::isOfTheDate).toList();
        Map<String, List<FigureRow>> bySource = figures.stream().collect(Collectors.groupingBy(FigureRow::source, TreeMap::new, Collectors.toList()));
        List<Arrived> arrived = new ArrayList<>();
        bySource.forEach((source, own) -> arrived.add(new Arrived(vocabulary.sourceTitle(source), own.size(),
                named(own.stream().map(one -> vocabulary.measureTitle(one.measure())).toList()),
                named(own.stream().map(one -> vocabulary.areas().name(one.area())).toList()), named(own.stream().map(FigureRow::file).toList()))));
        List<String> silent = vocabulary.sources().values().stream().filter(source -> !bySource.containsKey(source.id()))
                .map(source -> source.title()).sorted().toList();
        return new Coverage(arrived, silent, unchecked(figures, totals, checks, vocabulary));
    }

    private static List<String> unchecked(List<FigureRow> figures, List<TotalRow> totals, List<Rule> checks, Vocabulary vocabulary) {
        List<String> sentences = new ArrayList<>();
        Set<String> measures = figures.stream().map(FigureRow::measure).collect(Collectors.toSet());
        for (Rule check : checks) {
            List<String> absent = check.equation().terms().stream().map(term -> term.measure()).filter(measure -> !measures.contains(measure))
                    .toList();
            if (!absent.isEmpty() && absent.size() < check.equation().terms().size()) {
                sentences.add(Words.spelled(check.id()) + " could not be checked in full: nobody gave a figure for "
                        + named(absent.stream().map(vocabulary::measureTitle).toList()) + ".");
            }
        }
        List<TotalRow> single = totals.stream().filter(total -> total.basis().equals("single")).toList();
        if (!single.isEmpty()) {
            sentences.add((single.size() == 1 ? "One total rests" : Words.number(single.size()) + " totals rest")
                    + " on one source alone, with no second figure to check against: "
                    + named(single.stream().map(total -> vocabulary.measureTitle(total.measure()) + ", " + vocabulary.areas().name(total.area()))
                            .toList()) + ".");
        }
        return sentences;
    }

    /** The first few names, sorted, and how many more there are. */
    private static String named(List<String> names) {
        Set<String> sorted = new TreeSet<>(names);
        String shown = sorted.stream().limit(NAMED).collect(Collectors.joining("; "));
        return sorted.size() > NAMED ? shown + " and " + Words.number(sorted.size() - NAMED) + " more" : shown;
    }
}

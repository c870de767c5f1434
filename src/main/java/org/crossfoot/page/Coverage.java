package org.crossfoot.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.rule.Rule;

/**
 * What arrived for a date, and what could not be checked with it.
 *
 * @param arrived   one row a source that said something
 * @param silent    titles of sources that said nothing of this date
 * @param unchecked sentences: what could not be checked, and why
 */
record Coverage(List<Arrived> arrived, List<String> silent, List<String> unchecked) {

    /** What one source said. */
    record Arrived(String source, int figures, String measures, String areas, String files) {

        String[] cells() {
            return new String[] {source, Words.number(figures), measures, areas, files};
        }
    }

    /** @param figures of the date, and context, which was said of others */
    static Coverage of(List<FigureUse> figures, List<Total> totals, List<Rule> checks, Vocabulary vocabulary) {
        SortedMap<String, List<Figure>> bySource = figures.stream().filter(one -> one.use() != Use.CONTEXT).map(FigureUse::figure)
                .collect(Collectors.groupingBy(Figure::source, TreeMap::new, Collectors.toList()));
        List<Arrived> arrived = new ArrayList<>();
        Set<String> measures = new HashSet<>();
        bySource.forEach((source, said) -> {
            Set<String> ofSource = each(said, figure -> figure.cell().measure());
            measures.addAll(ofSource);
            arrived.add(new Arrived(vocabulary.sourceTitle(source), said.size(), titles(ofSource, vocabulary),
                    Words.few(each(said, figure -> vocabulary.areas().name(figure.cell().area()))),
                    Words.few(each(said, Figure::file))));
        });
        List<String> silent = vocabulary.sources().values().stream().filter(source -> !bySource.containsKey(source.id()))
                .map(source -> source.title()).sorted().toList();
        List<String> unchecked = new ArrayList<>(notInFull(measures, checks, vocabulary));
        List<Total> single = totals.stream().filter(total -> total.basis() == Basis.SINGLE).toList();
        if (!single.isEmpty()) {
            unchecked.add(resting(single, vocabulary));
        }
        return new Coverage(arrived, silent, unchecked);
    }

    private static Set<String> each(List<Figure> figures, Function<Figure, String> what) {
        return figures.stream().map(what).collect(Collectors.toSet());
    }

    private static List<String> notInFull(Set<String> measures, List<Rule> checks, Vocabulary vocabulary) {
        List<String> sentences = new ArrayList<>();
        for (Rule check : checks) {
            List<String> absent = check.equation().terms().stream().map(term -> term.measure())
                    .filter(measure -> !measures.contains(measure))
                    .toList();
            if (!absent.isEmpty() && absent.size() < check.equation().terms().size()) {
                sentences.add(Words.spelled(check.id()) + " could not be checked in full: nobody gave a figure for "
                        + titles(absent, vocabulary) + ".");
            }
        }
        return sentences;
    }

    private static String titles(Collection<String> measures, Vocabulary vocabulary) {
        return Words.few(measures.stream().map(vocabulary::measureTitle).collect(Collectors.toSet()));
    }

    private static String resting(List<Total> single, Vocabulary vocabulary) {
        Set<String> names = new HashSet<>(2 * single.size());
        single.forEach(total -> names.add(vocabulary.measureTitle(total.cell().measure()) + ", "
                + vocabulary.areas().name(total.cell().area())));
        return (single.size() == 1 ? "One total rests" : Words.number(single.size()) + " totals rest")
                + " on one source alone, with no second figure to check against: " + Words.few(names) + ".";
    }
}

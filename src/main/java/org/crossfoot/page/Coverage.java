package org.crossfoot.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** What each source said of a date: how many figures, of what, of where, and in which files. */
    static final class FiguresBySource {

        /** What one source said, by id. */
        static final class FromSource {

            private final Set<String> measures = new HashSet<>();
            private final Set<String> areas = new HashSet<>();
            private final Set<String> files = new HashSet<>();
            private int figures;

            private void add(String areaName, String measure, String file) {
                figures++;
                areas.add(areaName);
                measures.add(measure);
                files.add(file);
            }

            int figures() {
                return figures;
            }

            Set<String> measures() {
                return measures;
            }

            /** Their names. */
            Set<String> areas() {
                return areas;
            }

            Set<String> files() {
                return files;
            }
        }

        private final Vocabulary vocabulary;
        private final Map<String, FromSource> bySource = new HashMap<>();

        /** @param figures of the date, and context, which was said of others */
        FiguresBySource(List<FigureUse> figures, Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
            figures.stream().filter(one -> one.use() != Use.CONTEXT).map(FigureUse::figure).forEach(this::add);
        }

        private void add(Figure figure) {
            bySource.computeIfAbsent(figure.source(), source -> new FromSource())
                    .add(vocabulary.areas().name(figure.cell().area()), figure.cell().measure(), figure.file());
        }

        /** By id, those alone that said something. */
        SortedMap<String, FromSource> bySource() {
            return new TreeMap<>(bySource);
        }

        /** Of which measures somebody said something. */
        Set<String> measures() {
            Set<String> measures = new HashSet<>();
            bySource.values().forEach(source -> measures.addAll(source.measures));
            return measures;
        }
    }

    static Coverage of(FiguresBySource figuresBySource, List<Total> totals, List<Rule> checks, Vocabulary vocabulary) {
        List<Arrived> arrived = new ArrayList<>();
        SortedMap<String, FiguresBySource.FromSource> bySource = figuresBySource.bySource();
        bySource.forEach((source, said) -> arrived.add(new Arrived(vocabulary.sourceTitle(source), said.figures(),
                titles(said.measures(), vocabulary), Words.few(said.areas()), Words.few(said.files()))));
        List<String> silent = vocabulary.sources().values().stream().filter(source -> !bySource.containsKey(source.id()))
                .map(source -> source.title()).sorted().toList();
        List<String> unchecked = new ArrayList<>(notInFull(figuresBySource.measures(), checks, vocabulary));
        List<Total> single = totals.stream().filter(total -> total.basis() == Basis.SINGLE).toList();
        if (!single.isEmpty()) {
            unchecked.add(resting(single, vocabulary));
        }
        return new Coverage(arrived, silent, unchecked);
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

package org.crossfoot.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What one source said, by id. */
    private static final class Heard {

        private final Set<String> measures = new HashSet<>();
        private final Set<String> areas = new HashSet<>();
        private final Set<String> files = new HashSet<>();
        private int figures;

        void add(FigureRow figure) {
            figures++;
            measures.add(figure.measure());
            areas.add(figure.area());
            files.add(figure.file());
        }
    }

    static Coverage of(List<FigureRow> all, List<TotalRow> totals, List<Rule> checks, Vocabulary vocabulary) {
        SortedMap<String, Heard> bySource = new TreeMap<>();
        all.stream().filter(FigureRow::isOfTheDate).forEach(figure -> bySource.computeIfAbsent(figure.source(), source -> new Heard()).add(figure));
        List<Arrived> arrived = new ArrayList<>();
        bySource.forEach((source, heard) -> arrived.add(new Arrived(vocabulary.sourceTitle(source), heard.figures,
                named(heard.measures.stream().map(vocabulary::measureTitle)), named(heard.areas.stream().map(vocabulary.areas()::name)),
                named(heard.files.stream()))));
        List<String> silent = vocabulary.sources().values().stream().filter(source -> !bySource.containsKey(source.id()))
                .map(source -> source.title()).sorted().toList();
        return new Coverage(arrived, silent, unchecked(bySource.values(), totals, checks, vocabulary));
    }

    private static List<String> unchecked(Collection<Heard> heard, List<TotalRow> totals, List<Rule> checks, Vocabulary vocabulary) {
        List<String> sentences = new ArrayList<>();
        Set<String> measures = heard.stream().flatMap(source -> source.measures.stream()).collect(Collectors.toSet());
        for (Rule check : checks) {
            List<String> absent = check.equation().terms().stream().map(term -> term.measure()).filter(measure -> !measures.contains(measure))
                    .toList();
            if (!absent.isEmpty() && absent.size() < check.equation().terms().size()) {
                sentences.add(Words.spelled(check.id()) + " could not be checked in full: nobody gave a figure for "
                        + named(absent.stream().map(vocabulary::measureTitle)) + ".");
            }
        }
        List<TotalRow> single = totals.stream().filter(total -> total.basis().equals("single")).toList();
        if (!single.isEmpty()) {
            sentences.add((single.size() == 1 ? "One total rests" : Words.number(single.size()) + " totals rest")
                    + " on one source alone, with no second figure to check against: "
                    + named(single.stream().map(total -> vocabulary.measureTitle(total.measure()) + ", " + vocabulary.areas().name(total.area())))
                    + ".");
        }
        return sentences;
    }

    /** The first few names, sorted, and how many more there are. */
    private static String named(Stream<String> names) {
        Set<String> distinct = names.collect(Collectors.toSet());
        SortedSet<String> first = new TreeSet<>();
        for (String name : distinct) {
            if (first.size() < NAMED) {
                first.add(name);
            } else if (name.compareTo(first.last()) < 0) {
                first.remove(first.last());
                first.add(name);
            }
        }
        String shown = String.join("; ", first);
        return distinct.size() > NAMED ? shown + " and " + Words.number(distinct.size() - NAMED) + " more" : shown;
    }
}

package org.crossfoot.publisher;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.rule.BuiltIn;

/**
 * Counts of one date, or of several, by publisher and measure. Goals are no counts of anything and are left out.
 *
 * @param counts by source, then measure
 */
public record PublisherTally(List<PublisherCounts> counts) {

    /** Of a date, in its folder. */
    public static final String FILE = "report-data/publishers.json";

    /** Who says the same for the same reason: those who repeat one another, and those who quote the same. */
    private record Authority(boolean quoted, String name) {

        static Authority of(Figure figure, Vocabulary vocabulary) {
            boolean quoted = !figure.attributedTo().isEmpty();
            return new Authority(quoted, quoted ? figure.attributedTo() : vocabulary.originOf(figure.source()));
        }
    }

    /** Who says something of a cell, and whom it quotes: what it says again and again is one series. */
    private record SaidAgain(String source, String attributedTo) {

        static SaidAgain of(Figure figure) {
            return new SaidAgain(figure.source(), figure.attributedTo());
        }
    }

    /** A file that lacks them has none. */
    public PublisherTally {
        counts = counts == null ? List.of() : List.copyOf(counts);
    }

    private record StandingAmount(SaidAgain by, Amount amount) {
    }

    /** What a date's result tells of the publishers. */
    public static PublisherTally of(Outcome outcome, Vocabulary vocabulary) {
        Set<Figure> blamed = new HashSet<>();
        outcome.discrepancies().forEach(discrepancy -> blamed.addAll(discrepancy.blamed()));
        List<PublisherCounts> all = new ArrayList<>();
        Map<Cell, List<FigureUse>> byCell = new LinkedHashMap<>();
        for (FigureUse one : outcome.figures()) {
            Measure measure = vocabulary.measure(one.figure().cell().measure());
            if (one.use() != Use.CONTEXT && (measure == null || !measure.isGoal())) {
                byCell.computeIfAbsent(one.figure().cell(), first -> new ArrayList<>(3)).add(one);
            }
        }
        byCell.values().forEach(ofCell -> tally(ofCell, blamed, vocabulary, all));
        outcome.discrepancies().stream().filter(one -> one.rule().equals(BuiltIn.REPORT_MISSING.id()))
                .forEach(one -> all.add(PublisherCounts.missing(one.source())));
        return summed(all);
    }

    private static void tally(List<FigureUse> ofCell, Set<Figure> blamed, Vocabulary vocabulary, List<PublisherCounts> into) {
        List<Figure> said = new ArrayList<>(ofCell.size());
        Set<StandingAmount> standing = new HashSet<>();
        Map<SaidAgain, List<FigureUse>> series = new LinkedHashMap<>();
        for (FigureUse one : ofCell) {
            SaidAgain by = SaidAgain.of(one.figure());
            series.computeIfAbsent(by, first -> new ArrayList<>(1)).add(one);
            // What it says as it said it before is the same figure.
            if (one.use() != Use.SUPERSEDED && standing.add(new StandingAmount(by, one.figure().amount()))) {
                said.add(one.figure());
            }
        }
        if (!said.isEmpty()) {
            compare(said, blamed, vocabulary, into);
        }
        series.values().forEach(each -> follow(each, into));
    }

    /** The same of several dates or months. */
    public static PublisherTally sum(Collection<PublisherTally> tallies) {
        return summed(tallies.stream().flatMap(tally -> tally.counts.stream()).toList());
    }

    private static PublisherTally summed(List<PublisherCounts> counts) {
        SortedMap<String, SortedMap<String, PublisherCounts>> bySource = new TreeMap<>();
        counts.forEach(each -> bySource.computeIfAbsent(each.source(), first -> new TreeMap<>())
                .merge(each.measure(), each, PublisherCounts::and));
        return new PublisherTally(bySource.values().stream().flatMap(each -> each.values().stream()).toList());
    }

    /** Figures of one cell: how many other voices can be right together with each. Of each voice its first figure speaks. */
    private static void compare(List<Figure> figures, Set<Figure> blamed, Vocabulary vocabulary, List<PublisherCounts> into) {
        Map<Authority, Amount> voices = new LinkedHashMap<>();
        figures.forEach(figure -> voices.putIfAbsent(Authority.of(figure, vocabulary), figure.amount()));
        long[] lowest = new long[voices.size()];
        long[] highest = new long[voices.size()];
        int at = 0;
        for (Amount amount : voices.values()) {
            lowest[at] = amount.lowest();
            highest[at++] = amount.highest();
        }
        Arrays.sort(lowest);
        Arrays.sort(highest);
        for (Figure figure : figures) {
            Amount own = voices.get(Authority.of(figure, vocabulary));
            int all = voices.size();
            int against = all - upTo(lowest, figure.amount().highest()) + upTo(highest, figure.amount().lowest() - 1);
            boolean fitsItself = own.lowest() <= figure.amount().highest() && own.highest() >= figure.amount().lowest();
            int others = fitsItself ? against : against - 1;
            into.add(PublisherCounts.figure(figure.source(), figure.cell().measure(), all - 1 - others, others,
                    blamed.contains(figure)));
        }
    }

    /** How many of sorted numbers are not larger than a limit. */
    private static int upTo(long[] sorted, long limit) {
        int at = Arrays.binarySearch(sorted, limit);
        while (at >= 0 && at < sorted.length && sorted[at] == limit) {
            at++;
        }
        return at < 0 ? -at - 1 : at;
    }

    private static void follow(List<FigureUse> series, List<PublisherCounts> into) {
        Figure any = series.get(0).figure();
        series.stream().map(one -> one.figure().published()).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .ifPresent(first -> into.add(PublisherCounts.published(any.source(), any.cell().measure(),
                Math.max(0, ChronoUnit.DAYS.between(any.date(), first)))));
        List<Figure> inTime = series.stream().sorted(Comparator.comparing((FigureUse one) -> one.figure().published(),
                Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(one -> one.use() != Use.SUPERSEDED)
                .thenComparing(one -> one.figure().file()).thenComparing(one -> one.figure().line())).map(FigureUse::figure)
                .toList();
        for (int i = 1; i < inTime.size(); i++) {
            Figure before = inTime.get(i - 1);
            Figure later = inTime.get(i);
            if (!before.amount().equals(later.amount())) {
                into.add(PublisherCounts.restatement(later.source(), later.cell().measure(), middle(before.amount()),
                        middle(later.amount()), before.published() == null || later.published() == null ? null
                        : ChronoUnit.DAYS.between(before.published(), later.published())));
            }
        }
    }

    private static long middle(Amount amount) {
        return amount.highest() == Amount.NO_LIMIT ? amount.lowest() : amount.lowest() + (amount.highest() - amount.lowest()) / 2;
    }

    /** By source, all measures together. */
    Map<String, PublisherCounts> bySource() {
        Map<String, PublisherCounts> bySource = new HashMap<>();
        counts.forEach(each -> bySource.merge(each.source(), PublisherCounts.none(each.source(), "").and(each),
                PublisherCounts::and));
        return bySource;
    }
}

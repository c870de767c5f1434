package org.crossfoot.reconcile.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.evidence.StandingFigures;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/**
 * {@code jumped} and {@code stood-still}: what a source says of a day is not many times, nor a small part of, what it usually
 * said of the days before, and not the same day after day. Both are off where the settings do not enable them.
 */
public final class DaysBefore implements Check {

    /** Of fewer days nothing is usual. */
    private static final int FEWEST = 3;

    /** Whose figures of whose days are held against each other. */
    private record SourceSeries(String source, String attributedTo, String measure, String area) {

        static SourceSeries of(Figure figure) {
            return new SourceSeries(figure.source(), figure.attributedTo(), figure.cell().measure(), figure.cell().area());
        }
    }

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.JUMPED).ifPresent(rule -> findings(rule, scope, findings));
        scope.rules().builtIn(BuiltIn.STOOD_STILL).ifPresent(rule -> findings(rule, scope, findings));
        return findings;
    }

    private static void findings(Rule rule, Scope scope, List<Finding> findings) {
        Map<SourceSeries, Figure> ofDay = new LinkedHashMap<>();
        scope.standing().current().stream().filter(figure -> scope.ofDate(figure.cell()) && isOfDay(figure, scope)).sorted()
                .forEach(figure -> ofDay.put(SourceSeries.of(figure), figure));
        if (ofDay.isEmpty()) {
            return;
        }
        boolean jumps = rule.id().equals(BuiltIn.JUMPED.id());
        LocalDate first = scope.date().minusDays(jumps ? rule.watch().days() : rule.watch().days() - 1);
        Set<Cell> cells = ofDay.values().stream().map(Figure::cell).collect(Collectors.toSet());
        Map<SourceSeries, List<Figure>> before = new HashMap<>();
        StandingFigures.of(scope.evidence().onRequest()
                .between(first, scope.date().minusDays(1), (measure, area, period) -> period.isDay()
                && cells.contains(new Cell(measure, area, Period.day(scope.date()))))).current()
                .forEach(figure -> before.computeIfAbsent(SourceSeries.of(figure), line -> new ArrayList<>()).add(figure));
        Map<Cell, List<String>> told = new TreeMap<>();
        Map<Cell, List<Figure>> figures = new TreeMap<>();
        ofDay.forEach((line, figure) -> {
            String sentence = jumps ? jump(figure, before.getOrDefault(line, List.of()), rule.watch())
                    : standstill(figure, before.getOrDefault(line, List.of()), rule.watch());
            if (sentence != null) {
                told.computeIfAbsent(figure.cell(), cell -> new ArrayList<>())
                        .add(scope.vocabulary().sourceTitle(figure.source()) + ": " + sentence);
                figures.computeIfAbsent(figure.cell(), cell -> new ArrayList<>()).add(figure);
            }
        });
        told.forEach((cell, sentences) -> findings.add(new Finding(rule, cell, List.of(), List.copyOf(figures.get(cell)), 0,
                figures.get(cell).stream().mapToLong(figure -> figure.amount().largestLimit()).max().orElseThrow(), 0,
                scope.wording().cell(cell) + (jumps ? ": far from the days before." : ": the same day after day."), sentences)));
    }

    private static boolean isOfDay(Figure figure, Scope scope) {
        return figure.cell().period().isDay() && !scope.vocabulary().measure(figure.cell().measure()).isGoal();
    }

    /** Null where it did not jump. */
    private static String jump(Figure figure, List<Figure> before, Rule.Watch watch) {
        if (before.size() < FEWEST) {
            return null;
        }
        List<Long> usual = before.stream().map(one -> one.amount().middle()).sorted().toList();
        // The median twice, so that it is whole.
        long median = usual.get((usual.size() - 1) / 2) + usual.get(usual.size() / 2);
        long value = 2 * figure.amount().middle();
        boolean more = value > watch.factor() * Math.max(median, 2);
        boolean less = value * watch.factor() < median;
        return !more && !less ? null : figure.asPrinted() + " (" + figure.file() + ":" + figure.line() + "), where "
                + (median % 2 == 0 ? "" : "about ") + FigureWording.number(median / 2) + " is the middle of the " + before.size()
                + " figures of the " + watch.days() + " days before: more than " + watch.factor() + " times as "
                + (more ? "many" : "few") + ".";
    }

    /** Null where it did not stand still. */
    private static String standstill(Figure figure, List<Figure> before, Rule.Watch watch) {
        Set<LocalDate> same = new HashSet<>();
        before.stream().filter(one -> one.amount().equals(figure.amount())).forEach(one -> same.add(one.date()));
        return same.size() < watch.days() - 1 || before.size() > same.size() ? null
                : figure.asPrinted() + " (" + figure.file() + ":" + figure.line() + ") on each of " + watch.days() + " days.";
    }
}

package org.crossfoot.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.page.Item.Possible;
import org.crossfoot.page.Item.ShownStatement;
import org.crossfoot.reconcile.outcome.BrokenCheck;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.DiscrepancyId;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.NumberedStatement;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/**
 * Makes a discrepancy ready to be shown.
 *
 * @param checks  of the settings
 * @param found   what stands, by id
 * @param figures for what has no statements in its reasons
 * @param sums    for what is about a sum
 * @param all     every discrepancy of the revision
 */
record Items(Vocabulary vocabulary, List<Rule> checks, Map<String, Discrepancy> found, NamedFigures figures,
        SumTables sums, List<DiscrepancyRecord> all) {

    private static final int SHOWN = 20;

    Item of(DiscrepancyRecord row) {
        Explanation why = found.containsKey(row.id()) ? found.get(row.id()).explained() : Explanation.plain(row.explanation());
        Set<Integer> blamed = why.blamed().stream().map(Mention::statement).collect(Collectors.toSet());
        Optional<List<ShownStatement>> known = why.statements().isEmpty() ? figures.of(row) : Optional.of(List.of());
        List<ShownStatement> named = known.orElse(List.of());
        List<ShownStatement> said = why.statements().isEmpty() ? named.subList(0, Math.min(named.size(), SHOWN))
                : first(why).stream().map(one -> said(one, row, blamed)).toList();
        int inAll = Math.max(why.statementsInAll(), Math.max(why.statements().size(), named.size()));
        List<Possible> possible = why.bounds().stream().limit(SHOWN).map(bounds -> possible(bounds, row)).toList();
        List<String> sentences = new ArrayList<>(why.arithmetic());
        if (why.tolerance() > 0) {
            sentences.add("A gap of up to " + Words.number(why.tolerance()) + " would be tolerated.");
        }
        sentences.addAll(why.judged());
        if (isClosed(row)) {
            sentences.add(row.explanation());
        }
        if (known.isEmpty()) {
            sentences.add("An older Crossfoot kept only these names of its figures: " + row.figures());
        }
        return new Item(row.id(), Label.of(row.severity()), Label.of(row.status()),
                Label.rule(row.rule()), row.area().isEmpty() ? "" : vocabulary.areas().name(row.area()),
                row.measure().isEmpty() ? "" : vocabulary.measureTitle(row.measure()),
                Words.period(row.periodStart(), row.periodEnd()), Words.gap(row.gap(), row.gapPercent()), why.verdict() == null
                ? null
                : Label.of(row.verdict()), headline(row, why), accepted(row), said,
                inAll - said.size(), possible, said.isEmpty() ? null : axis(said, possible), sentences,
                why.possibleCause(), row.waivedUntil() == null ? "" : Words.day(row.waivedUntil()), row.verdict().ofBlamed(),
                row.stands() ? sums.of(row, found.get(row.id())) : List.of());
    }

    /** A check is told with the titles of its measures, not with their ids; one that is another by now as it was told then. */
    private String headline(DiscrepancyRecord row, Explanation why) {
        if (isClosed(row)) {
            return row.status() == Status.RESOLVED ? "Resolved: the rule holds now."
                    : "Lapsed: figures that the rule was broken by are gone.";
        }
        return checks.stream().filter(check -> check.id().equals(row.rule()))
                .map(check -> new BrokenCheck(vocabulary, row.area(), period(row), check.equation()))
                .filter(broken -> broken.withIds().equals(why.headline())).map(BrokenCheck::withTitles).findFirst()
                .orElse(why.headline());
    }

    /** What it says stands in the revision before: of that only the text is left. */
    private static boolean isClosed(DiscrepancyRecord row) {
        return row.status() == Status.RESOLVED || row.status() == Status.LAPSED;
    }

    /** What a finding on a waiver is about: its own id is made of that one's. */
    private String accepted(DiscrepancyRecord row) {
        if (BuiltIn.mayBeWaived(row.rule()) || !row.stands()) {
            return "";
        }
        return all.stream().filter(other -> other.area().equals(row.area()) && other.measure().equals(row.measure())
                        && other.periodStart().equals(row.periodStart())).map(DiscrepancyRecord::id)
                .filter(id -> DiscrepancyId.of(row.rule(), row.area(), row.measure(), period(row), id).equals(row.id()))
                .findFirst().orElse("");
    }

    /** All that are mentioned, and of too many others the first; in their order. */
    private static List<NumberedStatement> first(Explanation why) {
        Set<Integer> mentioned = why.mentioned();
        List<NumberedStatement> others = why.statements().stream().filter(one -> !mentioned.contains(one.number()))
                .limit(Math.max(0, SHOWN - mentioned.size())).toList();
        return Stream.concat(why.statements().stream().filter(one -> mentioned.contains(one.number())), others.stream())
                .sorted(Comparator.comparingInt(NumberedStatement::number)).toList();
    }

    /** What something is of, as far as that is not what the discrepancy is of. */
    private String besides(DiscrepancyRecord row, String measure, String area, Period period) {
        boolean samePlace = area.equals(row.area()) && period.equals(period(row));
        return besides(row, measure, period, samePlace ? "" : vocabulary.areas().name(area));
    }

    private String besides(DiscrepancyRecord row, String measure, Period period, String place) {
        return Stream.of(measure.equals(row.measure()) ? "" : vocabulary.measureTitle(measure), place,
                period.equals(period(row)) ? "" : period.toString()).filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Period period(DiscrepancyRecord row) {
        return new Period(row.periodStart(), row.periodEnd());
    }

    private ShownStatement said(NumberedStatement one, DiscrepancyRecord row, Set<Integer> blamed) {
        List<String> details = new ArrayList<>();
        if (!one.quoting().isEmpty() && !one.quoting().equals(one.publisher())) {
            details.add("quoting " + one.quoting());
        }
        LocalDate published = one.published();
        if (published != null) {
            details.add("published " + Words.day(published));
        }
        if (!one.repeatedBy().isEmpty()) {
            details.add("repeated by " + Words.first(one.repeatedBy(), ", "));
        }
        String limits = Words.limits(one.lowest(), one.highest());
        Period period = new Period(one.periodStart(), one.periodEnd());
        int areas = one.areas().size();
        String about = areas == 1 ? besides(row, one.measure(), one.areas().get(0), period)
                : besides(row, one.measure(), period, areas + " areas") + ", each of " + areas + " areas";
        return new ShownStatement(one.number(), one.publisher(), String.join("; ", details), about, one.asPrinted(),
                one.asPrinted().equals(limits) || one.highest() != null
                && one.lowest() == one.highest() ? "" : limits, one.lowest(),
                one.highest(), one.derived() ? "computed from others" : "trust " + one.trust(), blamed.contains(one.number()),
                one.file() + ":" + one.line(), one.note());
    }

    private Possible possible(Bounds bounds, DiscrepancyRecord row) {
        String about = besides(row, bounds.measure(), bounds.area(), new Period(bounds.periodStart(), bounds.periodEnd()));
        return new Possible(about.isEmpty() ? vocabulary.measureTitle(bounds.measure()) : about,
                Words.limits(bounds.lowest(), bounds.highest()), bounds.lowest(), bounds.highest());
    }

    private static Axis axis(List<ShownStatement> said, List<Possible> possible) {
        List<Long> values = new ArrayList<>();
        said.forEach(one -> add(values, one.lowest(), one.highest()));
        possible.forEach(one -> add(values, one.lowest(), one.highest()));
        return Axis.over(values);
    }

    private static void add(List<Long> values, long lowest, Long highest) {
        values.add(lowest);
        if (highest != null) {
            values.add(highest);
        }
    }
}

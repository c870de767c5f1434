package org.crossfoot.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.page.Item.Possible;
import org.crossfoot.page.Item.Said;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.Statement;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.rule.BuiltIn;

/**
 * Makes a discrepancy ready to be shown.
 *
 * @param explanations by id; one without stands with its sentences alone
 * @param figures      for explanations that have no statements
 */
record Items(Vocabulary vocabulary, Map<String, Explanation> explanations, NamedFigures figures) {

    private static final Pattern ID = Pattern.compile("\\b[a-z][a-z0-9_]*\\b");
    private static final Pattern DISCREPANCY = Pattern.compile("\\(([0-9a-f]{12})\\)");
    private static final int SHOWN = 20;
    private static final int SHOWN_WRONG = 15;

    Item of(DiscrepancyRecord row) {
        Explanation why = explanations.getOrDefault(row.id(), Explanation.plain(row.explanation()));
        if (!row.stands()) {
            why = Explanation.plain(row.explanation());
        }
        Set<Integer> blamed = why.blamed().stream().map(Mention::statement).collect(Collectors.toSet());
        Subject subject = subject(row);
        Optional<List<Said>> known = why.statements().isEmpty() ? figures.of(row) : Optional.of(List.of());
        List<Said> named = known.orElse(List.of());
        List<Said> said = why.statements().isEmpty() ? named.subList(0, Math.min(named.size(), SHOWN))
                : first(why.statements(), blamed).stream().map(one -> said(one, subject, blamed)).toList();
        int inAll = Math.max(why.statementsInAll(), Math.max(why.statements().size(), named.size()));
        List<Possible> possible = why.bounds().stream().limit(SHOWN).map(bounds -> possible(bounds, subject)).toList();
        List<String> sentences = new ArrayList<>(why.arithmetic());
        if (why.tolerance() > 0) {
            sentences.add("A gap of up to " + Words.number(why.tolerance()) + " would be tolerated.");
        }
        sentences.addAll(why.judged());
        if (known.isEmpty()) {
            sentences.add("An older Crossfoot kept only these names of its figures: " + row.figures());
        }
        return new Item(row.id(), Term.of(Term.SEVERITIES, row.severity()), Term.of(Term.STATUSES, row.status()), Term.rule(row.rule()),
                row.area().isEmpty() ? "" : vocabulary.areas().name(row.area()),
                row.measure().isEmpty() ? "" : vocabulary.measureTitle(row.measure()), Words.period(row.periodStart(), row.periodEnd()),
                gap(row), why.verdict() == null ? null : Term.of(Term.VERDICTS, row.verdict()), headline(row, why), accepted(row), said,
                inAll - said.size(), possible, said.isEmpty() ? null : axis(said, possible), sentences,
                why.possibleCause(), row.waivedUntil() == null ? "" : Words.day(row.waivedUntil()));
    }

    /** A check is told with the titles of its measures, not with their ids. */
    private String headline(DiscrepancyRecord row, Explanation why) {
        return BuiltIn.of(row.rule()).isPresent() ? why.headline()
                : ID.matcher(why.headline()).replaceAll(word -> Matcher.quoteReplacement(vocabulary.measureTitle(word.group())));
    }

    /** A finding on a waiver names first what it accepted. */
    private static String accepted(DiscrepancyRecord row) {
        Matcher named = DISCREPANCY.matcher(row.explanation());
        return BuiltIn.isOnWaivers(row.rule()) && row.stands() && named.find() ? named.group(1) : "";
    }

    private static String gap(DiscrepancyRecord row) {
        return row.gap() == 0 ? "" : Words.number(row.gap()) + (row.gapPercent().isEmpty() ? "" : " (" + row.gapPercent() + " %)");
    }

    /** Of too many the doubtful ones come first, and some of the others for comparison; in their order. */
    private static List<Statement> first(List<Statement> statements, Set<Integer> blamed) {
        Stream<Statement> wrong = statements.stream().filter(one -> blamed.contains(one.number())).limit(SHOWN_WRONG);
        return Stream.concat(wrong, statements.stream().filter(one -> !blamed.contains(one.number()))).limit(SHOWN)
                .sorted(Comparator.comparingInt(Statement::number)).toList();
    }

    private Subject subject(DiscrepancyRecord row) {
        return new Subject(vocabulary.measureTitle(row.measure()) + ", ", ", " + vocabulary.areas().name(row.area()),
                ", " + new Period(row.periodStart(), row.periodEnd()));
    }

    /** What a discrepancy is about, as its explanation words it. */
    private record Subject(String measure, String place, String period) {

        /** What something is about, in so far as it is not that. */
        String without(String about) {
            String rest = about.endsWith(period) ? about.substring(0, about.length() - period.length()) : about;
            rest = rest.endsWith(place) ? rest.substring(0, rest.length() - place.length()) : rest;
            return rest.startsWith(measure) ? rest.substring(measure.length()) : rest;
        }
    }

    private Said said(Statement one, Subject subject, Set<Integer> blamed) {
        List<String> details = new ArrayList<>();
        if (!one.quoting().isEmpty() && !one.quoting().equals(one.publisher())) {
            details.add("quoting " + one.quoting());
        }
        LocalDate published = one.published();
        if (published != null) {
            details.add("published " + Words.day(published));
        }
        if (!one.repeatedBy().isEmpty()) {
            details.add("repeated by " + FewNames.first(one.repeatedBy(), ", "));
        }
        String limits = Words.limits(one.lowest(), one.highest());
        String about = subject.without(one.about()) + (one.areas().size() > 1 ? ", each of " + one.areas().size() + " areas" : "");
        return new Said(one.number(), one.publisher(), String.join("; ", details), about, one.asPrinted(),
                one.asPrinted().equals(limits) || one.highest() != null && one.lowest() == one.highest() ? "" : limits, one.lowest(),
                one.highest(), one.derived() ? "computed from others" : "trust " + one.trust(), blamed.contains(one.number()),
                one.file() + ":" + one.line(), one.note());
    }

    private Possible possible(Bounds bounds, Subject subject) {
        return new Possible(subject.without(bounds.about()), Words.limits(bounds.lowest(), bounds.highest()), bounds.lowest(), bounds.highest());
    }

    private static Axis axis(List<Said> said, List<Possible> possible) {
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

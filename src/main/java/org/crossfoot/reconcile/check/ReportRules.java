package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.Evidence.ReportFact;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.evidence.StandingFigures.Restatement;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.DiscrepancyId;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;

/**
 * The rules on reports: what did not arrive, and what arrived otherwise than it should. One discrepancy for each source and
 * date.
 */
public final class ReportRules {

    private final Scope scope;
    private final List<Discrepancy> found = new ArrayList<>();

    private ReportRules(Scope scope) {
        this.scope = scope;
    }

    public static List<Discrepancy> discrepancies(Scope scope) {
        ReportRules rules = new ReportRules(scope);
        rules.missing();
        rules.reports();
        rules.futureDated();
        rules.farFuture();
        rules.orderAssumed();
        return rules.found;
    }

    private void missing() {
        for (Evidence.Missing missing : scope.evidence().missing()) {
            Period due = missing.due();
            add(BuiltIn.REPORT_MISSING, missing.source(), List.of(),
                    scope.vocabulary().sourceTitle(missing.source()) + ": no figure for "
                    + (due.isDay() ? due.toString() : "any day of " + due) + ", though one is scheduled.");
        }
    }

    private void reports() {
        Map<BuiltIn, Map<String, List<ReportFact>>> facts = scope.evidence().reports().stream().collect(Collectors.groupingBy(
                ReportFact::rule, TreeMap::new, Collectors.groupingBy(ReportFact::source, TreeMap::new, Collectors.toList())));
        facts.forEach((rule, bySource) -> bySource.forEach((source, ofSource) -> add(rule, source, List.of(),
                scope.vocabulary().sourceTitle(source) + ": "
                + ofSource.stream().map(ReportFact::text).sorted().collect(Collectors.joining("; ")) + ".",
                ofSource.stream().anyMatch(ReportFact::grave))));
    }

    private void futureDated() {
        SortedMap<String, List<Figure>> bySource = new TreeMap<>();
        for (Figure figure : scope.standing().current()) {
            Period period = figure.cell().period();
            if (figure.published() != null && !period.isOpen() && period.end().isAfter(figure.published())
                    && scope.ofDate(figure.cell()) && !scope.vocabulary().measure(figure.cell().measure()).isGoal()) {
                bySource.computeIfAbsent(figure.source(), source -> new ArrayList<>()).add(figure);
            }
        }
        bySource.values().forEach(figures -> figures.sort(null));
        bySource.forEach((source, figures) ->
                add(BuiltIn.FUTURE_DATED, source, figures, scope.vocabulary().sourceTitle(source) + ": "
                + (figures.size() == 1 ? "a figure" : figures.size() + " figures") + " for a period that ends on " + scope.date()
                + ", in a report published on " + figures.get(0).published() + " (" + figures.get(0).file() + ":"
                + figures.get(0).line() + "). What had not happened cannot have been counted."));
    }

    /** A day that is a century off, as of two digits of a year, is told where it stands: nobody looks there by chance. */
    private void farFuture() {
        SortedMap<String, List<Figure>> bySource = new TreeMap<>();
        for (Delivery delivery : scope.evidence().ofDate()) {
            Figure figure = delivery.figure();
            if (delivery.present() && figure.cell().period().start().isAfter(delivery.receivedOn().plusYears(1))
                    && !scope.vocabulary().measure(figure.cell().measure()).isGoal()) {
                bySource.computeIfAbsent(figure.source(), source -> new ArrayList<>()).add(figure);
            }
        }
        bySource.values().forEach(figures -> figures.sort(null));
        bySource.forEach((source, figures) -> add(BuiltIn.FAR_FUTURE, source, figures,
                scope.vocabulary().sourceTitle(source) + ": "
                + (figures.size() == 1 ? "a figure" : figures.size() + " figures") + " for a period that begins on "
                + figures.get(0).cell().period().start() + ", more than a year after the date of the run that received "
                + figures.get(0).file() + " (line " + figures.get(0).line() + ")."));
    }

    private void orderAssumed() {
        SortedMap<String, List<Restatement>> bySource = scope.standing().assumed().stream()
                .filter(one -> scope.ofDate(one.after().figure().cell()))
                .collect(Collectors.groupingBy(one -> one.after().figure().source(), TreeMap::new, Collectors.toList()));
        bySource.forEach((source, assumed) -> {
            List<Figure> figures = assumed.stream()
                    .flatMap(one -> Stream.of(one.before().figure(), one.after().figure())).distinct()
                    .sorted().toList();
            Restatement first = assumed.stream().min(Comparator.comparing((Restatement one) -> one.before().figure()))
                    .orElseThrow();
            add(BuiltIn.ORDER_ASSUMED, source, figures,
                    scope.vocabulary().sourceTitle(source) + ": " + said(first.after().figure())
                    + " is taken to be later than " + said(first.before().figure()) + ", of "
                    + scope.wording().cell(first.after().figure().cell())
                    + (assumed.size() == 1 ? "" : ", and so on for " + FigureWording.number(assumed.size() - 1) + " more")
                    + ": neither a day of publication nor the night they came tells, so their names do.");
        });
    }

    private static String said(Figure figure) {
        return figure.asPrinted() + " (" + figure.file() + ":" + figure.line() + ")";
    }

    private void add(BuiltIn builtIn, String source, List<Figure> figures, String explanation) {
        add(builtIn, source, figures, explanation, false);
    }

    private void add(BuiltIn builtIn, String source, List<Figure> figures, String explanation, boolean grave) {
        Rule rule = scope.rules().builtIn(builtIn).orElse(null);
        if (rule != null) {
            Period day = Period.day(scope.date());
            found.add(new Discrepancy(DiscrepancyId.of(rule.id(), "", "", day, source), scope.date(), rule.id(), "", "", day,
                    source, severity(builtIn, rule, grave), figures, 0, 0, Verdict.NOT_LOCALISED, List.of(), "",
                    Explanation.plain(explanation)));
        }
    }

    /** What is grave is an error, unless the settings say how severe findings of the rule are. */
    private static Severity severity(BuiltIn builtIn, Rule rule, boolean grave) {
        return grave && rule.severity() == builtIn.usualSeverity() ? Severity.ERROR : rule.severity();
    }
}

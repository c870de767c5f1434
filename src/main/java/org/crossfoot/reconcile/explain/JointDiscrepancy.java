package org.crossfoot.reconcile.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.judge.Judge.Joint;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.DiscrepancyId;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/** {@code joint}: rules that hold one by one, but not together; and a single check that whole numbers alone contradict. */
public final class JointDiscrepancy {

    private JointDiscrepancy() {
    }

    /** Of each conflict, in their order. */
    public static List<Discrepancy> all(List<Joint> joint, Rule rule, Scope scope, Explainer explainer) {
        List<Cell> spans = joint.stream().map(one -> span(one, scope.vocabulary())).toList();
        List<String> about = joint.stream().map(one -> inText(one.claims())).toList();
        return IntStream.range(0, spans.size()).mapToObj(number -> {
            Joint one = joint.get(number);
            if (one.relations().size() == 1 && one.relations().get(0).rule().equation() != null) {
                return ofOneCheck(one, one.relations().get(0), scope, explainer);
            }
            boolean alone = Collections.frequency(spans, spans.get(number)) == 1;
            int before = Collections.frequency(about.subList(0, number), about.get(number));
            return of(one, spans.get(number), alone ? "" : about.get(number) + (before == 0 ? "" : "\n" + before), rule, scope,
                    explainer);
        }).toList();
    }

    /** A check that no limit contradicts, though whole numbers do: {@code 2x = z} of an odd z. */
    private static Discrepancy ofOneCheck(Joint joint, Relation check, Scope scope, Explainer explainer) {
        return discrepancy(joint, check.cell(), check.rule(), "", scope.vocabulary().areas().name(check.cell().area()) + ", "
                + check.cell().period() + ": " + check.rule().equation().text() + " cannot hold in whole numbers.",
                scope, explainer);
    }

    private static String inText(List<Claim> claims) {
        return claims.stream().map(Claim::cell).distinct().sorted()
                .map(cell -> String.join("\n", cell.area(), cell.measure(), cell.period().toString()))
                .collect(Collectors.joining("\n"));
    }

    private static Cell span(Joint joint, Vocabulary vocabulary) {
        List<Cell> cells = joint.claims().stream().map(Claim::cell).distinct().sorted().toList();
        List<String> measures = cells.stream().map(Cell::measure).distinct().toList();
        return new Cell(measures.size() == 1 ? measures.get(0) : "", smallestArea(cells, vocabulary), span(cells));
    }

    /** @param apart what tells it from others of its area, measure and period; empty where there are none */
    private static Discrepancy of(Joint joint, Cell span, String apart, Rule rule, Scope scope, Explainer explainer) {
        String rules = joint.relations().stream().map(relation -> relation.rule().id()).distinct().sorted()
                .collect(Collectors.joining(", "));
        return discrepancy(joint, span, rule, apart, scope.vocabulary().areas().name(span.area()) + ", " + span.period()
                + ": each rule holds by itself, but together they cannot: "
                + (rules.isEmpty() ? BuiltIn.SOURCES_AGREE.id() : rules) + ".", scope, explainer);
    }

    private static Discrepancy discrepancy(Joint joint, Cell cell, Rule rule, String apart, String headline, Scope scope,
            Explainer explainer) {
        List<Figure> figures = Check.figuresOf(joint.claims());
        long largest = figures.stream().mapToLong(figure -> figure.amount().largestLimit()).max().orElse(0);
        return new Discrepancy(DiscrepancyId.of(rule.id(), cell.area(), cell.measure(), cell.period(), apart), scope.date(),
                rule.id(), cell.area(), cell.measure(), cell.period(), "", rule.severity(), figures, joint.gap(), largest,
                joint.ruling().verdict(), Check.figuresOf(joint.ruling().blamed()), "", explainer.of(joint, headline, cell));
    }

    /** The smallest area that holds all cells. */
    private static String smallestArea(List<Cell> cells, Vocabulary vocabulary) {
        List<String> common = new ArrayList<>(vocabulary.areas().upwards(cells.get(0).area()));
        cells.forEach(cell -> common.retainAll(vocabulary.areas().upwards(cell.area())));
        return common.stream().filter(area -> common.stream().noneMatch(other -> !other.equals(area)
                && vocabulary.areas().upwards(other).contains(area))).findFirst().orElse("");
    }

    private static Period span(List<Cell> cells) {
        return new Period(cells.stream().map(cell -> cell.period().start()).min(Comparator.naturalOrder()).orElseThrow(),
                cells.stream().anyMatch(cell -> cell.period().isOpen()) ? null
                        : cells.stream().map(cell -> cell.period().end()).filter(Objects::nonNull).max(Comparator.naturalOrder())
                        .orElseThrow());
    }
}

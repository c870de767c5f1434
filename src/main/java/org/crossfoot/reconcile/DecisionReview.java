package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.DiscrepancyId;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decision.What;
import org.crossfoot.rule.Decisions;

/**
 * Holds decisions on figures of a date against the date: which ran out while the figure stands, and which something speaks
 * against. What it finds says nothing of the business date itself, so that a date does not change every night.
 */
record DecisionReview(Scope scope, Judgement judgement, Decisions decisions) {

    List<Discrepancy> findings() {
        List<Discrepancy> findings = new ArrayList<>();
        Map<String, List<Decision>> byFigure = new LinkedHashMap<>();
        decisions.of(scope.date()).forEach(decision -> byFigure.computeIfAbsent(decision.about().toString(),
                first -> new ArrayList<>()).add(decision));
        byFigure.forEach((name, ofOne) -> {
            List<Figure> figures = figures(ofOne.get(0));
            if (!figures.isEmpty()) {
                ended(name, ofOne, figures).ifPresent(findings::add);
                contradicted(name, ofOne.stream().filter(decisions.holding()::contains).toList(), figures)
                        .ifPresent(findings::add);
            }
        });
        return findings;
    }

    /** What stands of the figures that a decision is about, as they were printed. */
    private List<Figure> figures(Decision decision) {
        return Stream.of(scope.evidence().ofDate(), scope.evidence().goals()).flatMap(List::stream).filter(Delivery::present)
                .map(Delivery::figure).map(Figure::printed)
                .filter(decision.about()::isOf).sorted(Comparator.naturalOrder()).distinct().toList();
    }

    private Optional<Discrepancy> ended(String name, List<Decision> ofOne, List<Figure> figures) {
        List<Decision> ended = ofOne.stream().filter(decision -> !decisions.holding().contains(decision)).toList();
        boolean others = figures.stream().anyMatch(figure -> !decisions.on(figure).isEmpty());
        return ended.isEmpty() || others ? Optional.empty() : finding(BuiltIn.DECISION_ENDED, name, figures,
                ended.stream().map(decision -> "held until " + decision.until()
                + ", and the figure is judged as any other since: " + decision.inWords()).toList(),
                "Decide again: write another day in decisions.csv, or take the line out.");
    }

    private Optional<Discrepancy> contradicted(String name, List<Decision> ofOne, List<Figure> figures) {
        List<String> against = new ArrayList<>();
        for (Figure figure : figures) {
            List<Decision> on = decisions.on(figure);
            if (Decisions.contradict(on)) {
                against.add("different things were decided of " + figure.asPrinted() + ", so that none of them holds: "
                        + String.join("; ", on.stream().map(Decision::inWords).toList()));
            }
        }
        if (against.isEmpty()) {
            ofOne.forEach(decision -> scope.claims().on(decision.about().cell()).stream()
                    .filter(claim -> claim.decided() != null && claim.decided().equals(decision))
                    .forEach(claim -> against(claim).ifPresent(sentence -> against.add(sentence + ": " + decision.inWords()))));
        }
        return against.isEmpty() ? Optional.empty() : finding(BuiltIn.DECISION_CONTRADICTED, name, figures,
                against.stream().distinct().toList(), "Decide again: change the line in decisions.csv, or take it out.");
    }

    /** What speaks against what was decided of a claim. */
    private Optional<String> against(Claim claim) {
        List<Claim> others = scope.claims().judged().on(claim.cell()).stream().filter(other -> other != claim).toList();
        if (claim.decided().what() == What.SET_ASIDE) {
            return others.stream().filter(other -> other.amount().equals(claim.amount())).findFirst()
                    .map(other -> said(other) + " says the same, and nobody decided that that is wrong");
        }
        if (judgement.setAside().contains(claim) || judgement.inQuestion().contains(claim)) {
            return Optional.of(claim.figure().asPrinted() + " cannot stand, by the rules and by what else was decided to stand");
        }
        return others.stream().filter(other -> !areTogether(other.amount(), claim.amount())
                        && others.stream().filter(another -> another.amount().equals(other.amount())).count() > 1).findFirst()
                .map(other -> "two independent voices or more say " + other.figure().asPrinted() + " instead");
    }

    private static boolean areTogether(Amount one, Amount other) {
        return one.lowest() <= other.highest() && other.lowest() <= one.highest();
    }

    private String said(Claim claim) {
        return scope.vocabulary().sourceTitle(claim.figure().source());
    }

    private Optional<Discrepancy> finding(BuiltIn rule, String name, List<Figure> figures, List<String> sentences, String then) {
        Cell cell = figures.get(0).cell();
        return scope.rules().builtIn(rule).map(on -> new Discrepancy(
                DiscrepancyId.of(on.id(), cell.area(), cell.measure(), cell.period(), name), scope.date(), on.id(), cell.area(),
                cell.measure(), cell.period(), "", on.severity(), figures, 0, 0, Verdict.UNDECIDED, List.of(), "",
                Explanation.plain("The decision on " + name + ": " + String.join("; ", sentences) + ".", then)));
    }
}

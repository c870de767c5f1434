package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;

/** {@code goal-missed}: a day's count reaches every goal that stands on that day. More than the goal is no miss. */
public final class GoalsMet implements Check {

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.GOAL_MISSED).ifPresent(rule -> {
            Map<Cell, List<Figure>> goals = new TreeMap<>();
            for (Figure goal : scope.standingGoals()) {
                goals.computeIfAbsent(new Cell(goal.cell().measure(), goal.cell().area(), Period.day(scope.date())),
                        cell -> new ArrayList<>()).add(goal);
            }
            goals.forEach((cell, ofCell) -> check(rule, cell, ofCell, scope, findings));
        });
        return findings;
    }

    private static void check(Rule rule, Cell goalCell, List<Figure> goals, Scope scope, List<Finding> findings) {
        Cell counted = new Cell(scope.vocabulary().measure(goalCell.measure()).of(), goalCell.area(), goalCell.period());
        List<Claim> counts = scope.claims().on(counted);
        if (counts.isEmpty()) {
            return;
        }
        long goal = goals.stream().mapToLong(figure -> figure.amount().lowest()).max().orElseThrow();
        long reached = Constraint.atMost(1, counts);
        long tolerance = rule.tolerance().peopleFor(goal);
        if (goal - reached <= tolerance) {
            return;
        }
        List<Figure> figures = Stream.concat(goals.stream(), Check.figuresOf(counts).stream()).sorted().toList();
        findings.add(new Finding(rule, goalCell, List.of(), figures, goal - reached, goal, tolerance,
                scope.wording().cell(counted) + ": the goal was missed.",
                List.of("The goal asks for at least " + FigureWording.number(goal) + " a day; "
                        + (counts.size() > 1 ? "the lowest count" : "the count") + " is " + FigureWording.number(reached) + ": "
                        + FigureWording.number(goal - reached)
                        + " short. A goal is a target and says nothing about which count is right.")));
    }
}

package org.crossfoot.reconcile.total;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.rule.Decisions;

/** What every figure of a date was used for, and those of other dates that a rule of this date needed; in order. */
public final class Uses {

    private final Check.Scope scope;
    private final Set<Claim> setAside;
    private final Set<Cell> cellsSetAside = new HashSet<>();

    private Uses(Check.Scope scope, Set<Claim> setAside) {
        this.scope = scope;
        this.setAside = setAside;
        setAside.forEach(claim -> cellsSetAside.add(claim.cell()));
    }

    /** @param decisions what was decided of figures: they are told as printed, with that */
    public static List<FigureUse> of(Check.Scope scope, Set<Claim> setAside, List<Discrepancy> discrepancies,
            Decisions decisions) {
        Uses all = new Uses(scope, setAside);
        List<FigureUse> uses = all.claimed();
        int claimed = uses.size();
        scope.standing().superseded().forEach(figure -> uses.add(new FigureUse(figure, Use.SUPERSEDED)));
        scope.falls().forEach(fall -> uses.add(new FigureUse(fall.before(), scope.ofDate(fall.before().cell()) ? Use.SUPERSEDED
                : Use.CONTEXT)));
        scope.standing().repeated().forEach(figure -> uses.add(new FigureUse(figure, Use.REPEATED)));
        scope.standingGoals().stream().filter(goal -> !scope.ofDate(goal.cell())
                        && discrepancies.stream().anyMatch(discrepancy -> discrepancy.figures().contains(goal)))
                .forEach(goal -> uses.add(new FigureUse(goal, Use.CONTEXT)));
        if (!decisions.isEmpty()) {
            uses.replaceAll(use -> use.decided(decisions));
            scope.evidence().onRequest().movedAway()
                    .forEach(figure -> uses.add(new FigureUse(decisions.moved(figure), Use.MOVED).decided(decisions)));
            sort(uses, 0);
        }
        // The claims are in order by themselves; goals and corrections among them need not be, as they stand on other cells than
        // their own.
        if (uses.size() > claimed || !scope.standingGoals().isEmpty() || scope.claims().areCorrected()) {
            sort(uses, 0);
        }
        return List.copyOf(uses);
    }

    /** Those of every claim, cell by cell. */
    private List<FigureUse> claimed() {
        List<FigureUse> uses = new ArrayList<>(scope.claims().cells().size() * 2);
        for (int place = 0; place < scope.claims().cells().size(); place++) {
            int first = uses.size();
            boolean someSetAside = cellsSetAside.contains(scope.claims().cells().get(place));
            for (Claim claim : scope.claims().on(place)) {
                Use standing = someSetAside && setAside.contains(claim) ? Use.SET_ASIDE : Use.KEPT;
                for (Figure figure : claim.figures()) {
                    if (figure.amount().isCorrection() && claim.cell().equals(figure.cell())) {
                        // What becomes of it is told of what it takes back.
                        continue;
                    }
                    uses.add(new FigureUse(figure, !scope.ofDate(figure.cell()) ? Use.CONTEXT
                            : standing == Use.SET_ASIDE || figure == claim.figure() ? standing : Use.REPEATED));
                }
            }
            if (!areInOrder(uses, first)) {
                sort(uses, first);
            }
        }
        return uses;
    }

    /** And each once. */
    private static boolean areInOrder(List<FigureUse> uses, int from) {
        for (int i = from + 1; i < uses.size(); i++) {
            if (uses.get(i - 1).compareTo(uses.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Leaves each once. */
    private static void sort(List<FigureUse> uses, int from) {
        List<FigureUse> rest = uses.subList(from, uses.size());
        rest.sort(null);
        int kept = 0;
        for (int i = 0; i < rest.size(); i++) {
            if (kept == 0 || !rest.get(i).equals(rest.get(kept - 1))) {
                rest.set(kept++, rest.get(i));
            }
        }
        rest.subList(kept, rest.size()).clear();
    }
}

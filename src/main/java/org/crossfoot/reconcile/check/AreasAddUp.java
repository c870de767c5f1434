package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.rule.BuiltIn;

/**
 * {@code areas-add-up}: the parts of an area add up to it. A complete breakdown of which every part is known equals the whole;
 * otherwise the parts known only bound it from below. Two complete breakdowns of one area must have the same sum, also where
 * nobody printed the whole.
 */
public final class AreasAddUp implements Check {

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.AREAS_ADD_UP).ifPresent(rule -> {
            for (WholeAndParts whole : WholeAndParts.all(scope)) {
                Side.compared(rule, whole.cell(), sides(whole, scope), "the parts do not add up to the whole.", scope)
                        .ifPresent(findings::add);
            }
        });
        return findings;
    }

    private static List<Side> sides(WholeAndParts whole, Scope scope) {
        List<Side> sides = new ArrayList<>();
        Cell cell = whole.cell();
        List<Claim> own = scope.claims().on(cell);
        if (!own.isEmpty()) {
            String figures = own.size() == 1 ? "The figure for " : "The figures for ";
            sides.add(Side.of(figures + scope.wording().area(cell), own.size() > 1, List.of(own), true));
        }
        whole.parts().forEach((breakdown, known) -> {
            int all = scope.vocabulary().areas().partsOf(cell.area()).get(breakdown).size();
            boolean complete = scope.vocabulary().breakdowns().get(breakdown).complete() && known.size() == all;
            String name = (complete ? all == 1 ? "The only part" : "All " + all + " parts"
                    : known.size() == 1 ? "One of the parts" : known.size() + " of the parts") + " by " + breakdown;
            sides.add(Side.of(name, known.size() > 1, known, complete));
        });
        return sides;
    }
}

package org.crossfoot.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.rule.BuiltIn;

/**
 * {@code days-add-up}: a longer period holds no fewer than the periods inside it that do not overlap, and no more than periods
 * that together cover it. Of flows only. A source's own running total that fell is {@code running-total-fell}'s to report.
 */
public final class DaysAddUp implements Check {

    @Override
    public List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.rules().builtIn(BuiltIn.DAYS_ADD_UP).ifPresent(rule -> {
            List<Cell> longer = scope.claims().longer().stream().filter(scope::ofDate)
                    .filter(cell -> scope.vocabulary().measure(cell.measure()).isFlow()).toList();
            if (!longer.isEmpty()) {
                Map<String, List<Cell>> lines = scope.claims().cells().stream()
                        .collect(Collectors.groupingBy(DaysAddUp::line, TreeMap::new, Collectors.toList()));
                longer.forEach(cell -> new LongerPeriod(cell, lines.get(line(cell)), scope).check(rule).ifPresent(findings::add));
            }
        });
        return findings;
    }

    private static String line(Cell cell) {
        return cell.area() + "\n" + cell.measure();
    }
}

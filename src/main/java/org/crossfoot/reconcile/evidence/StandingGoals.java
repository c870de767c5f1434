package org.crossfoot.reconcile.evidence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/** Which goals stand on a date: of each voice, measure and area the one that began last. */
public final class StandingGoals {

    private StandingGoals() {
    }

    public static List<Figure> on(LocalDate date, Collection<Figure> goals) {
        Map<String, List<Figure>> voices = goals.stream().filter(goal -> goal.cell().period().contains(date))
                .collect(Collectors.groupingBy(goal ->
                String.join("\n", goal.source(), goal.attributedTo(), goal.cell().measure(),
                        goal.cell().area()), TreeMap::new, Collectors.toList()));
        return voices.values().stream().flatMap(said -> {
            LocalDate begun = said.stream().map(goal -> goal.cell().period().start()).max(Comparator.naturalOrder())
                    .orElseThrow();
            return said.stream().filter(goal -> goal.cell().period().start().equals(begun));
        }).sorted().toList();
    }

    /**
     * The standing goals of every measure of which an open one begins on the date: there they are compared, as from that date on.
     */
    public static SortedMap<Cell, List<Figure>> comparedOn(LocalDate date, List<Figure> standing) {
        List<String> beginning = standing.stream().map(Figure::cell).filter(cell -> cell.period().equals(Period.openFrom(date)))
                .map(Cell::measure).distinct().toList();
        return standing.stream().filter(goal -> beginning.contains(goal.cell().measure()))
                .collect(Collectors.groupingBy(goal -> new Cell(goal.cell().measure(), goal.cell().area(), Period.openFrom(date)),
                        TreeMap::new, Collectors.toList()));
    }
}

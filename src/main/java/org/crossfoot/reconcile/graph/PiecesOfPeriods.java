package org.crossfoot.reconcile.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.check.RunningTotals;

/** Each line of days is cut where a period of it begins or ends: every longer period is the sum of its pieces. */
final class PiecesOfPeriods {

    private final Scope scope;
    private final Map<Cell, List<Cell>> pieces = new LinkedHashMap<>();

    private PiecesOfPeriods(Scope scope) {
        this.scope = scope;
    }

    /** Of each cell that is cut the cells it is cut into, line by line; nobody need speak of these. */
    static Map<Cell, List<Cell>> of(Scope scope) {
        PiecesOfPeriods all = new PiecesOfPeriods(scope);
        Set<String> longer = scope.claims().longer().stream().filter(cell -> all.isFlow(cell) && scope.ofDate(cell))
                .map(PiecesOfPeriods::nameOfLine).collect(Collectors.toSet());
        if (!longer.isEmpty()) {
            all.cut(longer);
        }
        return all.pieces;
    }

    private void cut(Set<String> longer) {
        Map<String, List<Cell>> lines = scope.claims().cells().stream()
                .filter(cell -> isFlow(cell) && longer.contains(nameOfLine(cell)))
                .collect(Collectors.groupingBy(PiecesOfPeriods::nameOfLine, TreeMap::new, Collectors.toList()));
        Set<Figure> fallen = RunningTotals.fallen(scope);
        for (List<Cell> line : lines.values()) {
            if (line.size() > 1) {
                cut(line.stream().filter(cell -> Check.figuresOf(scope.claims().on(cell)).stream().noneMatch(fallen::contains))
                        .toList());
            }
        }
    }

    private boolean isFlow(Cell cell) {
        return !cell.period().isOpen() && scope.vocabulary().measure(cell.measure()).isFlow();
    }

    private static String nameOfLine(Cell cell) {
        return cell.area() + "\n" + cell.measure();
    }

    private void cut(List<Cell> line) {
        SortedSet<LocalDate> cuts = new TreeSet<>();
        Map<Period, Cell> known = new HashMap<>();
        for (Cell cell : line) {
            cuts.add(cell.period().start());
            cuts.add(cell.period().end().plusDays(1));
            known.put(cell.period(), cell);
        }
        for (Cell cell : line) {
            List<Cell> ofCell = new ArrayList<>();
            LocalDate from = cell.period().start();
            for (LocalDate cut : cuts.subSet(from.plusDays(1), cell.period().end().plusDays(2))) {
                Period piece = new Period(from, cut.minusDays(1));
                ofCell.add(known.getOrDefault(piece, new Cell(cell.measure(), cell.area(), piece)));
                from = cut;
            }
            if (ofCell.size() > 1) {
                pieces.put(cell, ofCell);
            }
        }
    }
}

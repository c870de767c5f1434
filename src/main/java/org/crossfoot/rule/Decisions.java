package org.crossfoot.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/**
 * What was decided of figures, as it holds on a day. Of a figure of which two things were decided that contradict each other
 * nothing is followed.
 */
public final class Decisions {

    public static final Decisions NONE = new Decisions(List.of(), LocalDate.EPOCH);

    private final List<Decision> all;
    private final List<Decision> holding;
    private final Map<Cell, List<Decision>> byCell = new HashMap<>();

    /** @param day what their last days are compared with */
    public Decisions(List<Decision> all, LocalDate day) {
        this.all = List.copyOf(all);
        this.holding = all.stream().filter(decision -> decision.holdsOn(day)).toList();
        holding.forEach(decision -> byCell.computeIfAbsent(decision.about().cell(), cell -> new ArrayList<>()).add(decision));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those that are about a cell of a date, whether they hold or have ended, in their order. */
    public List<Decision> of(LocalDate date) {
        return all.stream().filter(decision -> decision.about().cell().period().date().equals(date)).toList();
    }

    /** Those that hold, in their order. */
    public List<Decision> holding() {
        return holding;
    }

    /** Those that hold of a figure, whether they contradict each other or not. */
    public List<Decision> on(Figure figure) {
        return holding.isEmpty() ? List.of() : byCell.getOrDefault(figure.printedCell(), List.of()).stream()
                .filter(decision -> decision.about().isOf(figure)).toList();
    }

    /** Whether those on a figure cannot all be followed: then none is. */
    public static boolean contradict(List<Decision> ofOne) {
        return ofOne.stream().anyMatch(one -> ofOne.stream().anyMatch(one::contradicts));
    }

    /** Those that are followed of a figure. */
    public List<Decision> followed(Figure figure) {
        List<Decision> on = on(figure);
        return contradict(on) ? List.of() : on;
    }

    /** That a figure is wrong, or that it stands; null where neither was decided. */
    public Decision judging(Figure figure) {
        return followed(figure).stream().filter(decision -> !decision.what().moves()).findFirst().orElse(null);
    }

    /** A figure, of the cell that it was decided to be of. */
    public Figure moved(Figure printed) {
        if (holding.isEmpty()) {
            return printed;
        }
        Cell cell = printed.printedCell();
        for (Decision decision : followed(printed)) {
            Cell to = decision.to();
            cell = switch (decision.what()) {
                case SET_ASIDE, STANDS -> cell;
                case BELONGS_TO -> new Cell(cell.measure(), cell.area(), to.period());
                case MEANS -> new Cell(to.measure(), cell.area(), cell.period());
                case IN_AREA -> new Cell(cell.measure(), to.area(), cell.period());
            };
        }
        return printed.movedTo(cell);
    }

    /** Cells of which figures were decided to be of others. */
    public Set<Cell> movedFrom() {
        return Set.copyOf(holding.stream().filter(decision -> decision.what().moves()).map(decision -> decision.about().cell())
                .toList());
    }

    /** Those among them of which figures may have come to be of a day between two, from before or after these. */
    public List<Cell> movedInto(LocalDate first, LocalDate last) {
        return holding.stream().filter(decision -> isWithin(decision.to(), first, last)
                && !isWithin(decision.about().cell(), first, last)).map(decision -> decision.about().cell()).distinct().toList();
    }

    private static boolean isWithin(Cell cell, LocalDate first, LocalDate last) {
        return !cell.period().date().isBefore(first) && !cell.period().date().isAfter(last);
    }

    /** Those that hold here and not there, or the other way. */
    public List<Decision> otherThan(Decisions others) {
        return Stream.concat(holding.stream().filter(decision -> !others.holding.contains(decision)),
                others.holding.stream().filter(decision -> !holding.contains(decision))).toList();
    }
}

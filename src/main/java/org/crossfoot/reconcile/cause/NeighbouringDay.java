package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/** The figure of the day before or after, by whatever source. */
final class NeighbouringDay implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        Cell cell = suspect.cell();
        if (cell.period().isOpen() || !cell.period().isDay()) {
            return List.of();
        }
        List<Hint> hints = new ArrayList<>();
        for (Figure figure : SameNumber.on(List.of(days(cell, -1), days(cell, 1)), suspect, around, figure -> true)) {
            hints.add(Hint.moved(suspect, "the neighbouring day's figure ("
                    + Citation.of(figure, figure.cell().period().toString(), around) + ")",
                    said -> new Cell(said.measure(), said.area(), figure.cell().period()), around));
        }
        return hints;
    }

    private static Cell days(Cell cell, int later) {
        return new Cell(cell.measure(), cell.area(), Period.day(cell.period().start().plusDays(later)));
    }
}

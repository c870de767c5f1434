package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/** The figure of the area that is next to it in the list of areas, by the same source: a row that slipped. */
final class NeighbouringArea implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        List<Hint> hints = new ArrayList<>();
        for (Figure figure : SameNumber.on(nextTo(suspect.cell(), around), suspect, around,
                figure -> figure.source().equals(suspect.figure().source()))) {
            hints.add(Hint.moved(suspect, "the neighbouring area's figure ("
                    + Citation.of(figure, around.vocabulary().areas().name(figure.cell().area()), around) + ")",
                    said -> new Cell(said.measure(), figure.cell().area(), said.period()), around));
        }
        return hints;
    }

    private static List<Cell> nextTo(Cell cell, Surroundings around) {
        List<Cell> cells = new ArrayList<>();
        for (Area area : around.vocabulary().areas().nextTo(cell.area())) {
            cells.add(new Cell(cell.measure(), area.id(), cell.period()));
        }
        return cells;
    }
}

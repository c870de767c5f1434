package org.crossfoot.reconcile.cause;

import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;

/** The figure of the day before or after, by whatever source. */
final class NeighbouringDay implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        Cell cell = suspect.cell();
        if (cell.period().isOpen() || !cell.period().isDay()) {
            return List.of();
        }
        Stream<Cell> days = Stream.of(-1, 1)
                .map(step -> new Cell(cell.measure(), cell.area(), Period.day(cell.period().start().plusDays(step))));
        return SameNumber.on(days, suspect, around, figure -> true).stream().map(figure -> Hint.mistaken(suspect,
                "the neighbouring day's figure (" + Citation.of(figure, figure.cell().period().toString(), around) + ")")).toList();
    }
}

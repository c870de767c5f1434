package org.crossfoot.reconcile.cause;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/** Finds cells that were given the very number that a suspect shows. Numbers of one digit are no sign of anything. */
final class SameNumber {

    static final long TELLING = 10;

    private SameNumber() {
    }

    /** The first figure with the number on each of the cells. */
    static List<Figure> on(Stream<Cell> cells, Suspect suspect, Surroundings around, Predicate<Figure> wanted) {
        if (suspect.printed() < TELLING) {
            return List.of();
        }
        return cells.map(cell -> around.on(cell).stream().filter(wanted)
                .filter(figure -> figure.amount().lowest() == suspect.printed()).findFirst()).flatMap(Optional::stream).toList();
    }
}

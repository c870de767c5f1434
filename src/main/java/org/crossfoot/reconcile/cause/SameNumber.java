package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/** Finds cells that were given the very number that a suspect shows. Numbers of one digit are no sign of anything. */
final class SameNumber {

    static final long TELLING = 10;

    private SameNumber() {
    }

    /** The first figure with the number on each of the cells. */
    static List<Figure> on(List<Cell> cells, Suspect suspect, Surroundings around, Predicate<Figure> wanted) {
        List<Figure> found = new ArrayList<>();
        for (Cell cell : suspect.printed() < TELLING ? List.<Cell>of() : cells) {
            for (Figure figure : around.on(cell)) {
                if (figure.amount().lowest() == suspect.printed() && wanted.test(figure)) {
                    found.add(figure);
                    break;
                }
            }
        }
        return found;
    }
}

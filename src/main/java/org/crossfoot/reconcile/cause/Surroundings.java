package org.crossfoot.reconcile.cause;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Vocabulary;

/**
 * What a cause may look at: exact figures that stand now, of the date itself, of its context, of the day before and the day
 * after.
 */
public interface Surroundings {

    Vocabulary vocabulary();

    /** Figures of the cell's area and measure over whatever period, the most trusted of each cell first. */
    List<Figure> line(Cell cell, Predicate<Figure> wanted);

    /** Whether a figure is a running total that is less than its source said before of less time. */
    boolean fell(Figure total);

    /** Figures of one cell, the most trusted first. */
    List<Figure> on(Cell cell);

    /** Whether nothing that is said of a cell, exactly or not, contradicts an amount. */
    boolean allows(Cell cell, Amount amount);

    /** Figures of the row of a report that a figure stands in, itself among them. */
    List<Figure> row(Figure figure);

    /** All that was said together with a figure, by measure; without the figure itself. */
    List<Figure> saidWith(Figure figure);

    /** Figures of a source for the date that are set aside, and what the rules leave in their place where that is one number. */
    List<Suspect> wrongBySource(String source);

    /** By equation or limit, the cells that add up to one, or to part of it. */
    List<List<Cell>> partsOf(Cell whole);

    /** The one number that all figures of a cell give, those set aside left out; empty where there is none. */
    OptionalLong number(Cell cell);

    /**
     * Whether everything that speaks of their cells holds with other numbers in place of some figures; and something does speak.
     */
    boolean fit(List<Instead> instead);

    /** Another number in the place of the one that a figure shows. */
    record Instead(Figure figure, long number) {
    }
}

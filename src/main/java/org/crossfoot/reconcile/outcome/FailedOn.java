package org.crossfoot.reconcile.outcome;

import java.util.List;
import java.util.function.Supplier;
import org.crossfoot.figure.Cell;

/** Work failed on one of many things; its message names that one. */
public final class FailedOn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FailedOn(String what, Throwable cause) {
        super(what, cause);
    }

    /** Does work on one of many things; where it fails, this tells on which. */
    public static void telling(Supplier<String> what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            throw of(what.get(), e);
        }
    }

    public static FailedOn of(String what, Throwable cause) {
        return new FailedOn(what, cause);
    }

    /** The first cell, by area, measure and period, and how many more there are. */
    public static String inWords(List<Cell> cells) {
        Cell first = cells.get(0);
        return "area " + first.area() + ", " + first.measure() + ", " + first.period()
                + (cells.size() == 1 ? "" : " and " + (cells.size() - 1) + " more that it is tied to");
    }
}

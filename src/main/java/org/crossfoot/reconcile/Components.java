package org.crossfoot.reconcile;

import java.util.List;
import org.crossfoot.figure.Cell;

/** The cells of a date in components: those that no relation ties together cannot contradict each other. */
final class Components {

    private final Web web;
    private final List<Component> all;
    private final Component[] of;
    private final int[] places;

    /**
     * @param of     the component of each cell of the web
     * @param places its number there
     */
    Components(Web web, List<Component> all, Component[] of, int[] places) {
        this.web = web;
        this.all = all;
        this.of = of;
        this.places = places;
    }

    List<Component> all() {
        return all;
    }

    /** Null where a cell is not in the web. */
    Component of(Cell cell) {
        int number = web.number(cell);
        return number < 0 ? null : of[number];
    }

    /** The number of a cell of the web in its component. */
    int place(Cell cell) {
        return places[web.number(cell)];
    }
}

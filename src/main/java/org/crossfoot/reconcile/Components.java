package org.crossfoot.reconcile;

import java.util.List;
import org.crossfoot.figure.Cell;

/** The cells of a date in components: those that no relation ties together cannot contradict each other. */
final class Components {

    private final Web web;
    private final List<Component> all;
    private final int[] componentOf;
    private final int[] places;

    /**
     * @param componentOf of each cell of the web, the number of its component
     * @param places      its number there
     */
    Components(Web web, List<Component> all, int[] componentOf, int[] places) {
        this.web = web;
        this.all = all;
        this.componentOf = componentOf;
        this.places = places;
    }

    List<Component> all() {
        return all;
    }

    /** Null where a cell is not in the web. */
    Component of(Cell cell) {
        int number = web.number(cell);
        return number < 0 ? null : of(number);
    }

    /** The component of the cell of a number in the web. */
    Component of(int inWeb) {
        return all.get(componentOf[inWeb]);
    }

    /** The number of a cell of the web in its component. */
    int place(Cell cell) {
        return places[web.number(cell)];
    }

    /** The same for the cell of a number in the web. */
    int place(int inWeb) {
        return places[inWeb];
    }
}

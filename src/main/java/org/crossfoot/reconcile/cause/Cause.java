package org.crossfoot.reconcile.cause;

import java.util.List;

/** One way in which a figure comes to be wrong. */
interface Cause {

    /** How it may have happened here: none where it cannot, several where it may have in several ways. */
    List<Hint> of(Suspect suspect, Surroundings around);

    /** Whether the other one says no more than this one does, so that it need not be mentioned beside it. */
    default boolean implies(Cause other) {
        return false;
    }
}

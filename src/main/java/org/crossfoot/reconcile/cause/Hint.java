package org.crossfoot.reconcile.cause;

import java.util.Set;
import org.crossfoot.figure.Figure;

/**
 * What may have gone wrong with a figure.
 *
 * @param text     goes on after {@code possible:}, without a full stop
 * @param wrong    the figures it says are wrong: two where they were swapped
 * @param misprint whether nothing but the figure's own digits speaks for it
 */
public record Hint(String text, Set<Figure> wrong, boolean misprint) {

    static Hint misprint(Suspect suspect, String text) {
        return new Hint(text, Set.of(suspect.figure()), true);
    }

    static Hint mistaken(Suspect suspect, String text) {
        return new Hint(text, Set.of(suspect.figure()), false);
    }
}

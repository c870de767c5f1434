package org.crossfoot.reconcile.cause;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/**
 * What may have gone wrong with a figure.
 *
 * @param text     goes on after {@code possible:}, without a full stop
 * @param wrong    the figures it says are wrong: two where they were swapped, all that was said together where it goes for that
 * @param misprint whether nothing but the figure's own digits speaks for it
 */
public record Hint(String text, Set<Figure> wrong, boolean misprint) {

    static Hint misprint(Suspect suspect, String text) {
        return new Hint(text, Set.of(suspect.figure()), true);
    }

    static Hint mistaken(Suspect suspect, String text) {
        return new Hint(text, Set.of(suspect.figure()), false);
    }

    /**
     * Of a figure that may have been meant for another cell: told once for all that was said with it, where nothing known of
     * where it was meant for contradicts the rest.
     *
     * @param meantFor the cell that what was said of one may have been meant for
     */
    static Hint moved(Suspect suspect, String text, UnaryOperator<Cell> meantFor, Surroundings around) {
        List<Figure> rest = around.saidWith(suspect.figure());
        boolean fits = !rest.isEmpty() && rest.stream().allMatch(figure -> around.allows(meantFor.apply(figure.cell()),
                figure.amount()));
        if (!fits) {
            return mistaken(suspect, text);
        }
        Set<Figure> all = new HashSet<>(rest);
        all.add(suspect.figure());
        return new Hint(text + ", and nothing known there contradicts what was said with it: " + rest.stream()
                .map(figure -> figure.asPrinted() + " for " + around.vocabulary().measureTitle(figure.cell().measure()))
                .collect(Collectors.joining(", ")), Set.copyOf(all), false);
    }
}

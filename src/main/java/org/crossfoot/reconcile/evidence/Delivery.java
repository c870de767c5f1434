package org.crossfoot.reconcile.evidence;

import java.time.LocalDate;
import org.crossfoot.figure.Figure;

/**
 * A figure as it was delivered.
 *
 * @param receivedOn the business date of the run that received the report
 * @param version    counts the contents that stood under the report's name, from 1
 * @param present    whether the report still stands in {@code input/} with this content
 * @param repeated   whether the report has the same bytes as another one of its source
 */
public record Delivery(Figure figure, LocalDate receivedOn, int version, boolean present, boolean repeated) {

    /** The same, of a report that is no more, where its figure stands on. */
    public Delivery standing() {
        return new Delivery(figure, receivedOn, version, true, repeated);
    }

    /** The same, of a figure as it was decided to be. */
    public Delivery of(Figure other) {
        return other.equals(figure) ? this : new Delivery(other, receivedOn, version, present, repeated);
    }

    /** The day from which on the figure was known, as far as that can be told. */
    public LocalDate knownOn() {
        return figure.published() == null ? receivedOn : figure.published();
    }
}

package org.crossfoot.reconcile.cause;

import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;

/** How a hint names the figures it rests on. */
final class Citation {

    private Citation() {
    }

    /** {@code ICE daily posts: 1,179 for 2025-01-27, ice-daily-posts/2025-01.csv:6}. */
    static String of(Figure figure, String what, Surroundings around) {
        return around.vocabulary().sourceTitle(figure.source()) + ": " + figure.asPrinted() + " for " + what + ", "
                + figure.file() + ":"
                + figure.line();
    }

    static String number(long number) {
        return FigureWording.number(number);
    }
}

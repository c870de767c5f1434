package org.crossfoot.rule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Keyword;
import org.crossfoot.figure.Period;

/**
 * What a steward decided of a figure: evidence that goes before all trust.
 *
 * @param about  the figure, as {@code discrepancies.csv} names it in full
 * @param to     the cell it is of; that which it was printed for where only something is said of it
 * @param until  the last day it holds, or null
 * @param line   of {@code decisions.csv}
 */
public record Decision(Named about, What what, Cell to, String owner, String reason, LocalDate until, int line) {

    /** What may be decided. */
    public enum What {
        /** It is wrong. */
        SET_ASIDE,
        /** It is right, and what contradicts it goes. */
        STANDS,
        /** It was said of another period. */
        BELONGS_TO,
        /** It was said of another measure. */
        MEANS,
        /** It was said of another area. */
        IN_AREA;

        private final String word = Keyword.of(this);

        /** Whether the figure is of another cell than it was printed for. */
        public boolean moves() {
            return this != SET_ASIDE && this != STANDS;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * A figure by its name.
     *
     * @param asPrinted the wording that alone is meant; null where all that the source says of the cell is
     */
    public record Named(String source, Cell cell, String asPrinted) {

        private static final Pattern NAME = Pattern.compile("([^:@=]+):([^:@=]+)@([^@=]+)@([^@=]+)(?:=(.*))?", Pattern.DOTALL);

        /** Of {@code source:measure@area@period}, or that with {@code =as printed}; empty where a text is neither. */
        public static Optional<Named> of(String text) {
            Matcher name = NAME.matcher(text);
            return !name.matches() ? Optional.empty() : Period.ofInterval(name.group(4))
                    .map(period -> new Named(name.group(1), new Cell(name.group(2), name.group(3), period), name.group(5)));
        }

        /** Whether it is the name of a figure as it was printed. */
        public boolean isOf(Figure figure) {
            return figure.source().equals(source) && figure.printedCell().equals(cell)
                    && (asPrinted == null || figure.asPrinted().equals(asPrinted));
        }

        @Override
        public String toString() {
            return source + ":" + cell.measure() + "@" + cell.area() + "@" + cell.period().interval()
                    + (asPrinted == null ? "" : "=" + asPrinted);
        }
    }

    public boolean holdsOn(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    /** Whether two decisions on one figure cannot both be followed. */
    boolean contradicts(Decision other) {
        return what == other.what ? !to.equals(other.to) : !what.moves() || !other.what.moves();
    }

    /** As it is written: {@code set-aside}, {@code belongs-to 2025-01-27}. */
    public String decided() {
        return switch (what) {
            case SET_ASIDE, STANDS -> what.toString();
            case BELONGS_TO -> what + " " + to.period().interval();
            case MEANS -> what + " " + to.measure();
            case IN_AREA -> what + " " + to.area();
        };
    }

    /** What was decided, by whom, why and where: {@code set-aside (A. Clerk: a misprint; decisions.csv:2)}. */
    public String inWords() {
        return decided() + " (" + owner + ": " + reason + "; decisions.csv:" + line + ")";
    }
}

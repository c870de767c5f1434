package org.crossfoot.figure;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One total that a report claims.
 *
 * @param amount       the limits outside which it conflicts
 * @param asPrinted    the publisher's own wording
 * @param source       id of the source
 * @param file         path of the report relative to {@code input/}
 * @param line         first line of the row, counted from 1
 * @param statement    what was said together bears the same text
 * @param published    the day the report was published, or null where it does not say
 * @param attributedTo who is quoted, or empty
 * @param note         a remark of the publisher or the steward, or empty
 * @param trust        what setting it aside costs; 0 or more
 * @param derived      computed from other figures of its statement; weighs nothing
 */
public record Figure(Cell cell, Amount amount, String asPrinted, String source, String file, long line, String statement,
        LocalDate published, String attributedTo, String note, int trust, boolean derived) implements Comparable<Figure> {

    private static final Comparator<Figure> WITHIN_A_CELL = Comparator.comparing(Figure::source)
            .thenComparing(Figure::published, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Figure::file)
            .thenComparingLong(Figure::line)
            .thenComparing(Figure::amount)
            .thenComparing(Figure::asPrinted)
            .thenComparing(Figure::attributedTo)
            .thenComparing(Figure::statement);

    /** The date it belongs to. */
    public LocalDate date() {
        return cell.period().date();
    }

    /** By cell, then source, then when and where it was printed. */
    @Override
    public int compareTo(Figure other) {
        int order = cell.compareTo(other.cell);
        return order == 0 ? WITHIN_A_CELL.compare(this, other) : order;
    }
}

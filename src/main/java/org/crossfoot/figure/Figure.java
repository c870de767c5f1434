package org.crossfoot.figure;

import java.time.LocalDate;

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
 * @param shared       its row gives it to each of several areas
 */
public record Figure(Cell cell, Amount amount, String asPrinted, String source, String file, long line, String statement,
        LocalDate published, String attributedTo, String note, int trust, boolean derived, boolean shared)
        implements Comparable<Figure> {

    /** The date it belongs to. */
    public LocalDate date() {
        return cell.period().date();
    }

    /** By cell, then source, then when and where it was printed. */
    @Override
    public int compareTo(Figure other) {
        int order = cell.compareTo(other.cell);
        if (order == 0) {
            order = source.compareTo(other.source);
        }
        return order == 0 ? byPrint(other) : order;
    }

    // Written out as well: a day's figures are put in order several times.
    private int byPrint(Figure other) {
        int order = byPublication(other);
        if (order == 0) {
            order = file.compareTo(other.file);
        }
        if (order == 0) {
            order = Long.compare(line, other.line);
        }
        if (order == 0) {
            order = amount.compareTo(other.amount);
        }
        if (order == 0) {
            order = asPrinted.compareTo(other.asPrinted);
        }
        if (order == 0) {
            order = attributedTo.compareTo(other.attributedTo);
        }
        return order == 0 ? statement.compareTo(other.statement) : order;
    }

    private int byPublication(Figure other) {
        if (published == null || other.published == null) {
            return Boolean.compare(published != null, other.published != null);
        }
        return published.compareTo(other.published);
    }
}

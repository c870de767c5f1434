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
 * @param printedOf    the cell it was printed for, where somebody decided that it is of another one; otherwise null
 */
public record Figure(Cell cell, Amount amount, String asPrinted, String source, String file, long line, String statement,
        LocalDate published, String attributedTo, String note, int trust, boolean derived, boolean shared, Cell printedOf)
        implements Comparable<Figure> {

    /** Of the cell that it was printed for. */
    public Figure(Cell cell, Amount amount, String asPrinted, String source, String file, long line, String statement,
            LocalDate published, String attributedTo, String note, int trust, boolean derived, boolean shared) {
        this(cell, amount, asPrinted, source, file, line, statement, published, attributedTo, note, trust, derived, shared, null);
    }

    /** The same, said of another cell than it was printed for. */
    public Figure movedTo(Cell other) {
        return other.equals(printedCell()) ? printed() : new Figure(other, amount, asPrinted, source, file, line, statement,
                published, attributedTo, note, trust, derived, shared, printedCell());
    }

    public boolean isMoved() {
        return printedOf != null;
    }

    /** The cell that it was printed for. */
    public Cell printedCell() {
        return isMoved() ? printedOf : cell;
    }

    /** The same as it was printed. */
    public Figure printed() {
        return isMoved() ? new Figure(printedOf, amount, asPrinted, source, file, line, statement, published, attributedTo, note,
                trust, derived, shared) : this;
    }

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

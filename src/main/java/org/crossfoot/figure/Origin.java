package org.crossfoot.figure;

import java.time.LocalDate;

/**
 * Where figures stand, and who says them when: what the figures of one row mostly have in common.
 *
 * @param source       id of the source
 * @param file         path of the report relative to {@code input/}
 * @param line         first line of the row, counted from 1
 * @param said         a text that all bear that were said together, or null: those of the row
 * @param published    the day the report was published, or null where it does not say
 * @param attributedTo who is quoted, or empty
 * @param note         a remark of the publisher or the steward, or empty
 * @param trust        what setting a figure aside costs; 0 or more
 * @param derived      whether the figures were computed from others of their statement
 * @param shared       whether the row gives each of them to several areas
 */
public record Origin(String source, String file, long line, String said, LocalDate published, String attributedTo, String note,
        int trust, boolean derived, boolean shared) {

    /**
     * What was said together bears the same text; what is said in a row alone, as {@code ice/2025-01.csv:17}, where that stands.
     */
    public String statement() {
        return said == null ? file + ":" + line : said;
    }

    public Figure figure(Cell cell, Amount amount, String asPrinted) {
        return new Figure(cell, amount, asPrinted, source, file, line, statement(), published, attributedTo, note, trust,
                derived, shared);
    }
}

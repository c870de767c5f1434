package org.crossfoot.intake.row;

/**
 * A row, or one amount of a row, that could not be taken in.
 *
 * @param file   relative to {@code input/}
 * @param line   first line of the row, counted from 1; 0 where the whole file is meant
 * @param column header of the column, or empty where the whole row is meant
 * @param reason a short fixed word, as {@code amount}, {@code area}, {@code ragged-row}
 * @param detail a sentence: what was found, what would be right
 * @param text   as printed; always empty for files of single events
 */
public record Reject(String source, String file, long line, String column, String reason, String detail, String text) {
}

package org.crossfoot.intake.meaning;

/**
 * Where a report's lines went: {@code lines = header + figures + rejected + skipped}, always. A row that gave figures and
 * rejects counts under figures.
 *
 * @param header     header line(s) and lines above them
 * @param figures    lines of rows that gave at least one figure
 * @param rejected   lines of rows that gave only rejects
 * @param skipped    blank lines, rows no entry applies to, rows whose amounts are all absent, periods that had not begun, and
 *                   events that were counted before
 * @param notBegun   figures skipped because their period had not begun when published
 * @param listedAgain events not counted because the report had listed them before: one for each measure, area and period
 */
public record LineAccount(long lines, long header, long figures, long rejected, long skipped, long notBegun, long listedAgain) {
}

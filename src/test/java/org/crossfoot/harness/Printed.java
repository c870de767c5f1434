package org.crossfoot.harness;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A figure as a source printed it in one delivery of a report.
 *
 * @param delivery number of the night it was delivered before
 * @param lowest   limits that the printed words leave
 * @param highest  null without an upper limit
 */
record Printed(String source, String report, int delivery, LocalDate published, PrintedCell cell, String text, long lowest,
        Long highest) {

    /** What is counted where and when. */
    record PrintedCell(String measure, String area, LocalDate from, LocalDate to) {

        boolean isPartOf(PrintedCell longer) {
            return measure.equals(longer.measure) && area.equals(longer.area) && !equals(longer)
                    && !from.isBefore(longer.from) && !to.isAfter(longer.to);
        }
    }

    /** The last of a source's figures for a cell stands. */
    static final Comparator<Printed> BY_PUBLICATION = Comparator.comparing(Printed::published)
            .thenComparing(Printed::delivery).thenComparing(Printed::report);

    /** How far it lies above another one at least. */
    long above(Printed other) {
        return other.highest == null ? 0 : Math.max(0, lowest - other.highest);
    }

    /** By how much it must change to allow a number. */
    long awayFrom(long number) {
        return Math.max(0, Math.max(lowest - number, highest == null ? 0 : number - highest));
    }

    String row() {
        return published + "," + cell.from + "," + cell.to + "," + cell.area + "," + cell.measure + ",\"" + text + "\"";
    }
}

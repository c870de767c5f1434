package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * One published result of a date.
 *
 * @param businessDate what waivers were compared with
 * @param settings     id of the settings it was made with, in the archive
 * @param result       SHA-256 of the result without status and age
 * @param inputs       lines of {@code sha256 path}: the reports it was made from
 * @param files        its CSV files
 */
public record RevisionRecord(LocalDate date, int number, String run, LocalDate businessDate, String settings, String result,
        int figures, int sources, String inputs, Files files, List<DiscrepancyRecord> discrepancies) {

    /** Content of the three CSV files. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Files(byte[] discrepancies, byte[] totals, byte[] figures) {
    }
}

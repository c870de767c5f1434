package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.ledger.pack.DiscrepancyFigures;

/**
 * One published result of a date.
 *
 * @param businessDate what waivers were compared with
 * @param settings     id of the settings it was made with, in the archive
 * @param knownTo      the last change to how reports stand that was known, or null where that was not kept yet
 * @param result       SHA-256 of the result without status and age
 * @param files        what is published, to the byte
 * @param about        which figures each of its discrepancies is about, packed; null where an older Crossfoot made it
 */
public record RevisionRecord(LocalDate date, int number, String run, LocalDate businessDate, String settings, Long knownTo, String result,
        int figures, int sources, Files files, byte[] about, List<DiscrepancyRecord> discrepancies) {

    /** Which figures each of its discrepancies is about. */
    public DiscrepancyFigures discrepancyFigures() {
        return about == null ? DiscrepancyFigures.NOT_KEPT : DiscrepancyFigures.unpack(about);
    }

    /** The same with its discrepancies. */
    RevisionRecord with(List<DiscrepancyRecord> rows) {
        return new RevisionRecord(date, number, run, businessDate, settings, knownTo, result, figures, sources, files, about, rows);
    }

    /**
     * Content of {@code discrepancies.csv}, {@code totals.csv}, {@code figures.csv}, {@code explanations.json} and
     * {@code datapackage.json}.
     *
     * @param explanations empty for revisions made before there were any
     */
    public record Files(byte[] discrepancies, byte[] totals, byte[] figures, byte[] explanations, byte[] datapackage) {

        public static final String DATA_PACKAGE = "datapackage.json";

        /** What stands in a date's folder, by file name; the data package, which describes the others, last. */
        public Map<String, byte[]> named() {
            Map<String, byte[]> named = new LinkedHashMap<>();
            named.put("discrepancies.csv", discrepancies);
            named.put("totals.csv", totals);
            named.put("figures.csv", figures);
            if (explanations.length > 0) {
                named.put("explanations.json", explanations);
            }
            named.put(DATA_PACKAGE, datapackage);
            return named;
        }
    }
}

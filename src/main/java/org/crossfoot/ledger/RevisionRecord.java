package org.crossfoot.ledger;

import java.time.LocalDate;
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
 * @param files        what is published, to the byte, by file name in the order of {@link #FILES}; one that
 *                     nobody asked for, or that an older Crossfoot did not make, is not there
 * @param about        which figures each of its discrepancies is about, packed; null where an older Crossfoot made it
 */
public record RevisionRecord(LocalDate date, int number, String run, LocalDate businessDate, String settings,
        Long knownTo, String result,
        int figures, int sources, Map<String, byte[]> files, byte[] about, List<DiscrepancyRecord> discrepancies) {

    public static final String DISCREPANCIES = "discrepancies.csv";
    public static final String TOTALS = "totals.csv";
    public static final String FIGURES = "figures.csv";
    public static final String EXPLANATIONS = "explanations.json";
    public static final String WORKBOOK = "crossfoot.xlsx";
    public static final String SARIF = "crossfoot.sarif";
    public static final String JUNIT = "junit.xml";
    public static final String SDMX_TOTALS = "sdmx-totals.csv";
    public static final String SDMX_FIGURES = "sdmx-figures.csv";
    public static final String DATA_PACKAGE = "datapackage.json";

    /** What says the same for spreadsheets and other tools, as far as it is wanted. */
    public static final List<String> FOR_TOOLS = List.of(WORKBOOK, SARIF, JUNIT, SDMX_TOTALS, SDMX_FIGURES);

    /** All that stands in a date's folder; the data package, which describes the others, last. */
    public static final List<String> FILES = List.of(DISCREPANCIES, TOTALS, FIGURES, EXPLANATIONS, WORKBOOK, SARIF, JUNIT,
            SDMX_TOTALS, SDMX_FIGURES, DATA_PACKAGE);

    /** Which figures each of its discrepancies is about. */
    public DiscrepancyFigures discrepancyFigures() {
        return about == null ? DiscrepancyFigures.NOT_KEPT : DiscrepancyFigures.unpack(about);
    }

    /** The same with its discrepancies. */
    RevisionRecord with(List<DiscrepancyRecord> rows) {
        return new RevisionRecord(date, number, run, businessDate, settings, knownTo, result, figures,
                sources, files, about, rows);
    }

    /** The same with other contents of its files. */
    RevisionRecord with(Map<String, byte[]> contents) {
        return new RevisionRecord(date, number, run, businessDate, settings, knownTo, result, figures, sources, contents, about,
                discrepancies);
    }
}

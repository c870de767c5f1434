package org.crossfoot.report;

import java.util.List;
import org.crossfoot.ledger.Revisions.DateSummary;

/** {@code summary.csv}: one row per date. */
public final class SummaryTable {

    private SummaryTable() {
    }

    /** Counts are of open discrepancies; {@code fresh} are those new, changed or reopened in the current revision. */
    public static byte[] of(List<DateSummary> dates) {
        CsvTable table = new CsvTable(List.of("date", "revision", "sources", "figures", "errors", "warnings", "infos", "waived", "fresh"));
        dates.forEach(date -> table.row(date.date(), date.revision(), date.sources(), date.figures(), date.errors(), date.warnings(),
                date.infos(), date.waived(), date.fresh()));
        return table.bytes();
    }
}

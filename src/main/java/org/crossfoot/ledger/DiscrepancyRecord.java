package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.List;

/** A discrepancy as a revision publishes it: one row of {@code discrepancies.csv}. Absent dates are null, absent texts empty. */
public record DiscrepancyRecord(String id, LocalDate date, String rule, String area, String measure, LocalDate periodStart,
        LocalDate periodEnd, String severity, String status, int firstSeen, String figures, long gap, String gapPercent, String verdict,
        String blamed, String possibleCause, LocalDate waivedUntil, String explanation) {

    /** Of {@code discrepancies.csv}, and of the ledger's table, which has them beside the revision and the place in it. */
    public static final List<Column<DiscrepancyRecord>> COLUMNS = List.of(Column.text("id", DiscrepancyRecord::id),
            Column.day("date", DiscrepancyRecord::date), Column.text("rule", DiscrepancyRecord::rule),
            Column.text("area", DiscrepancyRecord::area), Column.text("measure", DiscrepancyRecord::measure),
            Column.day("period_start", DiscrepancyRecord::periodStart), Column.day("period_end", DiscrepancyRecord::periodEnd),
            Column.text("severity", DiscrepancyRecord::severity), Column.text("status", DiscrepancyRecord::status),
            Column.count("first_seen", DiscrepancyRecord::firstSeen), Column.text("figures", DiscrepancyRecord::figures),
            Column.whole("gap", DiscrepancyRecord::gap), new Column<>("gap_percent", Column.Type.NUMBER, DiscrepancyRecord::gapPercent),
            Column.text("verdict", DiscrepancyRecord::verdict), Column.text("blamed", DiscrepancyRecord::blamed),
            Column.text("possible_cause", DiscrepancyRecord::possibleCause), Column.day("waived_until", DiscrepancyRecord::waivedUntil),
            Column.text("explanation", DiscrepancyRecord::explanation));

    public DiscrepancyRecord withStatus(String newStatus, int newFirstSeen, String newExplanation) {
        return new DiscrepancyRecord(id, date, rule, area, measure, periodStart, periodEnd, severity, newStatus, newFirstSeen, figures, gap,
                gapPercent, verdict, blamed, possibleCause, waivedUntil, newExplanation);
    }

    /** Whether two rows say the same, whatever their status and age. */
    public boolean saysTheSameAs(DiscrepancyRecord other) {
        return withStatus("", 0, explanation).equals(other.withStatus("", 0, other.explanation));
    }

    /** Still broken; a resolved one is not, a waived one is. */
    public boolean stands() {
        return !status.equals("resolved");
    }

    /** Was not there, or not like this, in the revision before. */
    public boolean isFresh() {
        return status.equals("new") || status.equals("changed") || status.equals("reopened");
    }

    /** Counts for the exit code: broken and not waived. */
    public boolean isOpen() {
        return stands() && !status.equals("waived");
    }
}

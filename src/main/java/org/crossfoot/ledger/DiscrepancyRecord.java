package org.crossfoot.ledger;

import static org.crossfoot.ledger.TableColumn.count;
import static org.crossfoot.ledger.TableColumn.day;
import static org.crossfoot.ledger.TableColumn.text;
import static org.crossfoot.ledger.TableColumn.whole;

import java.time.LocalDate;
import java.util.List;

/** A discrepancy as a revision publishes it: one row of {@code discrepancies.csv}. Absent dates are null, absent texts empty. */
public record DiscrepancyRecord(String id, LocalDate date, String rule, String area, String measure, LocalDate periodStart,
        LocalDate periodEnd, String severity, String status, int firstSeen, String figures, long gap, String gapPercent, String verdict,
        String blamed, String possibleCause, LocalDate waivedUntil, String explanation) {

    /** Of {@code discrepancies.csv}, and of the ledger's table, which has them beside the revision and the place in it. */
    public static final List<TableColumn<DiscrepancyRecord>> COLUMNS = List.of(
            text("id", DiscrepancyRecord::id),
            day("date", DiscrepancyRecord::date),
            text("rule", DiscrepancyRecord::rule),
            text("area", DiscrepancyRecord::area),
            text("measure", DiscrepancyRecord::measure),
            day("period_start", DiscrepancyRecord::periodStart),
            day("period_end", DiscrepancyRecord::periodEnd),
            text("severity", DiscrepancyRecord::severity),
            text("status", DiscrepancyRecord::status),
            count("first_seen", DiscrepancyRecord::firstSeen),
            text("figures", DiscrepancyRecord::figures),
            whole("gap", DiscrepancyRecord::gap),
            new TableColumn<>("gap_percent", TableColumn.Type.NUMBER, DiscrepancyRecord::gapPercent),
            text("verdict", DiscrepancyRecord::verdict),
            text("blamed", DiscrepancyRecord::blamed),
            text("possible_cause", DiscrepancyRecord::possibleCause),
            day("waived_until", DiscrepancyRecord::waivedUntil),
            text("explanation", DiscrepancyRecord::explanation));

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

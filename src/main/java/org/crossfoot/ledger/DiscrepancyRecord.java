package org.crossfoot.ledger;

import static org.crossfoot.ledger.TableColumn.count;
import static org.crossfoot.ledger.TableColumn.day;
import static org.crossfoot.ledger.TableColumn.keyword;
import static org.crossfoot.ledger.TableColumn.text;
import static org.crossfoot.ledger.TableColumn.whole;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;

/**
 * A discrepancy as a revision publishes it: one row of {@code discrepancies.csv}. Absent dates are null, absent texts empty.
 *
 * @param status null as long as it was not held against the revision before, and is not waived
 * @param lapsed whether it rests on figures that are gone, accepted or not; the ledger's own, which no answer shows
 */
public record DiscrepancyRecord(String id, LocalDate date, String rule, String area, String measure, LocalDate periodStart,
        LocalDate periodEnd, Severity severity, Status status, @JsonIgnore boolean lapsed, int firstSeen, String figures,
        long gap, String gapPercent, Verdict verdict, String blamed, String possibleCause, LocalDate waivedUntil,
        String explanation) {

    /** Of {@code discrepancies.csv}. */
    public static final List<TableColumn<DiscrepancyRecord>> COLUMNS = List.of(
            text("id", DiscrepancyRecord::id),
            day("date", DiscrepancyRecord::date),
            text("rule", DiscrepancyRecord::rule),
            text("area", DiscrepancyRecord::area),
            text("measure", DiscrepancyRecord::measure),
            day("period_start", DiscrepancyRecord::periodStart),
            day("period_end", DiscrepancyRecord::periodEnd),
            keyword("severity", DiscrepancyRecord::severity),
            keyword("status", DiscrepancyRecord::status),
            count("first_seen", DiscrepancyRecord::firstSeen),
            text("figures", DiscrepancyRecord::figures),
            whole("gap", DiscrepancyRecord::gap),
            new TableColumn<>("gap_percent", TableColumn.Type.NUMBER, DiscrepancyRecord::gapPercent),
            keyword("verdict", DiscrepancyRecord::verdict),
            text("blamed", DiscrepancyRecord::blamed),
            text("possible_cause", DiscrepancyRecord::possibleCause),
            day("waived_until", DiscrepancyRecord::waivedUntil),
            text("explanation", DiscrepancyRecord::explanation));

    public DiscrepancyRecord withStatus(Status newStatus, int newFirstSeen, String newExplanation) {
        return new DiscrepancyRecord(id, date, rule, area, measure, periodStart, periodEnd, severity, newStatus, lapsed,
                newFirstSeen, figures, gap, gapPercent, verdict, blamed, possibleCause, waivedUntil, newExplanation);
    }

    /**
     * The same, where figures that it rested on are gone.
     *
     * @param until what it is accepted until, or null
     */
    public DiscrepancyRecord asLapsed(LocalDate until, String newExplanation) {
        return new DiscrepancyRecord(id, date, rule, area, measure, periodStart, periodEnd, Severity.WARNING,
                until == null ? Status.LAPSED : Status.WAIVED, true, firstSeen, figures, gap, gapPercent, verdict,
                blamed, possibleCause, until, newExplanation);
    }

    /** Whether two rows say the same, whatever their status and age. */
    public boolean saysTheSameAs(DiscrepancyRecord other) {
        return withStatus(null, 0, explanation).equals(other.withStatus(null, 0, other.explanation));
    }

    /** Still broken; a resolved one is not, a waived one is. */
    public boolean stands() {
        return status != Status.RESOLVED;
    }

    /** With the figures that it rests on: neither resolved nor lapsed. */
    public boolean isBroken() {
        return stands() && status != Status.LAPSED;
    }

    /** Was not there, or not like this, in the revision before. */
    public boolean isFresh() {
        return status == Status.NEW || status == Status.CHANGED || status == Status.REOPENED;
    }

    /** Counts for the exit code: broken and not waived. */
    public boolean isOpen() {
        return stands() && status != Status.WAIVED;
    }
}

package org.crossfoot.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.reconcile.outcome.Discrepancy;

/**
 * What became of a discrepancy since the revision before: new, changed, persisting, resolved, reopened; lapsed or waived.
 *
 * @param before    the revision before; empty for the first
 * @param firstSeen for every discrepancy that ever stood on the date, the first revision it stood in
 * @param number    of the revision that is made
 */
record Lifecycle(List<DiscrepancyRecord> before, Map<String, Integer> firstSeen, int number) {

    /**
     * A row without age: its status is that it is waived, or none.
     *
     * @param waivedUntil null where no waiver holds
     */
    static DiscrepancyRecord row(Discrepancy found, LocalDate waivedUntil) {
        return new DiscrepancyRecord(found.id(), found.date(), found.rule(), found.area(), found.measure(),
                found.period().start(), found.period().end(), found.severity(), waivedUntil == null ? null : Status.WAIVED,
                false, 0,
                FigureName.claims(found.figures(), found.area(), found.period()), found.gap(),
                found.gapPercent() == null ? "" : found.gapPercent().stripTrailingZeros().toPlainString(), found.verdict(),
                FigureName.joined(FigureName.blamed(found.blamed(), found.figures(), found.area(), found.period())),
                found.possibleCause(), waivedUntil, found.explanation());
    }

    /** The rows with their status and age, then those that stood before and are resolved. */
    List<DiscrepancyRecord> aged(List<DiscrepancyRecord> rows) {
        Map<String, DiscrepancyRecord> stoodBefore = before.stream().filter(DiscrepancyRecord::stands)
                .collect(Collectors.toMap(DiscrepancyRecord::id, Function.identity()));
        List<DiscrepancyRecord> aged = new ArrayList<>();
        for (DiscrepancyRecord row : rows) {
            DiscrepancyRecord old = stoodBefore.remove(row.id());
            Status status = row.status() != null ? row.status()
                    : old != null && !old.lapsed() ? old.saysTheSameAs(row)
                    ? Status.PERSISTING : Status.CHANGED
                    : firstSeen.containsKey(row.id()) ? Status.REOPENED : Status.NEW;
            aged.add(row.withStatus(status, firstSeen.getOrDefault(row.id(), number), row.explanation()));
        }
        before.stream().filter(old -> stoodBefore.containsKey(old.id())).forEach(old -> aged.add(
                old.withStatus(Status.RESOLVED, old.firstSeen(), "Resolved: the rule holds now. Before: " + old.explanation())));
        return aged;
    }
}

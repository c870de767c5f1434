package org.crossfoot.audit;

import java.util.List;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;

/** What two revisions of a date say otherwise, and what they were made from otherwise. */
public record RevisionDifference(RevisionRecord before, RevisionRecord after, MadeOtherwise made, List<TableDifference> figures,
        List<TableDifference> discrepancies, List<TableDifference> totals) {

    /** Without line and file, so that a figure that only moved is told as moved. */
    private static final List<String> FIGURE = List.of("source", "measure", "area", "period_start", "period_end");

    /** The id alone would do; the others say what it is. */
    private static final List<String> DISCREPANCY = List.of("id", "rule", "area", "measure");
    private static final List<String> TOTAL = List.of("measure", "area", "period_start", "period_end");

    public static RevisionDifference between(RevisionRecord before, RevisionRecord after, Ledger ledger) {
        RevisionRecord.Files had = before.files();
        RevisionRecord.Files has = after.files();
        return new RevisionDifference(before, after, MadeOtherwise.between(before, after, ledger.archive()),
                TableDifference.between(had.figures(), has.figures(), FIGURE),
                TableDifference.between(had.discrepancies(), has.discrepancies(), DISCREPANCY),
                TableDifference.between(had.totals(), has.totals(), TOTAL));
    }
}

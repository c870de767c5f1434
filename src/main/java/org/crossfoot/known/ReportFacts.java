package org.crossfoot.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.ledger.ReportRecord.Contents;
import org.crossfoot.ledger.ReportRecord.ReadingState;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.reconcile.evidence.Evidence.ReportFact;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.settings.Profile;

/** What is to be told of one report, and on which date. */
public final class ReportFacts {

    private ReportFacts() {
    }

    static boolean isEmpty(ReportRecord report) {
        return report.state() == ReadingState.READ && report.reading().figures() == 0;
    }

    /** The last date it has a figure for; where it has none, the day it says it is of, or, where it says none, was received. */
    public static Optional<LocalDate> date(ReportRecord report) {
        if (isEmpty(report)) {
            return Optional.of(report.publishedOn() == null ? report.receivedOn() : report.publishedOn());
        }
        return Optional.ofNullable(report.lastDate());
    }

    /** @param profile of its source */
    static List<ReportFact> of(ReportRecord report, Profile profile) {
        List<ReportFact> facts = new ArrayList<>();
        if (isEmpty(report)) {
            facts.add(fact(BuiltIn.REPORT_EMPTY, report, " holds no figure"));
        } else if (report.repeats() != null) {
            return List.of(fact(BuiltIn.REPORT_REPEATED, report,
                    " has the same bytes as " + report.repeats() + "; it counts once"));
        }
        notRead(report).ifPresent(facts::add);
        Contents contents = report.contents();
        if (contents.unusedRows() > 0 && !profile.unusedRowsExpected()) {
            facts.add(fact(BuiltIn.ROWS_UNUSED, report, ": no entry of source.yml is for "
                    + (contents.unusedRows() == 1 ? "the row in line " + contents.unusedLine()
                    : FigureWording.number(contents.unusedRows()) + " rows, the first in line " + contents.unusedLine())));
        }
        return facts;
    }

    /** What of a report was rejected. */
    static Optional<ReportFact> notRead(ReportRecord report) {
        long rejects = report.reading().rejects();
        return Optional.ofNullable(report.contents().rejectedFirst()).map(first -> fact(BuiltIn.ROWS_REJECTED, report, ": "
                + FigureWording.number(rejects) + (rejects == 1 ? " row or cell was" : " rows or cells were") + " not read ("
                + (rejects == 1 ? "" : "first, ") + first + ")"));
    }

    private static ReportFact fact(BuiltIn rule, ReportRecord report, String text) {
        return new ReportFact(rule, report.source(), report.path() + text);
    }
}

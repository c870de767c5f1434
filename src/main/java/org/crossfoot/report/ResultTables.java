package org.crossfoot.report;

import java.time.LocalDate;
import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.ledger.Column;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Total;

/** The columns of what an outcome says of a date; those of its discrepancies are {@link org.crossfoot.ledger.DiscrepancyRecord}'s. */
final class ResultTables {

    private ResultTables() {
    }

    /** Rows stand by area, measure and period. */
    static List<Column<Total>> totals(LocalDate date) {
        return List.of(Column.day("date", total -> date), Column.text("area", total -> total.cell().area()),
                Column.text("measure", total -> total.cell().measure()), Column.day("period_start", total -> total.cell().period().start()),
                Column.day("period_end", total -> total.cell().period().end()), Column.whole("best", Total::best),
                Column.whole("lowest", Total::lowest), Column.whole("highest", total -> limit(total.highest())),
                Column.text("basis", total -> total.basis().toString()),
                Column.sources("sources", Total::sources));
    }

    /** Rows stand by area, measure, period, source, and when and where it was printed. */
    static List<Column<FigureUse>> figures(LocalDate date) {
        return List.of(Column.day("date", use -> date), Column.text("source", use -> figure(use).source()),
                Column.text("file", use -> figure(use).file()), Column.whole("line", use -> figure(use).line()),
                Column.text("statement", use -> figure(use).statement()), Column.day("published", use -> figure(use).published()),
                Column.day("period_start", use -> cell(use).period().start()), Column.day("period_end", use -> cell(use).period().end()),
                Column.text("area", use -> cell(use).area()), Column.text("measure", use -> cell(use).measure()),
                Column.text("as_printed", use -> figure(use).asPrinted()), Column.whole("lowest", use -> figure(use).amount().lowest()),
                Column.whole("highest", use -> limit(figure(use).amount().highest())), Column.text("use", use -> use.use().toString()));
    }

    private static Figure figure(FigureUse use) {
        return use.figure();
    }

    private static Cell cell(FigureUse use) {
        return use.figure().cell();
    }

    private static Long limit(long highest) {
        return highest == Amount.NO_LIMIT ? null : highest;
    }
}

package org.crossfoot.report;

import static org.crossfoot.ledger.TableColumn.day;
import static org.crossfoot.ledger.TableColumn.sources;
import static org.crossfoot.ledger.TableColumn.text;
import static org.crossfoot.ledger.TableColumn.whole;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.ledger.TableColumn;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Total;

/** The columns of a date's totals and figures; those of its discrepancies stand with {@code DiscrepancyRecord}. */
final class ResultTables {

    private ResultTables() {
    }

    /** Rows stand by area, measure and period. */
    static List<TableColumn<Total>> totals(LocalDate date) {
        return List.of(
                day("date", total -> date),
                text("area", total -> total.cell().area()),
                text("measure", total -> total.cell().measure()),
                day("period_start", total -> total.cell().period().start()),
                day("period_end", total -> total.cell().period().end()),
                whole("best", Total::best),
                whole("lowest", Total::lowest),
                whole("highest", total -> limit(total.highest())),
                text("basis", total -> total.basis().toString()),
                sources("sources", Total::sources),
                text("note", Total::note));
    }

    /**
     * Rows stand by area, measure, period, source, and when and where it was printed.
     *
     * @param rows where people decided of some of them, there is a column more
     */
    static List<TableColumn<FigureUse>> figures(LocalDate date, List<FigureUse> rows) {
        List<TableColumn<FigureUse>> columns = figures(date);
        return rows.stream().allMatch(use -> use.decided().isEmpty()) ? columns
                : Stream.concat(columns.stream(), Stream.of(text("decided", (FigureUse use) -> use.decided()))).toList();
    }

    static List<TableColumn<FigureUse>> figures(LocalDate date) {
        return List.of(
                day("date", use -> date),
                text("source", use -> figure(use).source()),
                text("file", use -> figure(use).file()),
                whole("line", use -> figure(use).line()),
                text("statement", use -> figure(use).statement()),
                day("published", use -> figure(use).published()),
                day("period_start", use -> cell(use).period().start()),
                day("period_end", use -> cell(use).period().end()),
                text("area", use -> cell(use).area()),
                text("measure", use -> cell(use).measure()),
                text("as_printed", use -> figure(use).asPrinted()),
                whole("lowest", use -> figure(use).amount().lowest()),
                whole("highest", use -> limit(figure(use).amount().highest())),
                text("use", use -> use.use().toString()));
    }

    private static Figure figure(FigureUse use) {
        return use.figure();
    }

    private static Cell cell(FigureUse use) {
        return use.figure().cell();
    }

    static Long limit(long highest) {
        return highest == Amount.NO_LIMIT ? null : highest;
    }
}

package org.crossfoot.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total;

/** The three CSV files of a date. */
final class ResultTables {

    /** A column and its Frictionless type. */
    record Column(String name, String type) {
    }

    static final List<Column> DISCREPANCIES = columns("id", "date:date", "rule", "area", "measure", "period_start:date", "period_end:date",
            "severity", "status", "first_seen:integer", "figures", "gap:integer", "gap_percent:number", "verdict", "blamed",
            "possible_cause", "waived_until:date", "explanation");
    static final List<Column> TOTALS = columns("date:date", "area", "measure", "period_start:date", "period_end:date", "best:integer",
            "lowest:integer", "highest:integer", "basis", "sources");
    static final List<Column> FIGURES = columns("date:date", "source", "file", "line:integer", "statement", "published:date",
            "period_start:date", "period_end:date", "area", "measure", "as_printed", "lowest:integer", "highest:integer", "use");

    // How long a row is, about.
    private static final int DISCREPANCY = 2_000;
    private static final int TOTAL = 90;
    private static final int FIGURE = 140;

    private ResultTables() {
    }

    private static List<Column> columns(String... columns) {
        return List.of(columns).stream().map(column -> {
            int colon = column.indexOf(':');
            return colon < 0 ? new Column(column, "string") : new Column(column.substring(0, colon), column.substring(colon + 1));
        }).toList();
    }

    private static CsvTable table(List<Column> columns, int length) {
        return new CsvTable(columns.stream().map(Column::name).toList(), length);
    }

    /** In the order given: the most severe first, then by rule, area, measure and period; resolved ones last. */
    static byte[] discrepancies(List<DiscrepancyRecord> rows) {
        CsvTable table = table(DISCREPANCIES, rows.size() * DISCREPANCY);
        rows.forEach(row -> table.row(row.id(), row.date(), row.rule(), row.area(), row.measure(), row.periodStart(), row.periodEnd(),
                row.severity(), row.status(), row.firstSeen(), row.figures(), row.gap(), number(row.gapPercent()), row.verdict(),
                row.blamed(), row.possibleCause(), row.waivedUntil(), row.explanation()));
        return table.bytes();
    }

    private static Object number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    /** By area, measure and period. */
    static byte[] totals(Outcome outcome) {
        CsvTable table = table(TOTALS, outcome.totals().size() * TOTAL);
        Map<List<String>, String> sources = new HashMap<>();
        for (Total total : outcome.totals()) {
            Cell cell = total.cell();
            table.day(outcome.date()).text(cell.area()).text(cell.measure()).day(cell.period().start()).day(cell.period().end());
            if (total.best() == null) {
                table.empty();
            } else {
                table.number(total.best());
            }
            table.number(total.lowest());
            limit(table, total.highest());
            table.text(total.basis().toString()).text(sources.computeIfAbsent(total.sources(), each -> String.join(" | ", each))).end();
        }
        return table.bytes();
    }

    /** By area, measure, period, source, and when and where it was printed. */
    static byte[] figures(Outcome outcome) {
        CsvTable table = table(FIGURES, outcome.figures().size() * FIGURE);
        for (FigureUse use : outcome.figures()) {
            Figure figure = use.figure();
            Cell cell = figure.cell();
            table.day(outcome.date()).text(figure.source()).text(figure.file()).number(figure.line()).text(figure.statement())
                    .day(figure.published()).day(cell.period().start()).day(cell.period().end()).text(cell.area()).text(cell.measure())
                    .text(figure.asPrinted()).number(figure.amount().lowest());
            limit(table, figure.amount().highest());
            table.text(use.use().toString()).end();
        }
        return table.bytes();
    }

    private static void limit(CsvTable table, long highest) {
        if (highest == Amount.NO_LIMIT) {
            table.empty();
        } else {
            table.number(highest);
        }
    }
}

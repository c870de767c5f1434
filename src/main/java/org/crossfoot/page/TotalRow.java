package org.crossfoot.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Keyword;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.report.CsvRows;
import org.crossfoot.report.CsvTable;

/**
 * A row of {@code totals.csv}, with its texts as they stand there.
 *
 * @param end     null where the period has none
 * @param best    null where no one value is meant
 * @param highest null where there is no upper limit
 */
record TotalRow(String area, String measure, LocalDate start, LocalDate end, Long best, long lowest, Long highest, Basis basis,
        List<String> sources) {

    static List<TotalRow> all(byte[] csv) {
        CsvRows rows = new CsvRows(csv);
        rows.next();
        int area = rows.column("area");
        int measure = rows.column("measure");
        int start = rows.column("period_start");
        int end = rows.column("period_end");
        int best = rows.column("best");
        int lowest = rows.column("lowest");
        int highest = rows.column("highest");
        int basis = rows.column("basis");
        int sources = rows.column("sources");
        Map<String, LocalDate> days = new HashMap<>();
        Map<String, List<String>> split = new HashMap<>();
        List<TotalRow> totals = new ArrayList<>();
        while (rows.next()) {
            totals.add(new TotalRow(rows.cell(area), rows.cell(measure), day(rows.cell(start), days), day(rows.cell(end), days),
                    rows.number(best), rows.number(lowest), rows.number(highest), Keyword.read(Basis.class, rows.cell(basis)),
                    split.computeIfAbsent(rows.cell(sources), cell -> List.of(cell.split(" \\| ")))));
        }
        return totals;
    }

    static List<TotalRow> all(Outcome outcome) {
        List<TotalRow> totals = new ArrayList<>(outcome.totals().size());
        for (Total total : outcome.totals()) {
            Cell cell = total.cell();
            totals.add(new TotalRow(CsvTable.guarded(cell.area()), CsvTable.guarded(cell.measure()), cell.period().start(),
                    cell.period().end(), total.best(), total.lowest(), limit(total.highest()), total.basis(), total.sources()));
        }
        return totals;
    }

    static Long limit(long highest) {
        return highest == Amount.NO_LIMIT ? null : highest;
    }

    /** Whether it can be nothing but the best value. */
    boolean isSure() {
        return best != null && highest != null && highest.equals(best) && lowest == best;
    }

    private static LocalDate day(String text, Map<String, LocalDate> days) {
        return text.isEmpty() ? null : days.computeIfAbsent(text, LocalDate::parse);
    }
}

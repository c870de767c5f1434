package org.crossfoot.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.report.CsvRows;

/** Rows of the tables that a revision publishes. */
final class PublishedRows {

    private final CsvRows rows;
    private final Map<String, LocalDate> days = new HashMap<>();

    private PublishedRows(byte[] csv) {
        this.rows = new CsvRows(csv);
    }

    /**
     * A row of {@code figures.csv}.
     *
     * @param end     null where the period has none
     * @param highest null where there is no upper limit
     */
    record FigureRow(String source, String file, String line, LocalDate published, LocalDate start, LocalDate end, String area,
            String measure, String printed, long lowest, Long highest, String use) {

        /** Of this date, not of an earlier period that a longer one needs. */
        boolean isOfTheDate() {
            return !use.equals("context");
        }
    }

    /** A row of {@code totals.csv}. */
    record TotalRow(String area, String measure, LocalDate start, LocalDate end, long best, long lowest, Long highest, String basis,
            String sources) {
    }

    /** A row of {@code rejects.csv}. */
    record RejectRow(String file, String line, String column, String reason, String detail, String text) {

        String place() {
            return line.isEmpty() ? file : file + ":" + line;
        }

        List<String> cells() {
            return List.of(place(), column, Words.spelled(reason) + "\n" + detail, text);
        }
    }

    static List<FigureRow> figures(byte[] csv) {
        return new PublishedRows(csv).figures();
    }

    static List<TotalRow> totals(byte[] csv) {
        return new PublishedRows(csv).totals();
    }

    /**
     * Adds rows to a list as long as it is not full.
     *
     * @param csv lines without a header
     * @return how many rows there are
     */
    static int addRejects(byte[] csv, List<RejectRow> list, int full) {
        CsvRows rows = new CsvRows(csv);
        int count = 0;
        for (; rows.next(); count++) {
            if (list.size() < full) {
                list.add(new RejectRow(rows.cell(1), rows.cell(2), rows.cell(3), rows.cell(4), rows.cell(5), rows.cell(6)));
            }
        }
        return count;
    }

    private List<FigureRow> figures() {
        rows.next();
        int source = rows.column("source");
        int file = rows.column("file");
        int line = rows.column("line");
        int published = rows.column("published");
        int start = rows.column("period_start");
        int end = rows.column("period_end");
        int area = rows.column("area");
        int measure = rows.column("measure");
        int printed = rows.column("as_printed");
        int lowest = rows.column("lowest");
        int highest = rows.column("highest");
        int use = rows.column("use");
        List<FigureRow> figures = new ArrayList<>();
        while (rows.next()) {
            figures.add(new FigureRow(rows.cell(source), rows.cell(file), rows.cell(line), day(published), day(start), day(end),
                    rows.cell(area), rows.cell(measure), rows.cell(printed), number(lowest), number(highest), rows.cell(use)));
        }
        return figures;
    }

    private List<TotalRow> totals() {
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
        List<TotalRow> totals = new ArrayList<>();
        while (rows.next()) {
            totals.add(new TotalRow(rows.cell(area), rows.cell(measure), day(start), day(end), number(best), number(lowest), number(highest),
                    rows.cell(basis), rows.cell(sources)));
        }
        return totals;
    }

    private LocalDate day(int column) {
        String text = rows.cell(column);
        return text.isEmpty() ? null : days.computeIfAbsent(text, LocalDate::parse);
    }

    private Long number(int column) {
        String text = rows.cell(column);
        return text.isEmpty() ? null : Long.valueOf(text);
    }
}

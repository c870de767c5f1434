package org.crossfoot.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.crossfoot.report.CsvRows;

/** Goes through {@code figures.csv} row by row; of the thousands a date has, its page looks at few cells and needs few rows whole. */
final class FigureRows {

    /**
     * A row.
     *
     * @param published null where the report does not say
     * @param end       null where the period has none
     * @param highest   null where there is no upper limit
     */
    record FigureRow(String source, String file, String line, LocalDate published, LocalDate start, LocalDate end, String area,
            String measure, String printed, long lowest, Long highest, String use) {
    }

    private final CsvRows rows;
    private final Map<String, LocalDate> days = new HashMap<>();
    private final int source;
    private final int file;
    private final int area;
    private final int measure;
    private final int use;
    private final int line;
    private final int published;
    private final int start;
    private final int end;
    private final int printed;
    private final int lowest;
    private final int highest;

    FigureRows(byte[] csv) {
        rows = new CsvRows(csv);
        rows.next();
        source = rows.column("source");
        file = rows.column("file");
        area = rows.column("area");
        measure = rows.column("measure");
        use = rows.column("use");
        line = rows.column("line");
        published = rows.column("published");
        start = rows.column("period_start");
        end = rows.column("period_end");
        printed = rows.column("as_printed");
        lowest = rows.column("lowest");
        highest = rows.column("highest");
    }

    /** Goes on to the next row; false where there is none. */
    boolean next() {
        return rows.next();
    }

    String source() {
        return rows.cell(source);
    }

    String file() {
        return rows.cell(file);
    }

    String area() {
        return rows.cell(area);
    }

    String measure() {
        return rows.cell(measure);
    }

    /** Of this date, not of an earlier period that a longer one needs. */
    boolean isOfTheDate() {
        return !rows.cell(use).equals("context");
    }

    FigureRow whole() {
        return new FigureRow(source(), file(), rows.cell(line), day(published), day(start), day(end), area(), measure(), rows.cell(printed),
                rows.number(lowest), rows.number(highest), rows.cell(use));
    }

    private LocalDate day(int column) {
        String text = rows.cell(column);
        return text.isEmpty() ? null : days.computeIfAbsent(text, LocalDate::parse);
    }
}

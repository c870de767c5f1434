package org.crossfoot.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.crossfoot.report.CsvRows;

/** The rows of a {@code figures.csv}. */
final class KeptFigures implements FigureRows {

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

    KeptFigures(byte[] csv) {
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

    @Override
    public boolean next() {
        return rows.next();
    }

    @Override
    public String source() {
        return rows.cell(source);
    }

    @Override
    public String file() {
        return rows.cell(file);
    }

    @Override
    public String area() {
        return rows.cell(area);
    }

    @Override
    public String measure() {
        return rows.cell(measure);
    }

    @Override
    public boolean isOfTheDate() {
        return !rows.cell(use).equals("context");
    }

    @Override
    public FigureRow whole() {
        return new FigureRow(source(), file(), rows.cell(line), day(published), day(start), day(end), area(), measure(), rows.cell(printed),
                rows.number(lowest), rows.number(highest), rows.cell(use));
    }

    private LocalDate day(int column) {
        String text = rows.cell(column);
        return text.isEmpty() ? null : days.computeIfAbsent(text, LocalDate::parse);
    }
}

package org.crossfoot.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Keyword;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.report.CsvRows;
import org.crossfoot.report.CsvTable;

/**
 * Goes through a date's figures row by row; of the thousands a date has, its page looks at few cells and needs few rows
 * whole.
 */
interface FigureRows {

    /**
     * A row, with its texts as {@code figures.csv} shows them.
     *
     * @param published null where the report does not say
     * @param end       null where the period has none
     * @param highest   null where there is no upper limit
     * @param use       null where it is not shown
     */
    record FigureRow(String source, String file, String line, LocalDate published, LocalDate start, LocalDate end, String area,
            String measure, String printed, long lowest, Long highest, Use use) {

        static FigureRow of(Figure figure, Use use) {
            Cell cell = figure.cell();
            return new FigureRow(CsvTable.guarded(figure.source()), CsvTable.guarded(figure.file()), Long.toString(figure.line()),
                    figure.published(), cell.period().start(), cell.period().end(), CsvTable.guarded(cell.area()),
                    CsvTable.guarded(cell.measure()), CsvTable.guarded(figure.asPrinted()), figure.amount().lowest(),
                    TotalRow.limit(figure.amount().highest()), use);
        }

        /** What is the same of two that say the same of the same, in whatever reports. */
        List<Object> said() {
            return Arrays.asList(source, measure, area, start, end, printed);
        }
    }

    /** Goes on to the next row; false where there is none. */
    boolean next();

    String source();

    String file();

    String area();

    String measure();

    /** Of this date, not of an earlier period that a longer one needs. */
    boolean isOfTheDate();

    FigureRow whole();

    /** The rows of a {@code figures.csv}. */
    final class Kept implements FigureRows {

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

        Kept(byte[] csv) {
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
            return !rows.cell(use).equals(Use.CONTEXT.toString());
        }

        @Override
        public FigureRow whole() {
            return new FigureRow(source(), file(), rows.cell(line), day(published), day(start), day(end), area(), measure(),
                    rows.cell(printed), rows.number(lowest), rows.number(highest), Keyword.read(Use.class, rows.cell(use)));
        }

        private LocalDate day(int column) {
            String text = rows.cell(column);
            return text.isEmpty() ? null : days.computeIfAbsent(text, LocalDate::parse);
        }
    }

    /** The figures of an outcome. */
    final class Made implements FigureRows {

        private final Iterator<FigureUse> left;
        private FigureUse use;
        private Figure figure;

        Made(List<FigureUse> figures) {
            left = figures.iterator();
        }

        @Override
        public boolean next() {
            if (!left.hasNext()) {
                return false;
            }
            use = left.next();
            figure = use.figure();
            return true;
        }

        @Override
        public String source() {
            return CsvTable.guarded(figure.source());
        }

        @Override
        public String file() {
            return CsvTable.guarded(figure.file());
        }

        @Override
        public String area() {
            return CsvTable.guarded(figure.cell().area());
        }

        @Override
        public String measure() {
            return CsvTable.guarded(figure.cell().measure());
        }

        @Override
        public boolean isOfTheDate() {
            return use.use() != Use.CONTEXT;
        }

        @Override
        public FigureRow whole() {
            return FigureRow.of(figure, use.use());
        }
    }
}

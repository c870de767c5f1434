package org.crossfoot.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.report.CsvTable;

/** Goes through a date's figures row by row; of the thousands a date has, its page looks at few cells and needs few rows whole. */
interface FigureRows {

    /**
     * A row, with its texts as {@code figures.csv} shows them.
     *
     * @param published null where the report does not say
     * @param end       null where the period has none
     * @param highest   null where there is no upper limit
     */
    record FigureRow(String source, String file, String line, LocalDate published, LocalDate start, LocalDate end, String area,
            String measure, String printed, long lowest, Long highest, String use) {

        static FigureRow of(Figure figure, String use) {
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
}

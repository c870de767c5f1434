package org.crossfoot.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossfoot.report.Utf8Text;

/**
 * All rows of a table, for {@code tables.js}: each column's different texts once, and rows that name them by number. A cell's first
 * line is the cell, further ones stand small below it; cells beyond the table's columns are what one of them is ordered by.
 */
final class TableFile {

    private static final int BYTES_A_CELL = 5;

    /** The different texts of a column, with their numbers. */
    private static final class Column {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private String last;
        private int number;

        /** Rows come by place and period, so that one after the other has the same. */
        int numberOf(String text) {
            if (!text.equals(last)) {
                Integer known = numbers.putIfAbsent(text, numbers.size());
                number = known == null ? numbers.size() - 1 : known;
                last = text;
            }
            return number;
        }
    }

    private final Column[] columns;
    private final Utf8Text rows;

    private TableFile(int columns, int rows) {
        this.columns = new Column[columns];
        for (int i = 0; i < columns; i++) {
            this.columns[i] = new Column();
        }
        this.rows = new Utf8Text(BYTES_A_CELL * columns * rows);
    }

    /**
     * The file.
     *
     * @param script the file, begun
     * @param rows   one at least
     * @param cells  of each row as many as of all others
     */
    static <T> byte[] of(Script script, List<T> rows, Function<T, String[]> cells) {
        TableFile file = new TableFile(cells.apply(rows.get(0)).length, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                file.rows.add(';');
            }
            file.add(cells.apply(rows.get(i)));
        }
        return file.bytes(script);
    }

    private void add(String[] row) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                rows.add(',');
            }
            rows.add(columns[i].numberOf(row[i]));
        }
    }

    private byte[] bytes(Script script) {
        byte[] numbers = rows.bytes();
        script.json(Stream.of(columns).map(column -> column.numbers.keySet()).toList());
        script.text().add(", \"").add(numbers).add('"');
        return script.bytes();
    }
}

package org.crossfoot.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All rows of a table, for {@code tables.js}: each column's different texts once, and rows that name them by number. A cell's first
 * line is the cell, further ones stand small below it; cells beyond the table's columns are what one of them is ordered by.
 */
final class TableFile {

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

    private final List<Column> columns = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder();

    private TableFile() {
    }

    /** @param cells of each row as many as of all others */
    static <T> byte[] of(String table, List<T> rows, Function<T, List<String>> cells) {
        TableFile file = new TableFile();
        rows.forEach(row -> file.add(cells.apply(row)));
        return file.bytes(table);
    }

    private void add(List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            if (i == columns.size()) {
                columns.add(new Column());
            }
            rows.append(i > 0 ? "," : rows.isEmpty() ? "" : ";").append(columns.get(i).numberOf(row.get(i)));
        }
    }

    private byte[] bytes(String table) {
        List<Set<String>> texts = columns.stream().map(column -> column.numbers.keySet()).toList();
        return new Script("crossfootTable").text('"' + table + "\", ").json(texts).text(", \"" + rows + '"').bytes();
    }
}

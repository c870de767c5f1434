package org.crossfoot.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.report.JsonText;

/**
 * All rows of a table, for {@code tables.js}: each column's different texts once, and rows that name them by number. A cell's first
 * line is the cell, further ones stand small below it; cells beyond the table's columns are what one of them is ordered by.
 */
final class RowsFile {

    private RowsFile() {
    }

    /** @param rows all with the same number of cells; at least one */
    static byte[] of(String table, List<List<String>> rows) {
        List<Map<String, Integer>> columns = new ArrayList<>();
        rows.get(0).forEach(cell -> columns.add(new LinkedHashMap<>()));
        StringBuilder numbers = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                Map<String, Integer> texts = columns.get(i);
                numbers.append(i > 0 ? "," : numbers.isEmpty() ? "" : ";").append(texts.computeIfAbsent(row.get(i), text -> texts.size()));
            }
        }
        String texts = new String(JsonText.bytes(columns.stream().map(column -> List.copyOf(column.keySet())).toList()), StandardCharsets.UTF_8);
        return ("crossfootTable(\"" + table + "\", " + texts.stripTrailing() + ", \"" + numbers + "\");\n").getBytes(StandardCharsets.UTF_8);
    }
}

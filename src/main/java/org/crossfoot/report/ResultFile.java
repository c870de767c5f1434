package org.crossfoot.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.TableColumn;

/**
 * A file of a date's folder, as it is published and as the data package describes it.
 *
 * @param columns of a table; none of a JSON file
 */
record ResultFile(String name, byte[] content, List<? extends TableColumn<?>> columns) {

    static <R> ResultFile table(String name, List<TableColumn<R>> columns, List<R> rows) {
        return new ResultFile(name, CsvTable.of(columns, rows), columns);
    }

    static ResultFile json(String name, Object value) {
        return new ResultFile(name, JsonText.bytes(value), List.of());
    }

    /** A resource of a Frictionless Data Package. */
    Map<String, Object> described() {
        boolean table = !columns.isEmpty();
        int dot = name.indexOf('.');
        String format = name.substring(dot + 1);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", name.substring(0, dot));
        resource.put("path", name);
        resource.put("profile", table ? "tabular-data-resource" : "data-resource");
        resource.put("format", format);
        resource.put("mediatype", table ? "text/csv" : "application/json");
        resource.put("encoding", "utf-8");
        resource.put("bytes", content.length);
        resource.put("hash", "sha256:" + Archive.sha256(content));
        if (table) {
            resource.put("schema", Map.of("fields", columns.stream().map(ResultFile::field).toList()));
        }
        return resource;
    }

    private static Map<String, String> field(TableColumn<?> column) {
        Map<String, String> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", column.type().toString());
        return field;
    }
}

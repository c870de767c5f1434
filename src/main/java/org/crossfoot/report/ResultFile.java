package org.crossfoot.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.TableColumn;

/**
 * A file of a date's folder, as it is published and as the data package describes it.
 *
 * @param columns of a table; none of another form
 */
record ResultFile(String name, byte[] content, Form form, List<? extends TableColumn<?>> columns) {

    /** What kind of file it is. */
    enum Form {
        TABLE("csv", "text/csv"),
        JSON("json", "application/json"),
        WORKBOOK("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        SARIF("sarif", "application/sarif+json"),
        XML("xml", "application/xml");

        private final String extension;
        private final String mediaType;

        Form(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }
    }

    /** One that is no table. */
    ResultFile(String name, byte[] content, Form form) {
        this(name, content, form, List.of());
    }

    static <R> ResultFile table(String name, List<TableColumn<R>> columns, List<R> rows) {
        return new ResultFile(name, CsvTable.of(columns, rows), Form.TABLE, columns);
    }

    static ResultFile json(String name, Object value) {
        return new ResultFile(name, JsonText.bytes(value), Form.JSON);
    }

    /** A resource of a Frictionless Data Package, in which no two have one name. */
    Map<String, Object> described() {
        boolean table = form == Form.TABLE;
        String stem = name.substring(0, name.indexOf('.'));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", table || form == Form.JSON ? stem : stem + "-" + form.extension);
        resource.put("path", name);
        resource.put("profile", table ? "tabular-data-resource" : "data-resource");
        resource.put("format", form.extension);
        resource.put("mediatype", form.mediaType);
        if (form != Form.WORKBOOK) {
            resource.put("encoding", "utf-8");
        }
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

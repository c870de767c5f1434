package org.crossfoot.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.ledger.Archive;
import org.crossfoot.report.ResultTables.Column;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code datapackage.json}: a Frictionless Data Package of a date's folder. */
final class DataPackage {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))).build();

    private DataPackage() {
    }

    /** @param inputs every report the revision was made from, sorted */
    static byte[] of(LocalDate date, int revision, byte[] discrepancies, byte[] totals, byte[] figures, List<Input> inputs,
            String settings, String version) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("version", version);
        made.put("date", date.toString());
        made.put("revision", revision);
        made.put("settings", "sha256:" + settings);
        List<Map<String, Object>> reports = new ArrayList<>();
        inputs.forEach(input -> reports.add(ordered("path", input.path(), "hash", "sha256:" + input.sha256())));
        made.put("inputs", reports);
        Map<String, Object> descriptor = ordered("profile", "tabular-data-package", "name", "crossfoot-" + date, "title",
                "Discrepancies and reconciled totals of " + date, "resources", List.of(
                        resource("discrepancies", discrepancies, ResultTables.DISCREPANCIES), resource("totals", totals, ResultTables.TOTALS),
                        resource("figures", figures, ResultTables.FIGURES)));
        descriptor.put("crossfoot", made);
        byte[] json = JSON.writeValueAsBytes(descriptor);
        byte[] lines = new byte[json.length + 1];
        System.arraycopy(json, 0, lines, 0, json.length);
        lines[json.length] = '\n';
        return lines;
    }

    private static Map<String, Object> resource(String name, byte[] content, List<Column> columns) {
        return ordered("name", name, "path", name + ".csv", "profile", "tabular-data-resource", "format", "csv", "mediatype", "text/csv",
                "encoding", "utf-8", "bytes", content.length, "hash", "sha256:" + Archive.sha256(content), "schema",
                ordered("fields", columns.stream().map(column -> ordered("name", column.name(), "type", column.type())).toList()));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}

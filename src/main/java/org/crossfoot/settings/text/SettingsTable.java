package org.crossfoot.settings.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file of the settings: exactly the columns it must have, in any order. */
public final class SettingsTable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final String file;
    private final List<String> columns;
    private final Problems problems;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<SettingsRow> rows = new ArrayList<>();

    private SettingsTable(String file, List<String> columns, Problems problems) {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    /** @param whole whether it has as many cells as the header */
    public record SettingsRow(int line, boolean whole, Map<String, Integer> places, List<String> cells) {

        /** The cell without the spaces around it; empty where a row that is not whole lacks it. */
        public String cell(String column) {
            int place = places.get(column);
            return place < cells.size() ? cells.get(place).strip() : "";
        }
    }

    /** The rows; nothing where the header is wrong or a quote is left open. */
    public static Optional<List<SettingsRow>> read(String file, byte[] bytes, List<String> columns, Problems problems) {
        SettingsTable table = new SettingsTable(file, columns, problems);
        return SettingsText.of(file, bytes, problems).filter(table::read).map(text -> table.rows);
    }

    private boolean read(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord row : parser) {
                int line = firstLine(parser, row);
                if (!places.isEmpty()) {
                    addRow(line, row);
                } else if (!readHeader(line, row.toList())) {
                    return false;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
            problems.add(file, 0, "", "found no valid CSV: " + cause.getMessage(), "mend the quotes there");
            return false;
        }
        if (places.isEmpty()) {
            problems.add(file, 0, "", "found an empty file", "write the header " + String.join(",", columns));
        }
        return !places.isEmpty();
    }

    private static int firstLine(CSVParser parser, CSVRecord row) {
        long breaks = row.stream().mapToLong(cell -> LINE_BREAK.matcher(cell).results().count()).sum();
        return Math.toIntExact(parser.getCurrentLineNumber() - breaks);
    }

    private boolean readHeader(int line, List<String> names) {
        boolean right = true;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            if (!columns.contains(name)) {
                problems.add(file, line, name, "found an unknown column " + MistakeWording.quoted(name),
                        MistakeWording.choice(name, columns));
                right = false;
            } else if (places.putIfAbsent(name, i) != null) {
                problems.add(file, line, name, "found the column " + name + " twice", "write it once");
                right = false;
            }
        }
        for (String column : columns) {
            if (!places.containsKey(column)) {
                problems.add(file, line, column, "found no column " + column, "write the header " + String.join(",", columns));
                right = false;
            }
        }
        return right;
    }

    private void addRow(int line, CSVRecord row) {
        if (row.size() != columns.size()) {
            problems.add(file, line, "", "found " + row.size() + (row.size() == 1 ? " cell" : " cells"),
                    "write " + columns.size() + ", as the header has; put quotes around a text with a comma in it");
        }
        rows.add(new SettingsRow(line, row.size() == columns.size(), places, row.toList()));
    }
}

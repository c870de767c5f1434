package org.crossfoot.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.audit.TableDifference.Key;

/** The rows of a CSV file with a header line, each with its line and its key. */
final class KeyedTable {

    /** @param line where it begins, from 1 */
    record Row(int line, Key key, Map<String, String> cells) {

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private KeyedTable() {
    }

    static List<Row> of(byte[] csv, List<String> key) {
        List<Row> rows = new ArrayList<>();
        Map<List<String>, Integer> numbers = new HashMap<>();
        try (CSVParser parser = CSVParser.parse(new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (records.hasNext()) {
                List<String> header = records.next().toList();
                // A record reaches over several lines where a cell holds one; the parser knows the line it has come to.
                for (int line = (int) parser.getCurrentLineNumber() + 1; records.hasNext(); line = (int) parser.getCurrentLineNumber() + 1) {
                    Map<String, String> cells = cells(header, records.next());
                    List<String> values = key.stream().map(column -> cells.getOrDefault(column, "")).toList();
                    rows.add(new Row(line, new Key(values, numbers.merge(values, 1, Integer::sum)), cells));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> cells(List<String> header, CSVRecord record) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), i < record.size() ? record.get(i) : "");
        }
        return Collections.unmodifiableMap(cells);
    }
}

package org.crossfoot.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.audit.TableDifference.Added;
import org.crossfoot.audit.TableDifference.Changed;
import org.crossfoot.audit.TableDifference.Removed;

/** Finds for each row of an earlier CSV table with a header line the row of a later one that it has become. */
final class RowPairing {

    /** @param line where it begins, from 1 */
    private record TableRow(int line, TableDifference.Key key, Map<String, String> cells) {

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private final Map<TableRow, TableRow> became = new IdentityHashMap<>();

    private RowPairing() {
    }

    static List<TableDifference> differences(byte[] earlier, byte[] later, List<String> key) {
        List<TableRow> before = rows(earlier, key);
        List<TableRow> after = rows(later, key);
        RowPairing pairing = new RowPairing();
        Map<List<String>, List<TableRow>> afterByKey = byKey(after);
        byKey(before).forEach((same, rows) -> pairing.pair(rows, afterByKey.getOrDefault(same, List.of())));
        List<TableDifference> differences = new ArrayList<>();
        for (TableRow row : before) {
            TableRow now = pairing.became.get(row);
            differences.addAll(now == null ? List.of(new Removed(row.line(), row.key(), row.cells())) : changes(row, now));
        }
        Set<TableRow> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        paired.addAll(pairing.became.values());
        after.stream().filter(row -> !paired.contains(row)).map(row -> new Added(row.line(), row.key(), row.cells()))
                .forEach(differences::add);
        return differences;
    }

    private static Map<List<String>, List<TableRow>> byKey(List<TableRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.key().values(), LinkedHashMap::new, Collectors.toList()));
    }

    private void pair(List<TableRow> before, List<TableRow> after) {
        Map<Map<String, String>, Deque<TableRow>> same = new HashMap<>();
        after.forEach(row -> same.computeIfAbsent(row.cells(), cells -> new ArrayDeque<>()).add(row));
        List<TableRow> left = new ArrayList<>(after);
        List<TableRow> changed = new ArrayList<>();
        for (TableRow row : before) {
            TableRow now = same.getOrDefault(row.cells(), new ArrayDeque<>()).poll();
            if (now == null) {
                changed.add(row);
            } else {
                became.put(row, now);
                left.removeIf(other -> other == now);
            }
        }
        for (TableRow row : changed) {
            left.stream().min(Comparator.comparingInt(now -> changes(row, now).size())).ifPresent(nearest -> {
                became.put(row, nearest);
                left.removeIf(other -> other == nearest);
            });
        }
    }

    private static List<TableDifference> changes(TableRow before, TableRow after) {
        Set<String> columns = new LinkedHashSet<>(before.cells().keySet());
        columns.addAll(after.cells().keySet());
        return columns.stream().filter(column -> !before.cell(column).equals(after.cell(column)))
                .<TableDifference>map(column -> new Changed(after.key(), before.line(), after.line(), column, before.cell(column),
                        after.cell(column)))
                .toList();
    }

    private static List<TableRow> rows(byte[] csv, List<String> key) {
        List<TableRow> rows = new ArrayList<>();
        Map<List<String>, Integer> numbers = new HashMap<>();
        try (CSVParser parser = CSVParser.parse(new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8),
                CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (records.hasNext()) {
                List<String> header = records.next().toList();
                // A record reaches over several lines where a cell holds one; the parser knows the line it has come to.
                for (int line = lineAfter(parser); records.hasNext(); line = lineAfter(parser)) {
                    Map<String, String> cells = cells(header, records.next());
                    List<String> values = key.stream().map(column -> cells.getOrDefault(column, "")).toList();
                    rows.add(new TableRow(line, new TableDifference.Key(values, numbers.merge(values, 1, Integer::sum)), cells));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lineAfter(CSVParser parser) {
        return (int) parser.getCurrentLineNumber() + 1;
    }

    private static Map<String, String> cells(List<String> header, CSVRecord record) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), i < record.size() ? record.get(i) : "");
        }
        return Collections.unmodifiableMap(cells);
    }
}

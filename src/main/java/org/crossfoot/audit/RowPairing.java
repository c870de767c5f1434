package org.crossfoot.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.audit.KeyedTable.Row;
import org.crossfoot.audit.TableDifference.Added;
import org.crossfoot.audit.TableDifference.Changed;
import org.crossfoot.audit.TableDifference.Removed;

/** Finds for each row of an earlier table the row of a later one that it has become. */
final class RowPairing {

    private final Map<Row, Row> became = new IdentityHashMap<>();

    private RowPairing() {
    }

    static List<TableDifference> differences(List<Row> before, List<Row> after) {
        RowPairing pairing = new RowPairing();
        Map<List<String>, List<Row>> later = byKey(after);
        byKey(before).forEach((key, rows) -> pairing.pair(rows, later.getOrDefault(key, List.of())));
        List<TableDifference> differences = new ArrayList<>();
        for (Row row : before) {
            Row now = pairing.became.get(row);
            differences.addAll(now == null ? List.of(new Removed(row.line(), row.key(), row.cells())) : changes(row, now));
        }
        Set<Row> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        paired.addAll(pairing.became.values());
        after.stream().filter(row -> !paired.contains(row)).map(row -> new Added(row.line(), row.key(), row.cells())).forEach(differences::add);
        return differences;
    }

    private static Map<List<String>, List<Row>> byKey(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.key().values(), LinkedHashMap::new, Collectors.toList()));
    }

    private void pair(List<Row> before, List<Row> after) {
        Map<Map<String, String>, Deque<Row>> same = new HashMap<>();
        after.forEach(row -> same.computeIfAbsent(row.cells(), cells -> new ArrayDeque<>()).add(row));
        List<Row> left = new ArrayList<>(after);
        List<Row> changed = new ArrayList<>();
        for (Row row : before) {
            Row now = same.getOrDefault(row.cells(), new ArrayDeque<>()).poll();
            if (now == null) {
                changed.add(row);
            } else {
                became.put(row, now);
                left.removeIf(other -> other == now);
            }
        }
        for (Row row : changed) {
            left.stream().min(Comparator.comparingInt(now -> changes(row, now).size())).ifPresent(nearest -> {
                became.put(row, nearest);
                left.removeIf(other -> other == nearest);
            });
        }
    }

    private static List<TableDifference> changes(Row before, Row after) {
        Set<String> columns = new LinkedHashSet<>(before.cells().keySet());
        columns.addAll(after.cells().keySet());
        return columns.stream().filter(column -> !before.cell(column).equals(after.cell(column)))
                .<TableDifference>map(column -> new Changed(after.key(), before.line(), after.line(), column, before.cell(column),
                        after.cell(column)))
                .toList();
    }
}

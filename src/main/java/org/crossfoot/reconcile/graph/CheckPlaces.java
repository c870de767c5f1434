package org.crossfoot.reconcile.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;

/** Cells by area and period: a check holds in each of these places by itself. */
final class CheckPlaces {

    private static final Comparator<CheckPlace> IN_ORDER = Comparator.comparing(CheckPlace::area)
            .thenComparing(CheckPlace::period);

    /** @param cells by measure */
    record CheckPlace(String area, Period period, Map<String, Cell> cells) {

        boolean has(String measure) {
            return cells.containsKey(measure);
        }

        /** The cell of a measure, which need not be one of those here. */
        Cell cell(String measure) {
            Cell known = cells.get(measure);
            return known == null ? new Cell(measure, area, period) : known;
        }

        /** Adds a cell where there is none; says whether there was none. */
        boolean add(String measure) {
            if (has(measure)) {
                return false;
            }
            cells.put(measure, new Cell(measure, area, period));
            return true;
        }
    }

    private final Map<Period, Map<String, CheckPlace>> byPeriod = new HashMap<>();

    /** The place asked for before: what comes by area mostly asks for it again. */
    private CheckPlace latest;

    void add(Cell cell) {
        at(cell.area(), cell.period()).cells.putIfAbsent(cell.measure(), cell);
    }

    /** An empty place where there was none. */
    CheckPlace at(String area, Period period) {
        if (latest == null || !latest.area.equals(area) || !latest.period.equals(period)) {
            latest = byPeriod.computeIfAbsent(period, each -> new LinkedHashMap<>())
                    .computeIfAbsent(area, each -> new CheckPlace(area, period, new LinkedHashMap<>(8)));
        }
        return latest;
    }

    /** By area, then period. */
    List<CheckPlace> inOrder() {
        return all().sorted(IN_ORDER).toList();
    }

    /** In no order. */
    Stream<CheckPlace> all() {
        return byPeriod.values().stream().flatMap(areas -> areas.values().stream());
    }
}

package org.crossfoot.reconcile.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.network.Groups;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.evidence.TiedLines;

/**
 * Where one period of a line of days begins or ends within another, both are cut. Lines that rules tie together share their cuts,
 * so that a piece of one has its counterpart in the others, and each rule can be asked for every piece it speaks of.
 */
final class PiecesOfPeriods {

    /** For which of the periods that a rule can be asked for it has to be. */
    enum Asked {
        /** What holds of a period and of a part of it holds of the rest: as many as tell of all others. */
        DIFFERENCES,
        /** What holds of all pieces of a period holds of it, but not the other way round. */
        EVERYWHERE,
        /** A limit or a tolerance in people is one of the periods that somebody speaks of. */
        AS_PRINTED
    }

    private static final class Shared {

        private final Map<String, List<Cell>> lines = new LinkedHashMap<>();
        private final Set<Period> printed = new LinkedHashSet<>();
        private final NavigableSet<LocalDate> cuts = new TreeSet<>();
        /** All periods that rules may be asked for: those printed, and the pieces between two cuts. */
        private final SortedSet<Period> all = new TreeSet<>();

        void add(Cell cell) {
            lines.computeIfAbsent(nameOfLine(cell), line -> new ArrayList<>()).add(cell);
            if (printed.add(cell.period())) {
                cuts.add(cell.period().start());
                cuts.add(cell.period().end().plusDays(1));
            }
        }

        void cut() {
            all.addAll(printed);
            LocalDate from = null;
            for (LocalDate cut : cuts) {
                if (from != null) {
                    all.add(new Period(from, cut.minusDays(1)));
                }
                from = cut;
            }
        }
    }

    private final Scope scope;
    private final TiedLines tied;
    private final Map<String, Shared> byGroup = new HashMap<>();

    PiecesOfPeriods(Scope scope, TiedLines tied) {
        this.scope = scope;
        this.tied = tied;
        Set<String> longer = new LinkedHashSet<>();
        scope.claims().longer().stream().filter(this::isFlow).map(tied::groupOf).forEach(longer::add);
        if (!longer.isEmpty()) {
            for (Cell cell : scope.claims().cells()) {
                if (isFlow(cell) && longer.contains(tied.groupOf(cell))) {
                    byGroup.computeIfAbsent(tied.groupOf(cell), group -> new Shared()).add(cell);
                }
            }
            byGroup.values().forEach(Shared::cut);
        }
    }

    private boolean isFlow(Cell cell) {
        return !cell.period().isOpen() && scope.vocabulary().measure(cell.measure()).isFlow();
    }

    private static String nameOfLine(Cell cell) {
        return cell.area() + "\n" + cell.measure();
    }

    /**
     * Adds a cell for every period that a line tells of, though in longer or shorter periods. What only begins or ends within one
     * of its own says nothing of it by itself: where others of its group tell of such a day, they bring it in.
     */
    void addTo(CheckPlaces known) {
        for (Shared group : byGroup.values()) {
            Map<LocalDate, List<Period>> beginning = group.all.stream().collect(Collectors.groupingBy(Period::start));
            for (List<Cell> line : group.lines.values()) {
                NavigableSet<LocalDate> cuts = cuts(line);
                Set<LocalDate> told = new TreeSet<>();
                line.forEach(cell -> told.addAll(begunIn(cell.period(), cuts)));
                for (LocalDate start : told) {
                    for (Period period : beginning.get(start)) {
                        if (cuts.contains(period.end().plusDays(1)) && told.containsAll(begunIn(period, cuts))) {
                            known.add(new Cell(line.get(0).measure(), line.get(0).area(), period));
                        }
                    }
                }
            }
        }
    }

    private static NavigableSet<LocalDate> cuts(Collection<Cell> line) {
        NavigableSet<LocalDate> cuts = new TreeSet<>();
        for (Cell cell : line) {
            cuts.add(cell.period().start());
            cuts.add(cell.period().end().plusDays(1));
        }
        return cuts;
    }

    /** The first days of the pieces of a period. */
    private static Collection<LocalDate> begunIn(Period period, NavigableSet<LocalDate> cuts) {
        return cuts.subSet(period.start(), true, period.end(), true);
    }

    /**
     * Of the periods that a rule could be asked for in an area, those for which it is: all, where nobody speaks of longer
     * periods.
     *
     * @param measure one of those that the rule is about
     */
    Set<Period> asked(String area, String measure, Collection<Period> possible, Asked how) {
        Shared group = byGroup.get(tied.groupOf(area, measure));
        Set<Period> asked = new LinkedHashSet<>(possible);
        if (group == null || group.all.size() < 2) {
            return asked;
        }
        switch (how) {
            case EVERYWHERE -> {
            }
            case AS_PRINTED -> asked.removeIf(period -> group.all.contains(period) && !group.printed.contains(period));
            case DIFFERENCES -> asked.removeAll(implied(possible, group));
        }
        return asked;
    }

    /** Periods that are the sums or differences of others of them. */
    private Set<Period> implied(Collection<Period> possible, Shared group) {
        List<LocalDate> cuts = List.copyOf(group.cuts);
        Map<LocalDate, Integer> places = new HashMap<>();
        cuts.forEach(cut -> places.put(cut, places.size()));
        Groups tiedTogether = new Groups(cuts.size());
        Set<Period> implied = new LinkedHashSet<>();
        Comparator<Period> printedOfTheDateFirst = Comparator
                .comparing((Period period) -> !group.printed.contains(period))
                .thenComparing(period -> !period.date().equals(scope.date()))
                .thenComparingInt(Period::days).thenComparing(Comparator.naturalOrder());
        possible.stream().filter(group.all::contains).sorted(printedOfTheDateFirst).forEach(period -> {
            boolean tells = tiedTogether.join(places.get(period.start()), places.get(period.end().plusDays(1)));
            if (!tells && !(group.printed.contains(period) && period.date().equals(scope.date()))) {
                implied.add(period);
            }
        });
        return implied;
    }

    /**
     * Of each cell that others of its line begin or end in, or lie in, the pieces it is cut into; nobody need speak of these.
     * Line by line.
     *
     * @param cells all that are spoken of or that rules are asked for
     */
    Map<Cell, List<Cell>> pieces(Collection<Cell> cells) {
        Map<Cell, List<Cell>> pieces = new LinkedHashMap<>();
        if (byGroup.isEmpty()) {
            return pieces;
        }
        Predicate<Cell> isCut = cell -> isFlow(cell) && byGroup.containsKey(tied.groupOf(cell));
        SortedMap<String, SortedSet<Cell>> lines = new TreeMap<>();
        cells.stream().filter(isCut)
                .forEach(cell -> lines.computeIfAbsent(nameOfLine(cell), line -> new TreeSet<>()).add(cell));
        lines.values().stream().filter(line -> line.size() > 1).forEach(line -> cut(line, pieces));
        return pieces;
    }

    private static void cut(Collection<Cell> line, Map<Cell, List<Cell>> pieces) {
        NavigableSet<LocalDate> cuts = cuts(line);
        Map<Period, Cell> known = new HashMap<>();
        line.forEach(cell -> known.put(cell.period(), cell));
        for (Cell cell : line) {
            List<Cell> ofCell = new ArrayList<>();
            LocalDate from = cell.period().start();
            for (LocalDate cut : cuts.subSet(from.plusDays(1), cell.period().end().plusDays(2))) {
                Period piece = new Period(from, cut.minusDays(1));
                ofCell.add(known.getOrDefault(piece, new Cell(cell.measure(), cell.area(), piece)));
                from = cut;
            }
            if (ofCell.size() > 1) {
                pieces.put(cell, ofCell);
            }
        }
    }
}

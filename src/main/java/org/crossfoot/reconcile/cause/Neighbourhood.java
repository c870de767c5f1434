package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.cause.PrintedNumbers.Fit;
import org.crossfoot.reconcile.cause.PrintedNumbers.NumberTried;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.SaidTogether;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.StandingFigures;

/** The figures around those in doubt. */
public final class Neighbourhood implements Surroundings {

    private static final Comparator<Figure> MOST_TRUSTED_FIRST = Comparator.comparing(Figure::cell)
            .thenComparing(Comparator.comparingInt(Figure::trust).reversed()).thenComparing(Comparator.naturalOrder());

    private final Scope scope;
    private final PrintedNumbers printed;
    private final Set<Claim> setAside;
    private final Map<String, List<Suspect>> wrongBySource;
    /** By area and measure, those that are in doubt. */
    private final Map<String, Map<String, List<Figure>>> lines = new HashMap<>();
    private final Map<Cell, List<Figure>> beside = new HashMap<>();
    /** Those that figures in doubt stand in. */
    private final Map<RowPlace, List<Figure>> rows = new HashMap<>();
    private final Map<Claim, Set<Figure>> saidBy = new IdentityHashMap<>();

    /** Where a row stands. */
    private record RowPlace(String file, long line) {

        static RowPlace of(Figure figure) {
            return new RowPlace(figure.file(), figure.line());
        }
    }

    /**
     * @param inDoubt       the cells of the figures in doubt: only their rows, areas and measures are looked at
     * @param wrongBySource figures set aside, by source, and what would be in their place
     */
    public Neighbourhood(Scope scope, PrintedNumbers printed, Set<Claim> setAside, Set<Cell> inDoubt,
            Map<String, List<Suspect>> wrongBySource) {
        this.scope = scope;
        this.printed = printed;
        this.setAside = setAside;
        this.wrongBySource = wrongBySource;
        for (Cell cell : inDoubt) {
            lines.computeIfAbsent(cell.area(), area -> new HashMap<>())
                    .computeIfAbsent(cell.measure(), measure -> new ArrayList<>());
            Check.figuresOf(scope.claims().on(cell))
                    .forEach(figure -> rows.computeIfAbsent(RowPlace.of(figure), place -> new ArrayList<>(4)));
        }
        lines.forEach((area, measures) -> scope.claims().placesIn(area).forEach(place ->
                measures.forEach((measure, line) -> addExact(place.on(measure), line))));
        long[] linesInDoubt = rows.keySet().stream().mapToLong(RowPlace::line).sorted().toArray();
        for (int place = 0; place < scope.claims().cells().size(); place++) {
            for (Claim claim : scope.claims().on(place)) {
                for (Figure figure : claim.figures()) {
                    // Of most figures the line alone tells that they stand elsewhere.
                    if (Arrays.binarySearch(linesInDoubt, figure.line()) >= 0) {
                        addToRow(figure);
                    }
                }
            }
        }
        List<Delivery> neighbours = scope.evidence().neighbours().on((measure, area, period) -> lineOf(measure, area) != null);
        for (Figure figure : StandingFigures.of(neighbours).current()) {
            if (!figure.date().equals(scope.date()) && scope.claims().on(figure.cell()).isEmpty()) {
                beside.computeIfAbsent(figure.cell(), cell -> new ArrayList<>(2)).add(figure);
                if (figure.amount().isExact()) {
                    lineOf(figure.cell().measure(), figure.cell().area()).add(figure);
                }
            }
        }
        lines.values().forEach(measures -> measures.values().forEach(line -> line.sort(MOST_TRUSTED_FIRST)));
        rows.values().forEach(row -> row.sort(null));
    }

    private static void addExact(List<Claim> claims, List<Figure> figures) {
        for (Claim claim : claims) {
            if (claim.amount().isExact()) {
                figures.addAll(claim.figures());
            }
        }
    }

    private void addToRow(Figure figure) {
        List<Figure> row = rows.get(RowPlace.of(figure));
        if (row != null && figure.amount().isExact()) {
            row.add(figure);
        }
    }

    /** Null where nothing of an area and measure is in doubt. */
    private List<Figure> lineOf(String measure, String area) {
        Map<String, List<Figure>> ofArea = lines.get(area);
        return ofArea == null ? null : ofArea.get(measure);
    }

    @Override
    public Vocabulary vocabulary() {
        return scope.vocabulary();
    }

    @Override
    public List<Figure> line(Cell cell, Predicate<Figure> wanted) {
        List<Figure> line = lineOf(cell.measure(), cell.area());
        return line == null ? List.of() : line.stream().filter(wanted).toList();
    }

    @Override
    public boolean fell(Figure total) {
        return scope.falls().stream().anyMatch(fall -> fall.after().equals(total));
    }

    @Override
    public List<Figure> on(Cell cell) {
        List<Figure> figures = new ArrayList<>(2);
        List<Claim> claims = scope.claims().on(cell);
        addExact(claims, figures);
        if (claims.isEmpty()) {
            for (Figure figure : beside.getOrDefault(cell, List.of())) {
                if (figure.amount().isExact()) {
                    figures.add(figure);
                }
            }
        }
        figures.sort(MOST_TRUSTED_FIRST);
        return figures;
    }

    @Override
    public boolean allows(Cell cell, Amount amount) {
        List<Claim> claims = scope.claims().on(cell);
        List<Figure> said = claims.isEmpty() ? beside.getOrDefault(cell, List.of()) : Check.figuresOf(claims);
        return said.stream().map(Figure::amount)
                .allMatch(other -> other.lowest() <= amount.highest() && other.highest() >= amount.lowest());
    }

    @Override
    public List<Figure> row(Figure figure) {
        return rows.getOrDefault(RowPlace.of(figure), List.of());
    }

    @Override
    public List<Figure> saidWith(Figure figure) {
        SaidTogether together = SaidTogether.of(figure);
        return scope.claims().placesIn(figure.cell().area()).stream()
                .filter(place -> place.period().equals(figure.cell().period()))
                .flatMap(place -> place.cells().stream()).flatMap(cell -> scope.claims().on(cell).stream())
                .flatMap(claim -> claim.figures().stream())
                .filter(other -> !other.equals(figure) && SaidTogether.of(other).equals(together)).sorted().toList();
    }

    @Override
    public List<Suspect> wrongBySource(String source) {
        return wrongBySource.getOrDefault(source, List.of());
    }

    @Override
    public List<List<Cell>> partsOf(Cell whole) {
        return printed.partsOf(whole);
    }

    @Override
    public OptionalLong number(Cell cell) {
        List<Figure> figures = beside.getOrDefault(cell, List.of());
        if (figures.isEmpty()) {
            return printed.number(cell);
        }
        boolean one = figures.stream().map(Figure::amount).distinct().count() == 1 && figures.get(0).amount().isExact();
        return one ? OptionalLong.of(figures.get(0).amount().lowest()) : OptionalLong.empty();
    }

    @Override
    public boolean fit(List<Instead> instead) {
        List<NumberTried> tried = instead.stream().map(one -> new NumberTried(one.figure().cell(), one.number())).toList();
        boolean spoken = false;
        for (Instead one : instead) {
            for (Claim claim : scope.claims().on(one.figure().cell())) {
                boolean contradicts = one.number() < claim.amount().lowest() || one.number() > claim.amount().highest();
                boolean counts = (contradicts || claim.amount().isExact()) && !setAside.contains(claim)
                        && !isSaidBy(claim, one.figure());
                if (counts && contradicts) {
                    return false;
                }
                spoken |= counts;
            }
            for (int relation : printed.relationsOn(one.figure().cell())) {
                Fit result = printed.result(relation, tried);
                if (result == Fit.FAILS) {
                    return false;
                }
                spoken |= printed.isSum(relation) && result == Fit.HOLDS;
            }
        }
        return spoken;
    }

    /** Thousands may say the same. */
    private boolean isSaidBy(Claim claim, Figure figure) {
        return saidBy.computeIfAbsent(claim, all -> new HashSet<>(all.figures())).contains(figure);
    }
}

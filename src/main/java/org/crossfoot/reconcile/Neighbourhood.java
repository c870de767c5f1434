package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.Printed.Result;
import org.crossfoot.reconcile.cause.Surroundings;

/** The figures around those in doubt. */
final class Neighbourhood implements Surroundings {

    private static final Comparator<Figure> MOST_TRUSTED_FIRST = Comparator.comparing(Figure::cell)
            .thenComparing(Comparator.comparingInt(Figure::trust).reversed()).thenComparing(Comparator.naturalOrder());

    private final Scope scope;
    private final Printed printed;
    private final Set<Claim> setAside;
    private final Map<String, Set<String>> measuresInDoubt = new HashMap<>();
    private final List<Figure> onTheLines = new ArrayList<>();
    private final Map<Cell, List<Figure>> beside = new HashMap<>();
    private final Map<String, List<Figure>> rows = new HashMap<>();

    /** @param inDoubt the cells of the figures in doubt: on other days only their areas and measures are looked at */
    Neighbourhood(Scope scope, Printed printed, Set<Claim> setAside, Set<Cell> inDoubt) {
        this.scope = scope;
        this.printed = printed;
        this.setAside = setAside;
        inDoubt.forEach(cell -> measuresInDoubt.computeIfAbsent(cell.area(), area -> new HashSet<>()).add(cell.measure()));
        Predicate<Cell> wanted = cell -> measuresInDoubt.getOrDefault(cell.area(), Set.of()).contains(cell.measure());
        scope.claims().byCell().forEach((cell, claims) -> {
            boolean onALine = wanted.test(cell);
            claims.stream().filter(claim -> claim.amount().isExact()).flatMap(claim -> claim.figures().stream()).forEach(figure -> {
                rows.computeIfAbsent(place(figure), row -> new ArrayList<>(4)).add(figure);
                if (onALine) {
                    onTheLines.add(figure);
                }
            });
        });
        for (Figure figure : StandingFigures.of(scope.evidence().neighbours().on(wanted)).current()) {
            if (!figure.date().equals(scope.date()) && scope.claims().on(figure.cell()).isEmpty()) {
                beside.computeIfAbsent(figure.cell(), cell -> new ArrayList<>(2)).add(figure);
                if (figure.amount().isExact()) {
                    onTheLines.add(figure);
                }
            }
        }
        onTheLines.sort(MOST_TRUSTED_FIRST);
        rows.values().forEach(row -> row.sort(null));
    }

    private static String place(Figure figure) {
        return figure.line() + " " + figure.file();
    }

    @Override
    public Vocabulary vocabulary() {
        return scope.vocabulary();
    }

    @Override
    public List<Figure> line(Cell cell, Predicate<Figure> wanted) {
        return onTheLines.stream().filter(figure -> figure.cell().area().equals(cell.area())
                && figure.cell().measure().equals(cell.measure())).filter(wanted).toList();
    }

    @Override
    public List<Figure> on(Cell cell) {
        List<Claim> claims = scope.claims().on(cell);
        List<Figure> figures = claims.isEmpty() ? beside.getOrDefault(cell, List.of())
                : claims.stream().flatMap(claim -> claim.figures().stream()).toList();
        return figures.stream().filter(figure -> figure.amount().isExact()).sorted(MOST_TRUSTED_FIRST).toList();
    }

    @Override
    public List<Figure> row(Figure figure) {
        return rows.getOrDefault(place(figure), List.of());
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
    public boolean fit(Map<Figure, Long> instead) {
        Map<Cell, Long> tried = new HashMap<>();
        instead.forEach((figure, number) -> tried.put(figure.cell(), number));
        boolean spoken = false;
        for (Figure figure : instead.keySet()) {
            long number = tried.get(figure.cell());
            for (Claim claim : scope.claims().on(figure.cell())) {
                boolean counts = !setAside.contains(claim) && !claim.figures().contains(figure);
                if (counts && (number < claim.amount().lowest() || number > claim.amount().highest())) {
                    return false;
                }
                spoken |= counts && claim.amount().isExact();
            }
            for (Relation relation : printed.relationsOn(figure.cell())) {
                Result result = printed.result(relation, tried);
                if (result == Result.FAILS) {
                    return false;
                }
                spoken |= Printed.isSum(relation) && result == Result.HOLDS;
            }
        }
        return spoken;
    }
}

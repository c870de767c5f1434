package org.crossfoot.reconcile.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.evidence.FiguresByCell;
import org.crossfoot.rule.Decisions;
import org.crossfoot.rule.Rules;

/**
 * The claims on every cell, in a fixed order. Of a day that is below zero nothing is claimed but what it takes back of the days
 * before it.
 */
public final class Claims {

    private final List<Cell> cells;
    private final List<List<Claim>> claims;
    /** By period; the areas in their order. */
    private final Map<String, List<ClaimsInPlace>> byArea = new LinkedHashMap<>();
    private final List<Cell> longer = new ArrayList<>();
    private final Voicing voicing;
    private final boolean corrected;
    private final List<List<Integer>> shared = new ArrayList<>();
    private final List<Claim> decidedWrong = new ArrayList<>();

    public Claims(Collection<Figure> figures, Vocabulary vocabulary, Rules rules) {
        this(figures, Map.of(), vocabulary, rules, Decisions.NONE);
    }

    /** @param instead figures for cells that need not be the figures' own: goals that stand on a date */
    public Claims(Collection<Figure> figures, Map<Cell, List<Figure>> instead, Vocabulary vocabulary, Rules rules,
            Decisions decisions) {
        cells = new ArrayList<>(figures.size());
        claims = new ArrayList<>(figures.size());
        voicing = new Voicing(vocabulary, Agreement.of(rules), decisions);
        corrected = figures.stream().anyMatch(figure -> figure.amount().isCorrection());
        if (instead.isEmpty() && !corrected) {
            FiguresByCell.inOrder(figures, this::add);
        } else {
            SortedMap<Cell, List<Figure>> all = new TreeMap<>();
            FiguresByCell.inOrder(figures, (cell, ofCell) -> {
                all.put(cell, ofCell);
                List<Figure> corrections = ofCell.stream().filter(figure -> figure.amount().isCorrection()).toList();
                if (!corrections.isEmpty()) {
                    all.put(takenBack(cell), corrections);
                }
            });
            instead.forEach((cell, goals) -> all.put(cell, goals.stream().sorted(FiguresByCell::byAmount).toList()));
            all.forEach(this::add);
        }
        if (claims.stream().flatMap(List::stream).anyMatch(claim -> claim.figure().shared())) {
            findShared();
        }
    }

    /** Those of others that are judged. */
    private Claims(Claims others) {
        cells = new ArrayList<>(others.cells.size());
        claims = new ArrayList<>(others.cells.size());
        voicing = others.voicing;
        corrected = others.corrected;
        for (int place = 0; place < others.cells.size(); place++) {
            List<Claim> judged = others.claims.get(place).stream().filter(claim -> !claim.isDecidedWrong()).toList();
            if (!judged.isEmpty()) {
                addOn(others.cells.get(place), judged);
            }
        }
    }

    /** All but those that somebody decided to be wrong. */
    public Claims judged() {
        return decidedWrong.isEmpty() ? this : new Claims(this);
    }

    /** Those that somebody decided to be wrong; in order. */
    public List<Claim> decidedWrong() {
        return decidedWrong;
    }

    private void findShared() {
        Map<SharedFigure, Set<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < claims.size(); place++) {
            for (Claim claim : claims.get(place)) {
                Optional<SharedFigure> figure = SharedFigure.behind(claim);
                if (figure.isPresent()) {
                    places.computeIfAbsent(figure.get(), added -> new LinkedHashSet<>()).add(place);
                }
            }
        }
        places.values().stream().filter(several -> several.size() > 1).map(List::copyOf).forEach(shared::add);
    }

    /** The places, among all cells, of those that one figure is said of at once. */
    public List<List<Integer>> shared() {
        return shared;
    }

    private static Cell takenBack(Cell cell) {
        return new Cell(Measure.takenBack(cell.measure()), cell.area(), cell.period());
    }

    /**
     * The cell that counts for a day in sums over days: what is taken back on it, with the opposite sign, where a correction
     * stands on it, and otherwise its own.
     */
    public Cell inSumOfDays(Cell day) {
        Cell takenBack = corrected ? takenBack(day) : day;
        return corrected && !on(takenBack).isEmpty() ? takenBack : day;
    }

    private void add(Cell cell, List<Figure> figures) {
        List<Claim> on = voicing.claims(cell, figures);
        addOn(cell, on);
        for (int i = 0; i < on.size(); i++) {
            if (on.get(i).isDecidedWrong()) {
                decidedWrong.add(on.get(i));
            }
        }
    }

    private void addOn(Cell cell, List<Claim> on) {
        cells.add(cell);
        claims.add(on);
        place(cell).add(cell, on);
        if (!cell.period().isDay() && !cell.period().isOpen()) {
            longer.add(cell);
        }
    }

    private ClaimsInPlace place(Cell cell) {
        List<ClaimsInPlace> ofArea = byArea.computeIfAbsent(cell.area(), area -> new ArrayList<>(1));
        int at = ClaimsInPlace.firstNotBefore(cell.period(), ofArea);
        if (at == ofArea.size() || !ofArea.get(at).period().equals(cell.period())) {
            ofArea.add(at, new ClaimsInPlace(cell.area(), cell.period()));
        }
        return ofArea.get(at);
    }

    /** Whether there is a correction among them. */
    public boolean areCorrected() {
        return corrected;
    }

    /** All that somebody speaks of. */
    public List<Cell> cells() {
        return cells;
    }

    /** On each of these cells, in their order. */
    public List<List<Claim>> byCell() {
        return claims;
    }

    /** On the cell that stands at a place among all. */
    public List<Claim> on(int place) {
        return claims.get(place);
    }

    /** None where nobody speaks of it. */
    public List<Claim> on(Cell cell) {
        ClaimsInPlace place = at(cell.area(), cell.period());
        return place == null ? List.of() : place.on(cell.measure());
    }

    /** The places of a date that anybody speaks of, by area, then period. */
    public List<ClaimsInPlace> placesOf(LocalDate date) {
        List<ClaimsInPlace> places = new ArrayList<>(byArea.size());
        for (List<ClaimsInPlace> ofArea : byArea.values()) {
            for (ClaimsInPlace place : ofArea) {
                if (place.isOf(date)) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    /** What is said of an area, by period. */
    public List<ClaimsInPlace> placesIn(String area) {
        return byArea.getOrDefault(area, List.of());
    }

    /** Null where nobody speaks of the place. */
    private ClaimsInPlace at(String area, Period period) {
        List<ClaimsInPlace> ofArea = placesIn(area);
        int at = ClaimsInPlace.firstNotBefore(period, ofArea);
        return at < ofArea.size() && ofArea.get(at).period().equals(period) ? ofArea.get(at) : null;
    }

    /** Cells of periods that are longer than a day and have an end, in their order: of most dates there are few. */
    public List<Cell> longer() {
        return longer;
    }
}

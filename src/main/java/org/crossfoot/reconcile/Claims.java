package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.rule.Rules;

/** The claims on every cell, in a fixed order. */
final class Claims {

    private static final Comparator<Figure> MOST_TRUSTED_FIRST = Comparator.comparing(Figure::derived)
            .thenComparing(Comparator.comparingInt(Figure::trust).reversed()).thenComparing(Comparator.naturalOrder());

    /** In the order of the cells. */
    private final Map<Cell, List<Claim>> byCell;
    private final Map<String, SortedMap<Period, ClaimsInPlace>> byArea;
    private final List<Cell> longer = new ArrayList<>();
    private final Vocabulary vocabulary;
    private final Agreement agreement;

    Claims(Collection<Figure> figures, Vocabulary vocabulary, Rules rules) {
        this(figures, Map.of(), vocabulary, rules);
    }

    /** @param instead figures for cells that need not be the figures' own: goals that stand on a date */
    Claims(Collection<Figure> figures, Map<Cell, List<Figure>> instead, Vocabulary vocabulary, Rules rules) {
        this.vocabulary = vocabulary;
        this.agreement = Agreement.of(rules);
        this.byCell = new LinkedHashMap<>(2 * figures.size());
        Map<String, SortedMap<Cell, List<Figure>>> said = new HashMap<>();
        for (Figure figure : figures) {
            ofArea(figure.cell(), said).computeIfAbsent(figure.cell(), cell -> new ArrayList<>(2)).add(figure);
        }
        instead.forEach((cell, goals) -> ofArea(cell, said).put(cell, goals));
        List<String> areas = new ArrayList<>(said.keySet());
        areas.sort(null);
        this.byArea = new LinkedHashMap<>(2 * areas.size());
        for (String area : areas) {
            byArea.put(area, claimed(said.get(area)));
        }
    }

    private static SortedMap<Cell, List<Figure>> ofArea(Cell cell, Map<String, SortedMap<Cell, List<Figure>>> said) {
        return said.computeIfAbsent(cell.area(), area -> new TreeMap<>());
    }

    private SortedMap<Period, ClaimsInPlace> claimed(SortedMap<Cell, List<Figure>> ofArea) {
        SortedMap<Period, ClaimsInPlace> places = new TreeMap<>();
        for (Map.Entry<Cell, List<Figure>> entry : ofArea.entrySet()) {
            Cell cell = entry.getKey();
            List<Claim> claims = group(cell, entry.getValue());
            byCell.put(cell, claims);
            places.computeIfAbsent(cell.period(), period -> new ClaimsInPlace(cell.area(), period)).add(cell, claims);
            if (!cell.period().isDay() && !cell.period().isOpen()) {
                longer.add(cell);
            }
        }
        return places;
    }

    Map<Cell, List<Claim>> byCell() {
        return byCell;
    }

    /** The places of a date that anybody speaks of, by area, then period. */
    List<ClaimsInPlace> placesOf(LocalDate date) {
        List<ClaimsInPlace> places = new ArrayList<>(byArea.size());
        for (SortedMap<Period, ClaimsInPlace> ofArea : byArea.values()) {
            for (ClaimsInPlace place : ofArea.values()) {
                if (place.isOf(date)) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    /** Null where nobody speaks of the place. */
    ClaimsInPlace at(String area, Period period) {
        SortedMap<Period, ClaimsInPlace> ofArea = byArea.get(area);
        return ofArea == null ? null : ofArea.get(period);
    }

    /** Cells of periods that are longer than a day and have an end, in their order: of most dates there are few. */
    List<Cell> longer() {
        return longer;
    }

    List<Claim> on(Cell cell) {
        return byCell.getOrDefault(cell, List.of());
    }

    private List<Claim> group(Cell cell, List<Figure> figures) {
        if (figures.size() == 1) {
            return List.of(claim(cell, figures, figures.get(0).amount()));
        }
        SortedMap<Amount, List<Figure>> byAmount = new TreeMap<>();
        for (Figure figure : figures) {
            byAmount.computeIfAbsent(figure.amount(), amount -> new ArrayList<>(2)).add(figure);
        }
        List<Claim> claims = new ArrayList<>(figures.size());
        for (Map.Entry<Amount, List<Figure>> entry : byAmount.entrySet()) {
            Amount allowed = agreement.allowed(entry.getKey(), byAmount.keySet());
            for (List<Figure> voice : voices(entry.getValue())) {
                claims.add(claim(cell, voice, allowed));
            }
        }
        return claims;
    }

    private static Claim claim(Cell cell, List<Figure> voice, Amount allowed) {
        List<Figure> ordered = voice.size() == 1 ? List.of(voice.get(0)) : voice.stream().sorted(MOST_TRUSTED_FIRST).toList();
        Figure first = ordered.get(0);
        return new Claim(cell, first.amount(), allowed, ordered, first.derived() ? 0 : first.trust());
    }

    /** Equal figures of one cell, put together where one source passes on another's or both quote the same person. */
    private List<List<Figure>> voices(List<Figure> equal) {
        if (equal.size() == 1) {
            return List.of(equal);
        }
        List<List<Figure>> voices = new ArrayList<>(equal.size());
        List<Figure> ordered = new ArrayList<>(equal);
        ordered.sort(null);
        for (Figure figure : ordered) {
            List<Figure> together = new ArrayList<>(2);
            together.add(figure);
            voices.removeIf(voice -> isIn(voice, figure) && together.addAll(voice));
            voices.add(together);
        }
        return voices;
    }

    private boolean isIn(List<Figure> voice, Figure figure) {
        for (Figure other : voice) {
            if (sameVoice(figure, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean sameVoice(Figure one, Figure other) {
        return vocabulary.originOf(one.source()).equals(vocabulary.originOf(other.source()))
                || !one.attributedTo().isEmpty() && one.attributedTo().equalsIgnoreCase(other.attributedTo());
    }
}

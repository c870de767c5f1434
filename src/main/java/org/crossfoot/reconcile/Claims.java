package org.crossfoot.reconcile;

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

    /** In the order of the cells; of equal periods all have the same object, which is found equal at once. */
    private final Map<Cell, List<Claim>> byCell;
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
        Map<Cell, List<Figure>> byCell = new HashMap<>(2 * figures.size());
        for (Figure figure : figures) {
            byCell.computeIfAbsent(figure.cell(), cell -> new ArrayList<>(2)).add(figure);
        }
        byCell.putAll(instead);
        List<Cell> cells = new ArrayList<>(byCell.keySet());
        cells.sort(null);
        this.byCell = new LinkedHashMap<>(2 * cells.size());
        Map<Period, Period> periods = new HashMap<>();
        for (Cell cell : cells) {
            Period same = periods.computeIfAbsent(cell.period(), period -> period);
            Cell ours = cell.period() == same ? cell : new Cell(cell.measure(), cell.area(), same);
            this.byCell.put(ours, group(ours, byCell.get(cell)));
            if (!ours.period().isDay() && !ours.period().isOpen()) {
                longer.add(ours);
            }
        }
    }

    Map<Cell, List<Claim>> byCell() {
        return byCell;
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
        byAmount.forEach((amount, equal) -> voices(equal)
                .forEach(voice -> claims.add(claim(cell, voice, agreement.allowed(amount, byAmount.keySet())))));
        return claims;
    }

    private static Claim claim(Cell cell, List<Figure> voice, Amount allowed) {
        List<Figure> ordered = voice.size() == 1 ? List.copyOf(voice) : voice.stream().sorted(MOST_TRUSTED_FIRST).toList();
        Figure first = ordered.get(0);
        return new Claim(cell, first.amount(), allowed, ordered, first.derived() ? 0 : first.trust());
    }

    /** Equal figures of one cell, put together where one source passes on another's or both quote the same person. */
    private List<List<Figure>> voices(List<Figure> equal) {
        if (equal.size() == 1) {
            return List.of(equal);
        }
        List<List<Figure>> voices = new ArrayList<>();
        List<Figure> ordered = new ArrayList<>(equal);
        ordered.sort(null);
        for (Figure figure : ordered) {
            List<Figure> together = new ArrayList<>(List.of(figure));
            voices.removeIf(voice -> {
                boolean one = voice.stream().anyMatch(other -> sameVoice(figure, other));
                if (one) {
                    together.addAll(voice);
                }
                return one;
            });
            voices.add(together);
        }
        return voices;
    }

    private boolean sameVoice(Figure one, Figure other) {
        return vocabulary.originOf(one.source()).equals(vocabulary.originOf(other.source()))
                || !one.attributedTo().isEmpty() && one.attributedTo().equalsIgnoreCase(other.attributedTo());
    }
}

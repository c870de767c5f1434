package org.crossfoot.reconcile.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.network.Groups;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decisions;

/**
 * Makes claims of figures: equal ones of a cell are one claim where one source passes on another's or both quote the same person.
 */
record Voicing(Vocabulary vocabulary, Agreement agreement, Decisions decisions) {

    /** Who only passes it on comes after the one it is from. */
    private Comparator<Figure> firstHandFirst() {
        return Comparator.comparing(Figure::derived)
                .thenComparing(figure -> !vocabulary.originOf(figure.source()).equals(figure.source()))
                .thenComparing(Comparator.comparingInt(Figure::trust).reversed()).thenComparing(Comparator.naturalOrder());
    }

    /** @param figures by amount; so are the claims */
    List<Claim> claims(Cell cell, List<Figure> figures) {
        if (figures.size() == 1) {
            return List.of(claim(cell, List.of(figures.get(0)), said(cell, figures.get(0))));
        }
        List<Claim> claims = new ArrayList<>(figures.size());
        List<Figure> judged = decisions.isEmpty() ? figures : figures.stream().filter(figure -> !isDecidedWrong(figure)).toList();
        Agreement.Between between = agreement.between(judged.isEmpty() ? figures : judged, figure -> said(cell, figure));
        int from = 0;
        for (int to = 1; to <= figures.size(); to++) {
            Amount amount = said(cell, figures.get(from));
            if (to == figures.size() || !said(cell, figures.get(to)).equals(amount)) {
                addEqual(cell, figures.subList(from, to), between.allowed(amount), claims);
                from = to;
            }
        }
        return claims;
    }

    /** What a figure says of a cell: a correction of its own day only that it takes something back. */
    private static Amount said(Cell cell, Figure figure) {
        return !figure.amount().isCorrection() ? figure.amount()
                : Measure.isTakenBack(cell.measure()) ? figure.amount().negated() : Amount.UNKNOWN;
    }

    /** Claims stand where the last of their figures does. */
    private void addEqual(Cell cell, List<Figure> figures, Amount allowed, List<Claim> claims) {
        if (figures.size() == 1) {
            claims.add(claim(cell, List.of(figures.get(0)), allowed));
            return;
        }
        // From the last to the first, so that what else is equal stands in that order.
        Groups voices = new Groups(figures.size());
        Map<String, Integer> byOrigin = new HashMap<>();
        Map<String, Integer> byPerson = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(figures.size() - 1 - i);
            join(voices, i, byOrigin.putIfAbsent(vocabulary.originOf(figure.source()), i));
            if (!figure.attributedTo().isEmpty()) {
                join(voices, i, byPerson.putIfAbsent(figure.attributedTo(), i));
            }
        }
        int[][] all = voices.all();
        for (int i = all.length - 1; i >= 0; i--) {
            List<Figure> voice = new ArrayList<>(all[i].length);
            for (int number : all[i]) {
                voice.add(figures.get(figures.size() - 1 - number));
            }
            voice.sort(firstHandFirst());
            claims.add(claim(cell, List.copyOf(voice), allowed));
        }
    }

    private static void join(Groups voices, int one, Integer other) {
        if (other != null) {
            voices.join(other, one);
        }
    }

    /** @param voice the first hand first */
    private Claim claim(Cell cell, List<Figure> voice, Amount allowed) {
        Figure first = voice.get(0);
        int cost = 0;
        for (Figure figure : voice) {
            cost = figure.derived() ? cost : Math.max(cost, figure.trust());
        }
        return new Claim(cell, said(cell, first), allowed, voice, cost, decisions.isEmpty() ? null : voice.stream()
                .map(decisions::judging).filter(Objects::nonNull).findFirst().orElse(null));
    }

    private boolean isDecidedWrong(Figure figure) {
        Decision decided = decisions.judging(figure);
        return decided != null && decided.what() == Decision.What.SET_ASIDE;
    }
}

package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Vocabulary;

/** Makes claims of figures: equal ones of a cell are one claim where one source passes on another's or both quote the same person. */
record Voicing(Vocabulary vocabulary, Agreement agreement) {

    private static final Comparator<Figure> MOST_TRUSTED_FIRST = Comparator.comparing(Figure::derived)
            .thenComparing(Comparator.comparingInt(Figure::trust).reversed()).thenComparing(Comparator.naturalOrder());

    /** By amount. */
    List<Claim> claims(Cell cell, List<Figure> figures) {
        if (figures.size() == 1) {
            return List.of(claim(cell, List.of(figures.get(0)), figures.get(0).amount()));
        }
        List<Figure> ordered = new ArrayList<>(figures);
        ordered.sort(Voicing::byAmount);
        List<Claim> claims = new ArrayList<>(figures.size());
        int from = 0;
        for (int to = 1; to <= ordered.size(); to++) {
            Amount amount = ordered.get(from).amount();
            if (to == ordered.size() || !ordered.get(to).amount().equals(amount)) {
                Amount allowed = agreement.allowed(amount, ordered);
                for (List<Figure> voice : voices(ordered.subList(from, to))) {
                    claims.add(claim(cell, voice, allowed));
                }
                from = to;
            }
        }
        return claims;
    }

    private static int byAmount(Figure one, Figure other) {
        int order = one.amount().compareTo(other.amount());
        return order == 0 ? one.compareTo(other) : order;
    }

    private static Claim claim(Cell cell, List<Figure> voice, Amount allowed) {
        Figure first = voice.get(0);
        return new Claim(cell, first.amount(), allowed, voice, first.derived() ? 0 : first.trust());
    }

    /** Of equal figures in their order; the most trusted of each voice first. */
    private List<List<Figure>> voices(List<Figure> equal) {
        List<List<Figure>> voices = new ArrayList<>(equal.size());
        for (Figure figure : equal) {
            List<Figure> together = List.of(figure);
            Iterator<List<Figure>> others = voices.iterator();
            while (others.hasNext()) {
                List<Figure> other = others.next();
                if (isIn(other, figure)) {
                    together = Stream.concat(together.stream(), other.stream()).sorted(MOST_TRUSTED_FIRST).toList();
                    others.remove();
                }
            }
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

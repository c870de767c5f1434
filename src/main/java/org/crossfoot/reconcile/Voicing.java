package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
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

    /** @param figures by amount; so are the claims */
    List<Claim> claims(Cell cell, List<Figure> figures) {
        if (figures.size() == 1) {
            return List.of(claim(cell, List.of(figures.get(0)), figures.get(0).amount()));
        }
        List<Claim> claims = new ArrayList<>(figures.size());
        int from = 0;
        for (int to = 1; to <= figures.size(); to++) {
            Amount amount = figures.get(from).amount();
            if (to == figures.size() || !figures.get(to).amount().equals(amount)) {
                addEqual(cell, figures.subList(from, to), agreement.allowed(amount, figures), claims);
                from = to;
            }
        }
        return claims;
    }

    private void addEqual(Cell cell, List<Figure> figures, Amount allowed, List<Claim> claims) {
        int first = claims.size();
        for (Figure figure : figures) {
            List<Figure> voice = List.of(figure);
            for (int i = first; i < claims.size(); ) {
                if (isIn(claims.get(i).figures(), figure)) {
                    voice = Stream.concat(voice.stream(), claims.remove(i).figures().stream()).sorted(MOST_TRUSTED_FIRST).toList();
                } else {
                    i++;
                }
            }
            claims.add(claim(cell, voice, allowed));
        }
    }

    /** @param voice the most trusted first */
    private static Claim claim(Cell cell, List<Figure> voice, Amount allowed) {
        Figure first = voice.get(0);
        return new Claim(cell, first.amount(), allowed, voice, first.derived() ? 0 : first.trust());
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

package org.crossfoot.reconcile.outcome;

import java.util.List;
import java.util.stream.Collectors;
import org.crossfoot.figure.Figure;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decisions;

/**
 * A figure, and what it was used for.
 *
 * @param decided what somebody decided of it, by whom, why and where; empty where nobody did
 */
public record FigureUse(Figure figure, Use use, String decided) implements Comparable<FigureUse> {

    /** Of which nobody decided anything. */
    public FigureUse(Figure figure, Use use) {
        this(figure, use, "");
    }

    /** The figure as it was printed, with what was decided of it. */
    public FigureUse decided(Decisions decisions) {
        List<Decision> followed = decisions.followed(figure);
        return followed.isEmpty() ? this : new FigureUse(figure.printed(), figure.isMoved() && use != Use.SET_ASIDE
                && use != Use.SUPERSEDED && use != Use.REPEATED ? Use.MOVED : use, followed.stream().map(Decision::inWords)
                .collect(Collectors.joining("; ")));
    }

    @Override
    public int compareTo(FigureUse other) {
        int order = figure.compareTo(other.figure);
        return order == 0 ? use.compareTo(other.use) : order;
    }
}

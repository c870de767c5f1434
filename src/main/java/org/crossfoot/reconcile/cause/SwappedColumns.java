package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.cause.Surroundings.Instead;

/** Two figures of one row or statement, or of one source for one area and period, that fit when they are exchanged. */
final class SwappedColumns implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        Figure one = suspect.figure();
        List<Hint> hints = new ArrayList<>();
        for (Figure other : beside(one, around)) {
            long number = other.amount().lowest();
            if (number != suspect.printed() && !other.cell().equals(one.cell())
                    && around.fit(List.of(new Instead(one, number), new Instead(other, suspect.printed())))) {
                hints.add(new Hint("swapped with another figure (" + Citation.of(other, what(one, other, around), around) + ")",
                        Set.of(one, other), false));
            }
        }
        return hints;
    }

    private static Set<Figure> beside(Figure one, Surroundings around) {
        Set<Figure> beside = new LinkedHashSet<>(around.row(one));
        for (Cell cell : OtherMeasure.cells(one.cell(), around)) {
            for (Figure figure : around.on(cell)) {
                if (figure.source().equals(one.source())) {
                    beside.add(figure);
                }
            }
        }
        return beside;
    }

    private static String what(Figure one, Figure other, Surroundings around) {
        return one.cell().area().equals(other.cell().area()) ? around.vocabulary().measureTitle(other.cell().measure())
                : around.vocabulary().areas().name(other.cell().area());
    }

    /** Either of two figures that were swapped is the other's figure, and what it has more may be a third one's. */
    @Override
    public boolean implies(Cause other) {
        return other instanceof OtherMeasure || other instanceof NeighbouringArea || other instanceof AddedTogether;
    }
}

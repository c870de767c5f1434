package org.crossfoot.reconcile.cause;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossfoot.figure.Figure;

/** Two figures of one row or statement, or of one source for one area and period, that fit when they are exchanged. */
final class SwappedColumns implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        Figure one = suspect.figure();
        Stream<Figure> sameAreaAndPeriod = OtherMeasure.cells(one.cell(), around).flatMap(cell -> around.on(cell).stream())
                .filter(other -> other.source().equals(one.source()));
        return Stream.concat(around.row(one).stream(), sameAreaAndPeriod).distinct().filter(other -> !other.cell().equals(one.cell()))
                .filter(other -> other.amount().lowest() != suspect.printed())
                .filter(other -> around.fit(Map.of(one, other.amount().lowest(), other, suspect.printed())))
                .map(other -> new Hint("swapped with another figure (" + Citation.of(other, what(one, other, around), around) + ")",
                        Set.of(one, other), false)).toList();
    }

    private static String what(Figure one, Figure other, Surroundings around) {
        return one.cell().area().equals(other.cell().area()) ? around.vocabulary().measureTitle(other.cell().measure())
                : around.vocabulary().areas().name(other.cell().area());
    }

    /** Either of two figures that were swapped is the other's figure. */
    @Override
    public boolean implies(Cause other) {
        return other instanceof OtherMeasure || other instanceof NeighbouringArea;
    }
}

package org.crossfoot.reconcile.cause;

import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;

/** The figure of another measure of the same area and period, by the same source or in the same statement. */
final class OtherMeasure implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        return SameNumber.on(cells(suspect.cell(), around), suspect, around, figure -> saidTogether(figure, suspect.figure())).stream()
                .map(figure -> Hint.mistaken(suspect, "another measure's figure (" + Citation.of(figure,
                        around.vocabulary().measureTitle(figure.cell().measure()), around) + ")")).toList();
    }

    /** The same area and period in every other measure of counts. */
    static Stream<Cell> cells(Cell cell, Surroundings around) {
        return around.vocabulary().measures().values().stream().filter(measure -> !measure.isGoal()).map(Measure::id)
                .filter(measure -> !measure.equals(cell.measure())).sorted()
                .map(measure -> new Cell(measure, cell.area(), cell.period()));
    }

    static boolean saidTogether(Figure one, Figure other) {
        return one.source().equals(other.source()) || !one.statement().isEmpty() && one.statement().equals(other.statement());
    }

    /** A total printed for one of its parts is also the part with the others added. */
    @Override
    public boolean implies(Cause other) {
        return other instanceof AddedTogether;
    }
}

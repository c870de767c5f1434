package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;

/** The figure of another measure of the same area and period, by the same source or in the same statement. */
final class OtherMeasure implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        List<Hint> hints = new ArrayList<>();
        for (Figure figure : SameNumber.on(cells(suspect.cell(), around), suspect, around,
                figure -> saidTogether(figure, suspect.figure()))) {
            hints.add(Hint.mistaken(suspect, "another measure's figure ("
                    + Citation.of(figure, around.vocabulary().measureTitle(figure.cell().measure()), around) + ")"));
        }
        return hints;
    }

    /** The same area and period in every other measure of counts. */
    static List<Cell> cells(Cell cell, Surroundings around) {
        List<String> measures = new ArrayList<>();
        for (Measure measure : around.vocabulary().measures().values()) {
            if (!measure.isGoal() && !measure.id().equals(cell.measure())) {
                measures.add(measure.id());
            }
        }
        measures.sort(null);
        return measures.stream().map(measure -> new Cell(measure, cell.area(), cell.period())).toList();
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

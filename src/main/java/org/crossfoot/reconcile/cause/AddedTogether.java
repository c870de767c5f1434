package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/** Another measure counted in: arrests and detainers given as arrests. */
final class AddedTogether implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        if (!suspect.hasValue() || suspect.value() == 0) {
            return List.of();
        }
        long more = suspect.printed() - suspect.value();
        if (more < SameNumber.TELLING) {
            return List.of();
        }
        List<Hint> hints = new ArrayList<>();
        for (Cell cell : OtherMeasure.cells(suspect.cell(), around)) {
            for (Figure figure : around.on(cell)) {
                if (figure.amount().lowest() == more) {
                    hints.add(Hint.mistaken(suspect, Citation.number(suspect.value()) + " and another measure added together ("
                            + Citation.of(figure, around.vocabulary().measureTitle(cell.measure()), around) + ")"));
                    break;
                }
            }
        }
        return hints;
    }
}

package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;

/** The sum of the parts, one of them left out. */
final class MissingPart implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        List<Hint> hints = new ArrayList<>();
        around.vocabulary().areas().partsOf(suspect.cell().area()).values().forEach(parts -> hints.addAll(of(suspect, parts, around)));
        return hints;
    }

    private static List<Hint> of(Suspect suspect, List<Area> parts, Surroundings around) {
        long sum = 0;
        List<Cell> cells = parts.stream().map(part -> new Cell(suspect.cell().measure(), part.id(), suspect.cell().period())).toList();
        for (Cell cell : cells) {
            OptionalLong number = around.number(cell);
            if (number.isEmpty()) {
                return List.of();
            }
            sum += number.getAsLong();
        }
        long missing = sum - suspect.printed();
        if (missing < SameNumber.TELLING) {
            return List.of();
        }
        return cells.stream().filter(cell -> around.number(cell).getAsLong() == missing)
                .flatMap(cell -> around.on(cell).stream().filter(figure -> figure.amount().lowest() == missing).limit(1))
                .map(figure -> Hint.mistaken(suspect, "the sum of the parts without one of them (" + Citation.of(figure,
                        around.vocabulary().areas().name(figure.cell().area()), around) + ")")).toList();
    }
}

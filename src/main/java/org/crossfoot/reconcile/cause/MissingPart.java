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
        for (List<Area> parts : around.vocabulary().areas().partsOf(suspect.cell().area()).values()) {
            hints.addAll(of(suspect, parts, around));
        }
        return hints;
    }

    private static List<Hint> of(Suspect suspect, List<Area> parts, Surroundings around) {
        long[] numbers = new long[parts.size()];
        long sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            OptionalLong number = around.number(cell(suspect, parts.get(i)));
            if (number.isEmpty()) {
                return List.of();
            }
            numbers[i] = number.getAsLong();
            sum += numbers[i];
        }
        long missing = sum - suspect.printed();
        if (missing < SameNumber.TELLING) {
            return List.of();
        }
        List<Hint> hints = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == missing) {
                around.on(cell(suspect, parts.get(i))).stream().filter(figure -> figure.amount().lowest() == missing).findFirst()
                        .ifPresent(figure -> hints.add(Hint.mistaken(suspect, "the sum of the parts without one of them ("
                                + Citation.of(figure, around.vocabulary().areas().name(figure.cell().area()), around) + ")")));
            }
        }
        return hints;
    }

    private static Cell cell(Suspect suspect, Area part) {
        return new Cell(suspect.cell().measure(), part.id(), suspect.cell().period());
    }
}

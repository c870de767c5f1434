package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/** The sum of the parts, one of them left out: areas, kinds or days, whatever adds up to it. */
final class MissingPart implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        List<Hint> hints = new ArrayList<>();
        Set<Cell> named = new HashSet<>();
        for (List<Cell> parts : around.partsOf(suspect.cell())) {
            add(suspect, parts, around, named, hints);
        }
        return hints;
    }

    private static void add(Suspect suspect, List<Cell> parts, Surroundings around, Set<Cell> named, List<Hint> hints) {
        long[] numbers = new long[parts.size()];
        long sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            OptionalLong number = around.number(parts.get(i));
            if (number.isEmpty()) {
                return;
            }
            numbers[i] = number.getAsLong();
            sum += numbers[i];
        }
        long missing = sum - suspect.printed();
        if (missing < SameNumber.TELLING) {
            return;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == missing && named.add(parts.get(i))) {
                around.on(parts.get(i)).stream().filter(figure -> figure.amount().lowest() == missing).findFirst()
                        .ifPresent(figure -> hints.add(Hint.mistaken(suspect, "the sum of the parts without one of them ("
                                + Citation.of(figure, name(suspect, figure, around), around) + ")")));
            }
        }
    }

    private static String name(Suspect suspect, Figure part, Surroundings around) {
        Cell cell = part.cell();
        return !cell.area().equals(suspect.cell().area()) ? around.vocabulary().areas().name(cell.area())
                : !cell.measure().equals(suspect.cell().measure()) ? around.vocabulary().measureTitle(cell.measure())
                : cell.period().toString();
    }
}

package org.crossfoot.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.crossfoot.settings.FigureEntry;

/** Which rows an entry applies to. */
final class Conditions {

    private record Condition(PlacedText place, Remembered<Boolean> met) {
    }

    private final List<Condition> conditions = new ArrayList<>();

    Conditions(List<FigureEntry.Condition> when, Places places) throws UnreadableReport {
        for (FigureEntry.Condition condition : when) {
            PlacedText place = places.find(condition.place());
            Pattern pattern = condition.matches();
            conditions.add(new Condition(place, new Remembered<>(text -> pattern.matcher(place.meaning(text)).matches())));
        }
    }

    boolean apply(Row row, int valueColumn) {
        for (Condition condition : conditions) {
            if (!condition.met.of(condition.place.in(row, valueColumn))) {
                return false;
            }
        }
        return true;
    }

    List<PlacedText> places() {
        return conditions.stream().map(Condition::place).toList();
    }
}

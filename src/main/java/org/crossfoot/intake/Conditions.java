package org.crossfoot.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Place;

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

    /** Whether an entry is for files of this name. Of a file it is not for, it needs no column. */
    static boolean concern(FigureEntry entry, Places places) throws UnreadableReport {
        for (FigureEntry.Condition condition : entry.when()) {
            if (condition.place().from() instanceof Place.From.FileName) {
                PlacedText place = places.find(condition.place());
                if (!condition.matches().matcher(place.meaning(place.inFile())).matches()) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean apply(Row row, int valueColumn) {
        for (Condition condition : conditions) {
            if (!condition.met.of(condition.place.in(row, valueColumn))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The column of a cell that spans lines, among the conditions' own places and, where the row is taken, those given; or null.
     * The conditions' places count in any case: a row whose key is broken would otherwise be passed over.
     */
    String brokenColumn(Row row, int[] valueColumns, List<PlacedText> others) {
        boolean applies = Arrays.stream(valueColumns).anyMatch(column -> apply(row, column));
        return Stream.concat(conditions.stream().map(Condition::place), applies ? others.stream() : Stream.empty())
                .filter(place -> place.spansLines(row)).map(place -> place.columnName(valueColumns[0])).findFirst().orElse(null);
    }
}

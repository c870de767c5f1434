package org.crossfoot.intake;

import java.util.function.BiFunction;
import java.util.function.Function;

/** A place together with what its texts mean: gives values, and rejects the texts that have none. */
final class Interpreted<T> {

    private final PlacedText place;
    private final Remembered<Reading<T>> readings;
    private Row lastRow;
    private T last;

    /** Takes a meaning for each text, after the place's map. */
    Interpreted(PlacedText place, Function<String, Reading<T>> meaning) {
        this(place, (itself, printed) -> meaning.apply(itself.meaning(printed)));
    }

    /** Takes a meaning that looks at the place's map itself. */
    Interpreted(PlacedText place, BiFunction<PlacedText, String, Reading<T>> meaning) {
        this.place = place;
        this.readings = new Remembered<>(printed -> meaning.apply(place, printed));
    }

    PlacedText place() {
        return place;
    }

    /** The value, or null where the text has none and was rejected. */
    T read(Row row, int valueColumn, Rejects rejects) {
        // A place that is not the header says the same of every figure of a row, which is rejected once at most.
        if (row != lastRow || place.isOfHeader()) {
            lastRow = row;
            last = readAnew(row, valueColumn, rejects);
        }
        return last;
    }

    private T readAnew(Row row, int valueColumn, Rejects rejects) {
        String printed = place.in(row, valueColumn);
        Reading<T> reading = readings.of(printed);
        if (reading.refusal() != null) {
            rejects.cell(row, place.columnName(valueColumn), reading.refusal(), printed);
        }
        return reading.value();
    }
}

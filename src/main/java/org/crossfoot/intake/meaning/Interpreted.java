package org.crossfoot.intake.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.crossfoot.intake.row.Meaning;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;

/** A place together with what its texts mean: gives values, and rejects the texts that have none. */
final class Interpreted<T> {

    private final PlacedText place;
    private final Remembered<Meaning<T>> readings;
    /** By value column, the first of all being none; null where none was asked for yet. Empty where the place is no header. */
    private final List<Meaning<T>> ofHeaders;
    private Row lastRow;
    private T last;

    /** Takes a meaning for each text, after the place's map. */
    Interpreted(PlacedText place, Function<String, Meaning<T>> meaning) {
        this(place, (itself, printed) -> meaning.apply(itself.meaning(printed)));
    }

    /** Takes a meaning that looks at the place's map itself. */
    Interpreted(PlacedText place, BiFunction<PlacedText, String, Meaning<T>> meaning) {
        this.place = place;
        this.readings = new Remembered<>(printed -> meaning.apply(place, printed));
        this.ofHeaders = new ArrayList<>(Collections.nCopies(place.isOfHeader() ? place.columns() + 1 : 0, null));
    }

    PlacedText place() {
        return place;
    }

    /** The value, or null where the text has none and was rejected. */
    T read(Row row, int valueColumn, Rejects rejects) {
        if (place.isOfHeader()) {
            return value(ofHeader(row, valueColumn), row, valueColumn, rejects);
        }
        // Any other place says the same of every figure of a row, which is rejected once at most.
        if (row != lastRow) {
            lastRow = row;
            last = value(readings.of(place.in(row, valueColumn)), row, valueColumn, rejects);
        }
        return last;
    }

    /** A column's header means the same in every row. */
    private Meaning<T> ofHeader(Row row, int valueColumn) {
        int index = valueColumn - PlacedText.NO_COLUMN;
        if (ofHeaders.get(index) == null) {
            ofHeaders.set(index, readings.of(place.in(row, valueColumn)));
        }
        return ofHeaders.get(index);
    }

    private T value(Meaning<T> reading, Row row, int valueColumn, Rejects rejects) {
        if (reading.refusal() != null) {
            rejects.cell(row, place.columnName(valueColumn), reading.refusal(), place.in(row, valueColumn));
        }
        return reading.value();
    }
}

package org.crossfoot.settings;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One entry under {@code figures:}: how to take one figure (or one per matching column) from every row.
 *
 * @param when          all must match for a row to be taken
 * @param statement     null: each row is a statement of its own
 * @param attributedTo  null: nobody is quoted
 * @param note          null: no remark
 * @param trust         null: the source's
 * @param toDate        a period still running when published ends there; one that had not begun is skipped
 * @param missingIsZero an absent amount means none; otherwise it means unknown
 * @param line          where the entry starts in source.yml
 */
public record FigureEntry(ValuePlace value, Place measure, Place area, PeriodPlace period, List<Condition> when, Place statement,
        Place attributedTo, Place note, Integer trust, boolean derived, boolean toDate, boolean missingIsZero, int line) {

    /** The text at the place must match in full. */
    public record Condition(Place place, Pattern matches) {
    }

    public FigureEntry {
        when = List.copyOf(when);
    }

    boolean countsRows() {
        return value instanceof ValuePlace.RowCount;
    }

    /** The columns that it names, as they are written. */
    Stream<String> columns() {
        Place oncePer = value instanceof ValuePlace.RowCount rows ? rows.oncePer() : null;
        Stream<Place> places = Stream.concat(Stream.of(oncePer, measure, area, statement, attributedTo, note),
                Stream.concat(period.places(), when.stream().map(Condition::place)));
        return Stream.concat(value instanceof ValuePlace.OneColumn one ? Stream.of(one.name()) : Stream.empty(),
                places.flatMap(Place::column));
    }
}

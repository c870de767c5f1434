package org.crossfoot.settings;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.settings.Place.ColumnName;

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
 * @param rows          what several rows, or none, say of one cell
 * @param amounts       how its amounts are printed
 * @param line          where the entry starts in source.yml
 */
public record FigureEntry(ValuePlace value, Place measure, Place area, PeriodPlace period, List<Condition> when, Place statement,
        Place attributedTo, Place note, Integer trust, boolean derived, boolean toDate, boolean missingIsZero, RowsOfCell rows,
        AmountStyle amounts, int line) {

    /**
     * What rows say of one cell together.
     *
     * @param addUp     {@code rows: sum}: those that speak of one cell add up; otherwise each speaks for itself
     * @param noneIsZero {@code no_row: zero}: within the periods and areas that the file covers, what it does not list is none
     */
    public record RowsOfCell(boolean addUp, boolean noneIsZero) {

        public static final RowsOfCell EACH = new RowsOfCell(false, false);
    }

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
    Stream<ColumnName> columns() {
        return Stream.concat(value instanceof ValuePlace.OneColumn one ? one.names().stream() : Stream.empty(),
                places().flatMap(Place::columns));
    }

    /** All places it takes a text from; null where one is not given. */
    Stream<Place> places() {
        Place oncePer = value instanceof ValuePlace.RowCount rows ? rows.oncePer() : null;
        return Stream.concat(Stream.of(oncePer, measure, area, statement, attributedTo, note),
                Stream.concat(period.places(), when.stream().map(Condition::place)));
    }

    /** Where a profile takes a figure's amount from. */
    public sealed interface ValuePlace {

        /** {@code value: { column: NAME }}, or a list of names in order of preference. */
        record OneColumn(List<ColumnName> names) implements ValuePlace {

            public OneColumn {
                names = List.copyOf(names);
            }

            public OneColumn(String name) {
                this(List.of(new ColumnName(name, false)));
            }
        }

        /** {@code value: { columns: REGEX }}: every column whose header matches in full. */
        record MatchingColumns(Pattern pattern) implements ValuePlace {
        }

        /**
         * {@code rows: count}: each row is one event.
         *
         * @param oncePer the column that tells one event from another, so that one listed twice counts once; null where
         *                every row counts
         */
        record RowCount(Place oncePer) implements ValuePlace {
        }
    }

    /** Where a profile takes a figure's period from. */
    public sealed interface PeriodPlace {

        /** Where its texts stand; null where a place is not given. */
        Stream<Place> places();

        /** {@code day} */
        record OneDay(Place day) implements PeriodPlace {

            @Override
            public Stream<Place> places() {
                return Stream.of(day);
            }
        }

        /** {@code month}; with {@code fiscal_year} the month's text needs no year, and years run from October to September. */
        record Month(Place month, Place fiscalYear) implements PeriodPlace {

            @Override
            public Stream<Place> places() {
                return Stream.of(month, fiscalYear);
            }
        }

        /** {@code fiscal_year} alone: October to September. */
        record FiscalYear(Place fiscalYear) implements PeriodPlace {

            @Override
            public Stream<Place> places() {
                return Stream.of(fiscalYear);
            }
        }

        /** {@code from} and {@code to}; {@code to} is null, or empty in a row, where a goal stands until it is replaced. */
        record FromTo(Place from, Place to) implements PeriodPlace {

            @Override
            public Stream<Place> places() {
                return Stream.of(from, to);
            }
        }

        /** {@code since} with {@code day}: a running total. */
        record Since(Place since, Place day) implements PeriodPlace {

            @Override
            public Stream<Place> places() {
                return Stream.of(since, day);
            }
        }
    }
}

package org.crossfoot.settings;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

        /** Where its texts stand, by the keys they are given under; null where a place is not given. */
        Map<String, Place> byKey();

        /** Where its texts stand. */
        default Stream<Place> places() {
            return byKey().values().stream();
        }

        private static Map<String, Place> two(String key, Place place, String otherKey, Place other) {
            Map<String, Place> byKey = new LinkedHashMap<>();
            byKey.put(key, place);
            byKey.put(otherKey, other);
            return byKey;
        }

        /** {@code day} */
        record OneDay(Place day) implements PeriodPlace {

            @Override
            public Map<String, Place> byKey() {
                return Map.of("day", day);
            }
        }

        /** {@code day: { year, month, day }}, each a place of its own; without {@code day} a month. */
        record InParts(Place year, Place month, Place day) implements PeriodPlace {

            @Override
            public Map<String, Place> byKey() {
                Map<String, Place> byKey = two("year", year, "month", month);
                if (day != null) {
                    byKey.put("day", day);
                }
                return byKey;
            }
        }

        /** {@code week: { ..., starts: monday }} or, without a first day, {@code week_ending}. */
        record Week(Place week, DayOfWeek starts) implements PeriodPlace {

            @Override
            public Map<String, Place> byKey() {
                return Map.of(starts == null ? "week_ending" : "week", week);
            }
        }

        /** {@code quarter} */
        record Quarter(Place quarter) implements PeriodPlace {

            @Override
            public Map<String, Place> byKey() {
                return Map.of("quarter", quarter);
            }
        }

        /** {@code year}: from January to December. */
        record Year(Place year) implements PeriodPlace {

            @Override
            public Map<String, Place> byKey() {
                return Map.of("year", year);
            }
        }

        /**
         * {@code month}; with {@code fiscal_year} the month's text needs no year, and years begin with the month they start in.
         */
        record Month(Place month, Place fiscalYear, int starts) implements PeriodPlace {

            public Month(Place month, Place fiscalYear) {
                this(month, fiscalYear, FiscalYear.OCTOBER);
            }

            @Override
            public Map<String, Place> byKey() {
                return two("month", month, "fiscal_year", fiscalYear);
            }
        }

        /** {@code fiscal_year} alone: twelve months from the one it starts in. */
        record FiscalYear(Place fiscalYear, int starts) implements PeriodPlace {

            /** In which fiscal years of the United States start. */
            public static final int OCTOBER = 10;

            public FiscalYear(Place fiscalYear) {
                this(fiscalYear, OCTOBER);
            }

            @Override
            public Map<String, Place> byKey() {
                return Map.of("fiscal_year", fiscalYear);
            }
        }

        /** {@code from} and {@code to}; {@code to} is null, or empty in a row, where a goal stands until it is replaced. */
        record FromTo(Place from, Place to) implements PeriodPlace {

            @Override
            public Map<String, Place> byKey() {
                return two("from", from, "to", to);
            }
        }

        /** {@code since} with {@code day}: a running total. */
        record Since(Place since, Place day) implements PeriodPlace {

            @Override
            public Map<String, Place> byKey() {
                return two("since", since, "day", day);
            }
        }

        /** {@code since: { fiscal_year_start: 10 }} with {@code day}: a running total that begins anew with this month. */
        record SinceMonth(int starts, Place day) implements PeriodPlace {

            @Override
            public Map<String, Place> byKey() {
                return Map.of("day", day);
            }
        }
    }
}

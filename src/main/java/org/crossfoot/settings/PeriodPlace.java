package org.crossfoot.settings;

import java.util.stream.Stream;

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

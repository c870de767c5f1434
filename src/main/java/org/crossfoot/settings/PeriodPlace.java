package org.crossfoot.settings;

/** Where a profile takes a figure's period from. */
public sealed interface PeriodPlace {

    /** {@code day} */
    record Day(Place day) implements PeriodPlace {
    }

    /** {@code month}; with {@code fiscal_year} the month's text needs no year, and years run from October to September. */
    record Month(Place month, Place fiscalYear) implements PeriodPlace {
    }

    /** {@code fiscal_year} alone: October to September. */
    record FiscalYear(Place fiscalYear) implements PeriodPlace {
    }

    /** {@code from} and {@code to}; {@code to} is null, or empty in a row, where a goal stands until it is replaced. */
    record Between(Place from, Place to) implements PeriodPlace {
    }

    /** {@code since} with {@code day}: a running total. */
    record Since(Place since, Place day) implements PeriodPlace {
    }
}

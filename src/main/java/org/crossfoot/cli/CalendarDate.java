package org.crossfoot.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date of the command line. */
final class CalendarDate implements ITypeConverter<LocalDate> {

    private static final int FIRST_YEAR = 1000;

    @Override
    public LocalDate convert(String text) {
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() < FIRST_YEAR) {
                    throw new TypeConversionException("'" + text + "' is not in the years " + FIRST_YEAR
                            + " to 9999, of which reports are read");
                }
                return day;
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no day of the calendar; write one, as 2025-01-26");
            }
        }
        throw new TypeConversionException("'" + text + "' is no date; write year, month and day, as 2025-01-26");
    }
}

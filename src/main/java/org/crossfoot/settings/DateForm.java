package org.crossfoot.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.crossfoot.figure.Keyword;

/**
 * How the dates of a place are printed.
 *
 * @param formats   patterns with letters as in {@link java.time.format.DateTimeFormatter}, or words for numbers; none where
 *                  dates are printed in the usual way
 * @param zone      of clock times that print none; null where they count as they are printed
 * @param yearsFrom the first of the hundred years that two digits may mean; null where all years are printed in full
 * @param language  of the names of months and weekdays, e.g. {@code fr}; null for English
 */
public record DateForm(List<String> formats, ZoneId zone, Integer yearsFrom, String language) {

    public static final DateForm USUAL = new DateForm(List.of(), null, null, null);

    public DateForm {
        formats = List.copyOf(formats);
    }

    public static DateForm of(String format) {
        return new DateForm(List.of(format), null, null, null);
    }

    /** A number that stands for a day. */
    public enum DayNumber {
        EXCEL, EPOCH_SECONDS, EPOCH_MILLIS;

        /** As it is written among the formats. */
        public String word() {
            return Keyword.of(this).replace('-', '_');
        }

        public static Optional<DayNumber> of(String format) {
            return List.of(values()).stream().filter(number -> number.word().equals(format)).findFirst();
        }
    }
}

package org.crossfoot.settings.source;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlValue;

/** Checks the patterns in which dates are printed: what they print, they must be able to read again. */
final class DateFormat {

    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2025, 1, 26, 10, 11, 12, 0, ZoneOffset.UTC);

    private DateFormat() {
    }

    /** Reads a pattern, e.g. {@code yyyy-MM-dd}, for what its role asks of it. */
    static Optional<String> read(YamlValue value, PlaceRole role) {
        String right = role == PlaceRole.DAY
                ? "write a pattern with year, month and day, e.g. M/d/yyyy (MM is the month, mm the minute; dd the day, DD the day of the year)"
                : role == PlaceRole.MONTH ? "write a pattern with month and year, e.g. MMM yyyy (MM is the month, mm the minute)"
                : "write a pattern with a month, e.g. MMM";
        Optional<String> text = value.textOrEmpty(right);
        if (text.isEmpty()) {
            return text;
        }
        try {
            DateTimeFormatter pattern = DateTimeFormatter.ofPattern(text.get(), Locale.ENGLISH);
            if (suffices(pattern.parse(pattern.format(SAMPLE)), role)) {
                return text;
            }
            value.wrong("found the pattern " + MistakeWording.quoted(text.get()) + ", which lacks a part of the date", right);
        } catch (DateTimeException e) {
            value.wrong("found the pattern " + MistakeWording.quoted(text.get()) + ", which cannot be read as a date", right);
        } catch (IllegalArgumentException e) {
            value.wrong("found the pattern " + MistakeWording.quoted(text.get()) + ": " + e.getMessage(), right);
        }
        return Optional.empty();
    }

    private static boolean suffices(TemporalAccessor read, PlaceRole role) {
        boolean day = read.query(TemporalQueries.localDate()) != null;
        boolean month = day || read.isSupported(ChronoField.MONTH_OF_YEAR);
        boolean year = day || read.isSupported(ChronoField.YEAR) || read.isSupported(ChronoField.YEAR_OF_ERA);
        return switch (role) {
            case DAY -> day;
            case MONTH -> month && year;
            default -> month;
        };
    }
}

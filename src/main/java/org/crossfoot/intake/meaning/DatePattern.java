package org.crossfoot.intake.meaning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Meaning;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.settings.Place;

/** Reads dates printed in one pattern, strictly: a day that no calendar has is no day. Month names are English, in any case. */
public final class DatePattern {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private final String pattern;
    private final List<DateTimeFormatter> formatters;

    /** The pattern of a place where days are printed. */
    public static DatePattern days(Place place) {
        return of(place, "yyyy-MM-dd");
    }

    static DatePattern of(Place place, String usual) {
        return new DatePattern(place.format() == null ? usual : place.format());
    }

    /** @param pattern letters as in {@link DateTimeFormatter}; {@code yy} is 20yy, and {@code MMM} takes full names too */
    private DatePattern(String pattern) {
        this.pattern = pattern;
        String years = withProlepticYears(pattern);
        this.formatters = Stream.of(years, years.replaceAll("(?<!M)MMM(?!M)", "MMMM")).distinct().map(DatePattern::formatter)
                .toList();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
                .toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A strict reader asks for an era wherever the pattern says y; u needs none. */
    private static String withProlepticYears(String pattern) {
        StringBuilder years = new StringBuilder();
        boolean literal = false;
        for (char letter : pattern.toCharArray()) {
            literal ^= letter == '\'';
            years.append(letter == 'y' && !literal ? 'u' : letter);
        }
        return years.toString();
    }

    public Meaning<LocalDate> day(String text) {
        LocalDate day = parse(text, LocalDate::from);
        return day == null ? refused("a calendar day", text) : isPlausible(day.getYear()) ? Meaning.of(day) : beyond(text);
    }

    Meaning<YearMonth> yearMonth(String text) {
        YearMonth month = parse(text, YearMonth::from);
        return month == null ? refused("a month of a year", text) : isPlausible(month.getYear()) ? Meaning.of(month)
                : beyond(text);
    }

    Meaning<Month> month(String text) {
        Month month = parse(text, Month::from);
        return month == null ? refused("a month", text) : Meaning.of(month);
    }

    private <T> T parse(String text, TemporalQuery<T> query) {
        for (DateTimeFormatter formatter : formatters) {
            try {
                return formatter.parse(text, query);
            } catch (DateTimeException e) {
                // The next pattern may fit.
            }
        }
        return null;
    }

    private static boolean isPlausible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static <T> Meaning<T> beyond(String text) {
        return Meaning.refused(RejectReason.DATE, "%s is not in the years %s to %s, which are read"
                .formatted(CellText.quoted(text), FIRST_YEAR, LAST_YEAR));
    }

    private <T> Meaning<T> refused(String expected, String text) {
        return Meaning.refused(RejectReason.DATE,
                "%s is not %s printed as %s".formatted(CellText.quoted(text), expected, pattern));
    }
}

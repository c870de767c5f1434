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
import org.crossfoot.intake.row.Reading;
import org.crossfoot.intake.row.RejectReason;

/** Reads dates printed in one pattern, strictly: a day that no calendar has is no day. Month names are English, in any case. */
public final class DatePattern {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private final String pattern;
    private final List<DateTimeFormatter> formatters;

    /** @param pattern letters as in {@link DateTimeFormatter}; {@code yy} is 20yy, and {@code MMM} takes full names too */
    DatePattern(String pattern) {
        this.pattern = pattern;
        String years = withProlepticYears(pattern);
        this.formatters = Stream.of(years, years.replaceAll("(?<!M)MMM(?!M)", "MMMM")).distinct().map(DatePattern::formatter).toList();
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

    public Reading<LocalDate> day(String text) {
        LocalDate day = parse(text, LocalDate::from);
        return day == null ? refused("a calendar day", text) : isPlausible(day.getYear()) ? Reading.of(day) : beyond(text);
    }

    Reading<YearMonth> yearMonth(String text) {
        YearMonth month = parse(text, YearMonth::from);
        return month == null ? refused("a month of a year", text) : isPlausible(month.getYear()) ? Reading.of(month) : beyond(text);
    }

    Reading<Month> month(String text) {
        Month month = parse(text, Month::from);
        return month == null ? refused("a month", text) : Reading.of(month);
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

    private static <T> Reading<T> beyond(String text) {
        return Reading.refused(RejectReason.DATE, "%s is not in the years %s to %s, which are read"
                .formatted(CellText.quoted(text), FIRST_YEAR, LAST_YEAR));
    }

    private <T> Reading<T> refused(String expected, String text) {
        return Reading.refused(RejectReason.DATE, "%s is not %s printed as %s".formatted(CellText.quoted(text), expected, pattern));
    }
}

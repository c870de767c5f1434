package org.crossfoot.intake.meaning;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Meaning;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.settings.DateForm.DayNumber;
import org.crossfoot.settings.DateForm;
import org.crossfoot.settings.Place;

/**
 * Reads dates as a place prints them, strictly: a day that no calendar has is no day, and a text that two patterns read
 * differently is neither. Names of months are read in any case. A clock time that says which zone it is of belongs to its day in
 * the settings' zone.
 */
public final class DatePattern {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|([a-zA-Z])\\1*|.", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}([.][0-9]{1,12})?");
    private static final LocalDateTime EXCEL_BEGINS = LocalDateTime.of(1899, 12, 30, 0, 0);
    /** Before 1 March 1900 Excel counts a day that no calendar has. */
    private static final int EXCEL_COUNTS_RIGHT_FROM = 61;
    private static final int EXCEL_ENDS = 2_958_466;
    private static final int SECONDS_OF_DAY = 86_400;

    private final DateForm form;
    private final ZoneId zone;
    private final List<String> patterns;
    private final List<Function<String, TemporalAccessor>> readers = new ArrayList<>();

    /**
     * The pattern of a place where days are printed.
     *
     * @param zone in which days are days
     */
    public static DatePattern days(Place place, ZoneId zone) {
        return of(place, "yyyy-MM-dd", zone);
    }

    static DatePattern of(Place place, String usual, ZoneId zone) {
        return new DatePattern(place.dates() == null ? DateForm.USUAL : place.dates(), usual, zone);
    }

    private DatePattern(DateForm form, String usual, ZoneId zone) {
        this.form = form;
        this.zone = zone;
        this.patterns = form.formats().isEmpty() ? List.of(usual) : form.formats();
        patterns.forEach(pattern -> readers.add(DayNumber.of(pattern).map(DatePattern::ofNumber)
                .orElseGet(() -> ofPattern(pattern))));
    }

    /** Letters as in {@link DateTimeFormatter}; {@code MMM} takes full names too. */
    private Function<String, TemporalAccessor> ofPattern(String pattern) {
        List<DateTimeFormatter> formatters = form.language() != null ? Stream.of(TextStyle.FULL, TextStyle.SHORT,
                TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE).map(style -> formatter(unadorned(pattern), style)).toList()
                : Stream.of(pattern, pattern.replaceAll("(?<!M)MMM(?!M)", "MMMM")).distinct()
                .map(each -> formatter(each, null)).toList();
        return text -> {
            String printed = form.language() == null ? text : unadorned(text);
            for (DateTimeFormatter formatter : formatters) {
                try {
                    return formatter.parse(printed);
                } catch (DateTimeException e) {
                    // The next one may fit.
                }
            }
            return null;
        };
    }

    /** @param names of months and weekdays in the form's language; null for English ones */
    private DateTimeFormatter formatter(String pattern, TextStyle names) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        StringBuilder plain = new StringBuilder();
        for (Matcher token = TOKEN.matcher(pattern); token.find();) {
            String letters = token.group();
            char letter = letters.charAt(0);
            boolean twoDigits = (letter == 'y' || letter == 'u') && letters.length() == 2 && form.yearsFrom() != null;
            boolean month = names != null && (letter == 'M' || letter == 'L') && letters.length() > 2;
            boolean weekday = names != null && (letter == 'E' || letter == 'e' || letter == 'c')
                    && (letter == 'E' || letters.length() > 2);
            if (!twoDigits && !month && !weekday && letter != '[' && letter != ']') {
                // A strict reader asks for an era wherever the pattern says y; u needs none.
                plain.append(letter == 'y' ? "u".repeat(letters.length()) : letters);
                continue;
            }
            builder.appendPattern(plain.toString());
            plain.setLength(0);
            if (twoDigits) {
                builder.appendValueReduced(ChronoField.YEAR, 2, 2, form.yearsFrom());
            } else if (month) {
                builder.appendText(ChronoField.MONTH_OF_YEAR,
                        names(Month.values(), each -> each.getDisplayName(names, language())));
            } else if (weekday) {
                builder.appendText(ChronoField.DAY_OF_WEEK,
                        names(DayOfWeek.values(), each -> each.getDisplayName(names, language())));
            } else if (letter == '[') {
                builder.optionalStart();
            } else {
                builder.optionalEnd();
            }
        }
        return builder.appendPattern(plain.toString()).toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private Locale language() {
        return Locale.forLanguageTag(form.language());
    }

    private static <T> Map<Long, String> names(T[] values, Function<T, String> name) {
        Map<Long, String> names = new LinkedHashMap<>();
        for (T value : values) {
            names.put((long) names.size() + 1, unadorned(name.apply(value)));
        }
        return names;
    }

    /** Publishers leave accents away, and the dots of what they shorten. */
    private static String unadorned(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("(?<=\\p{L}{3})[.]", "");
    }

    private static Function<String, TemporalAccessor> ofNumber(DayNumber number) {
        return text -> {
            if (!NUMBER.matcher(text).matches()) {
                return null;
            }
            double value = Double.parseDouble(text);
            if (number == DayNumber.EXCEL) {
                return value < EXCEL_COUNTS_RIGHT_FROM || value >= EXCEL_ENDS ? null
                        : EXCEL_BEGINS.plusDays((long) value)
                        .plusSeconds(Math.round((value - Math.floor(value)) * SECONDS_OF_DAY));
            }
            long millis = number == DayNumber.EPOCH_MILLIS ? (long) value : Math.round(value * 1000);
            return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);
        };
    }

    /** The same time where days are counted, if it says or the settings say which zone it is of. */
    private TemporalAccessor inZone(TemporalAccessor printed) {
        LocalDate day = printed.query(TemporalQueries.localDate());
        LocalTime time = printed.query(TemporalQueries.localTime());
        ZoneId of = printed.query(TemporalQueries.zone());
        ZoneId from = of == null ? form.zone() : of;
        return day == null || time == null || from == null ? printed : day.atTime(time).atZone(from).withZoneSameInstant(zone);
    }

    /** Whether a text is a date of some kind, be it a day or a month. */
    public boolean takes(String text) {
        return readers.stream().anyMatch(reader -> reader.apply(text) != null);
    }

    public Meaning<LocalDate> day(String text) {
        return read(text, "a calendar day", LocalDate::from, LocalDate::getYear);
    }

    Meaning<YearMonth> yearMonth(String text) {
        return read(text, "a month of a year", YearMonth::from, YearMonth::getYear);
    }

    Meaning<Month> month(String text) {
        return read(text, "a month", Month::from, month -> FIRST_YEAR);
    }

    private <T> Meaning<T> read(String text, String expected, TemporalQuery<T> query, Function<T, Integer> year) {
        T found = null;
        String foundBy = null;
        for (int i = 0; i < readers.size(); i++) {
            T other = read(text, readers.get(i), query);
            if (found != null && other != null && !found.equals(other)) {
                return Meaning.refused(RejectReason.DATE, "%s is ambiguous: %s printed as %s, %s printed as %s".formatted(
                        CellText.quoted(text), found, foundBy, other, patterns.get(i)));
            }
            if (found == null) {
                found = other;
                foundBy = patterns.get(i);
            }
        }
        if (found == null) {
            return Meaning.refused(RejectReason.DATE, "%s is not %s printed as %s".formatted(CellText.quoted(text), expected,
                    String.join(" or ", patterns)));
        }
        return year.apply(found) >= FIRST_YEAR && year.apply(found) <= LAST_YEAR ? Meaning.of(found)
                : Meaning.refused(RejectReason.DATE, "%s is not in the years %s to %s, which are read".formatted(
                CellText.quoted(text), FIRST_YEAR, LAST_YEAR));
    }

    private <T> T read(String text, Function<String, TemporalAccessor> reader, TemporalQuery<T> query) {
        TemporalAccessor printed = reader.apply(text);
        try {
            return printed == null ? null : query.queryFrom(inZone(printed));
        } catch (DateTimeException e) {
            // It lacks a part of what is asked for.
            return null;
        }
    }
}

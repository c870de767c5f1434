package org.crossfoot.settings.read;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossfoot.settings.DateForm.DayNumber;
import org.crossfoot.settings.DateForm;
import org.crossfoot.settings.read.PlaceReader.PlaceRole;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads how the dates of a place are printed, and checks the patterns: what they print, they must be able to read again. */
final class DateFormReader {

    private static final List<String> KEYS = List.of("format", "zone", "years_from", "language");
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2025, 1, 26, 10, 11, 12, 0, ZoneOffset.UTC);
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern TWO_DIGITS = Pattern.compile("(?<![yu])(yy|uu)(?![yu])");
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9900;

    private DateFormReader() {
    }

    /** Null where nothing is said. */
    static DateForm read(YamlMapping place, PlaceRole role) {
        List<YamlValue> given = KEYS.stream().flatMap(key -> place.get(key).stream()).toList();
        if (!role.hasFormat()) {
            place.get("format").ifPresent(value -> value.wrong("found a format", "take it out; only days and months have one"));
            given.stream().filter(value -> !value.key().endsWith("format"))
                    .forEach(value -> value.wrong("found it where no date is read", "take it out"));
            return null;
        }
        if (given.isEmpty()) {
            return null;
        }
        List<String> formats = place.get("format").map(value -> formats(value, role)).orElse(List.of());
        Optional<ZoneId> zone = place.get("zone").flatMap(value -> zone(value, formats));
        Optional<Integer> yearsFrom = place.get("years_from").flatMap(value -> value.number(FIRST_YEAR, LAST_YEAR));
        boolean twoDigits = formats.stream().anyMatch(DateFormReader::hasTwoDigits);
        if (twoDigits && !place.has("years_from")) {
            place.get("format").get().wrong("found years of two digits, of which nothing says the century",
                    "write years_from: beside it, the first of the hundred years that they may mean, e.g. years_from: 1950");
        }
        if (!twoDigits && place.has("years_from")) {
            place.get("years_from").get().wrong("found years_from where no format has years of two digits", "take it out");
        }
        return new DateForm(formats, zone.orElse(null), yearsFrom.orElse(null),
                place.get("language").flatMap(DateFormReader::language).orElse(null));
    }

    private static List<String> formats(YamlValue value, PlaceRole role) {
        if (!value.isList()) {
            return format(value, role).map(List::of).orElse(List.of());
        }
        List<String> formats = new ArrayList<>();
        List<YamlValue> items = value.items("");
        if (items.isEmpty()) {
            value.wrong("found an empty list", "write the patterns in which dates are printed");
        }
        items.forEach(item -> format(item, role).ifPresent(formats::add));
        return formats;
    }

    /** A pattern, e.g. {@code yyyy-MM-dd}, for what its role asks of it; or a word for a number. */
    private static Optional<String> format(YamlValue value, PlaceRole role) {
        String right = role == PlaceRole.DAY || role == PlaceRole.WEEK
                ? "write a pattern with year, month and day, e.g. M/d/yyyy (MM is the month, mm the minute; dd the day,"
                        + " DD the day of the year)"
                : role == PlaceRole.MONTH
                ? "write a pattern with month and year, e.g. MMM yyyy (MM is the month, mm the minute)"
                : "write a pattern with a month, e.g. MMM";
        Optional<String> text = value.textOrEmpty(right);
        if (text.isEmpty() || DayNumber.of(text.get()).isPresent() && role != PlaceRole.MONTH_OF_FISCAL_YEAR) {
            return text;
        }
        try {
            if (suffices(sample(text.get()), role)) {
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

    private static TemporalAccessor sample(String format) {
        DateTimeFormatter pattern = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
        return pattern.parse(pattern.format(SAMPLE));
    }

    private static boolean suffices(TemporalAccessor read, PlaceRole role) {
        boolean day = read.query(TemporalQueries.localDate()) != null;
        boolean month = day || read.isSupported(ChronoField.MONTH_OF_YEAR);
        boolean year = day || read.isSupported(ChronoField.YEAR) || read.isSupported(ChronoField.YEAR_OF_ERA);
        return switch (role) {
            case DAY, WEEK -> day;
            case MONTH -> month && year;
            default -> month;
        };
    }

    private static boolean hasTwoDigits(String format) {
        return DayNumber.of(format).isEmpty() && TWO_DIGITS.matcher(QUOTED.matcher(format).replaceAll("")).find();
    }

    private static Optional<ZoneId> zone(YamlValue value, List<String> formats) {
        if (formats.stream().noneMatch(DateFormReader::hasTime)) {
            value.wrong("found a zone where no format has a time of day", "take it out, or write a format with one");
            return Optional.empty();
        }
        Set<String> known = new TreeSet<>(ZoneId.getAvailableZoneIds());
        return value.meaning("write an IANA zone, e.g. zone: UTC",
                text -> Optional.of(text).filter(known::contains).map(ZoneId::of));
    }

    private static boolean hasTime(String format) {
        return DayNumber.of(format).isPresent() || sample(format).query(TemporalQueries.localTime()) != null;
    }

    private static Optional<String> language(YamlValue value) {
        Set<String> known = Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage)
                .filter(language -> !language.isEmpty()).collect(Collectors.toSet());
        return value.meaning("write a language by its two letters, e.g. fr, de or es",
                text -> Optional.of(text).filter(known::contains));
    }
}

package org.crossfoot.intake;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Keyword;
import org.crossfoot.intake.meaning.DatePattern;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.settings.DateForm;
import org.crossfoot.settings.DateForm.DayNumber;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Place.From.NamedColumn;
import org.crossfoot.settings.Profile;

/** What the settings of a source may lack, by what one of its reports looks like: proposed, never applied. */
public final class DateProposals {

    private static final List<String> FORMATS = List.of("yyyy-MM-dd", "yyyyMMdd", "M/d/yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy",
            "d MMM yyyy", "MMM d, yyyy", "yyyy/M/d", "M/d/yyyy H:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ssX", "yyyy-MM-dd'T'HH:mm:ss.SSSX", "yyyy-MM", "MMM yyyy", "MMM-yy", "M/d/yy",
            DayNumber.EXCEL.word(), DayNumber.EPOCH_SECONDS.word(), DayNumber.EPOCH_MILLIS.word());
    private static final List<String> LANGUAGES = List.of("fr", "de", "es", "it", "pt", "nl");
    /** Numbers that days of our time have in Excel, in seconds and in milliseconds: others are no days. */
    private static final Map<String, String> NUMBERS = Map.of(DayNumber.EXCEL.word(), "4[0-9]{4}([.][0-9]+)?",
            DayNumber.EPOCH_SECONDS.word(), "1[0-9]{9}", DayNumber.EPOCH_MILLIS.word(), "1[0-9]{12}");

    private DateProposals() {
    }

    /** @param rejects what was not taken of the report */
    public static List<String> of(Profile profile, List<Reject> rejects, ZoneId zone) {
        Map<String, List<String>> refused = new LinkedHashMap<>();
        rejects.stream().filter(reject -> reject.reason().equals(Keyword.of(RejectReason.DATE)) && !reject.text().isEmpty())
                .forEach(reject -> refused.computeIfAbsent(reject.column(), first -> new ArrayList<>()).add(reject.text()));
        List<String> proposals = new ArrayList<>();
        refused.forEach((column, texts) -> dates(profile, column, texts, zone).ifPresent(proposals::add));
        profile.entries().stream().flatMap(DateProposals::calendarYear).distinct().forEach(proposals::add);
        return proposals;
    }

    private static Optional<String> dates(Profile profile, String column, List<String> texts, ZoneId zone) {
        List<String> said = formats(profile, column);
        String first = CellText.quoted(texts.get(0));
        for (String format : FORMATS) {
            if (!said.contains(format) && fits(format, null, texts.get(0), zone)) {
                String years = format.endsWith("yy") && !format.endsWith("yyyy") ? ", years_from: 1950" : "";
                return Optional.of("%s in column %s looks like a date printed as %s; format: [%s]%s would take it".formatted(
                        first, CellText.quoted(column), format, Stream.concat(said.stream(), Stream.of(format))
                        .map(DateProposals::written).collect(Collectors.joining(", ")), years));
            }
        }
        for (String language : LANGUAGES) {
            for (String format : said) {
                if (format.contains("MMM") && fits(format, language, texts.get(0), zone)) {
                    return Optional.of("%s in column %s names a month in another language; language: %s would take it".formatted(
                            first, CellText.quoted(column), language));
                }
            }
        }
        return Optional.empty();
    }

    /** The way in which most of some texts are printed as days, where it is that of nearly all; of equals the more usual one. */
    public static Optional<String> format(Collection<String> texts, ZoneId zone) {
        String best = null;
        long most = 0;
        for (String format : FORMATS.stream().filter(each -> each.contains("d") || NUMBERS.containsKey(each)).toList()) {
            long fit = texts.stream().filter(text -> fits(format, null, text, zone)).count();
            if (fit > most) {
                best = format;
                most = fit;
            }
        }
        return most * 10 >= texts.size() * 8L ? Optional.ofNullable(best) : Optional.empty();
    }

    /** A day that is printed so. */
    public static Optional<LocalDate> day(String text, String format, ZoneId zone) {
        Place place = new Place(new Place.From.ValueHeader(), Map.of(), DateForm.of(format));
        return Optional.ofNullable(DatePattern.days(place, zone).day(text).value());
    }

    private static boolean fits(String format, String language, String text, ZoneId zone) {
        String numbers = NUMBERS.get(format);
        Place place = new Place(new Place.From.ValueHeader(), Map.of(), new DateForm(List.of(format), null, null, language));
        return numbers == null ? DatePattern.days(place, zone).takes(text) : text.matches(numbers);
    }

    private static String written(String format) {
        return format.matches("[A-Za-z0-9/_. -]+") ? format : "\"" + format + "\"";
    }

    /** The formats of the places that look at a column; the usual one where they say none. */
    private static List<String> formats(Profile profile, String column) {
        List<String> formats = Stream.concat(Stream.ofNullable(profile.published()), profile.entries().stream()
                .flatMap(entry -> entry.period().places()))
                .filter(place -> place != null && place.dates() != null && (place.from() instanceof Place.From.ValueHeader
                        || Place.columns(place).anyMatch(name -> name.isPattern()
                        || Header.words(name.text()).equals(Header.words(column)))))
                .flatMap(place -> place.dates().formats().stream()).distinct().toList();
        return formats.isEmpty() ? List.of("yyyy-MM-dd") : formats;
    }

    /** A month with a fiscal year from a column that does not say that its years are such. */
    private static Stream<String> calendarYear(FigureEntry entry) {
        if (!(entry.period() instanceof PeriodPlace.Month month) || month.fiscalYear() == null
                || !(month.fiscalYear().from() instanceof NamedColumn named)
                || (" " + Header.words(named.names().get(0).text()) + " ").matches(".* (fiscal|financial|fy|budget).*")) {
            return Stream.empty();
        }
        String column = named.names().get(0).text();
        return Stream.of(("the years of column %s are taken for fiscal years: their months from %s on are of the year before;"
                + " where they are").formatted(CellText.quoted(column), Month.of(month.starts()).getDisplayName(TextStyle.FULL,
                        Locale.ENGLISH))
                + " calendar years, write month: { year: { column: " + column + " }, month: ... } instead of fiscal_year");
    }
}

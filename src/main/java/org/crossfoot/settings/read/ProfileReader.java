package org.crossfoot.settings.read;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.Keyword;
import org.crossfoot.figure.Source;
import org.crossfoot.rule.Schedule.Every;
import org.crossfoot.rule.Schedule;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Profile.Layout;
import org.crossfoot.settings.Profile.ReadOptions;
import org.crossfoot.settings.Profile.Settled;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.read.PlaceReader.PlaceRole;
import org.crossfoot.settings.text.Circles;
import org.crossfoot.settings.text.Ids;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads the {@code source.yml} of every source. */
final class ProfileReader {

    private static final List<String> KEYS =
            List.of("title", "trust", "repeats", "schedule", "settled", "files", "read", "published", "figures",
            "unused_rows", "window");
    private static final List<String> WITH_WORKBOOKS = List.of("*.csv", "*.csv.gz", "*.xlsx");
    private static final String RIGHT = "write a mapping with title, trust and figures";
    private static final String FIGURES = "write a list of entries, e.g. figures: [ { value: { column: arrests }, ... } ]";

    /** No brackets and braces, which mean something else on other file systems; no way out of the folder, and no hidden name. */
    private static final Pattern FILE_PATTERN = Pattern.compile(
            "(?!.*(^|/)[.])[^/\\\\\\[\\]{}\\p{Cntrl}]+(/[^/\\\\\\[\\]{}\\p{Cntrl}]+)*");

    private final Declared declared;
    private final Map<String, YamlValue> repeats = new LinkedHashMap<>();

    ProfileReader(Declared declared) {
        this.declared = declared;
    }

    Optional<Profile> read(String id, YamlValue file) {
        return file.mapping(RIGHT).map(mapping -> read(id, mapping));
    }

    private Profile read(String id, YamlMapping file) {
        file.only(KEYS);
        if (!Ids.NAME.fits(id)) {
            file.whole().wrong("found a folder named " + MistakeWording.quoted(id), "name it as an id; " + Ids.NAME.right());
        }
        file.get("repeats").ifPresent(value -> repeats.put(id, value));
        Source source = new Source(id,
                file.require("title", "write the publisher's name").flatMap(title -> title.text("write the publisher's name"))
                .orElse(id),
                file.require("trust", TrustReader.RIGHT).flatMap(TrustReader::read).orElse(1),
                file.get("repeats").flatMap(value -> value.text("write the id of another source")).orElse(null));
        AmountStyle amounts = file.get("read").flatMap(YamlValue::ifMapping)
                .map(read -> AmountStyleReader.read(read, AmountStyle.USUAL)).orElse(AmountStyle.USUAL);
        ReadOptions read = file.get("read").map(ReadOptionsReader::read).orElse(ReadOptionsReader.USUAL);
        PlaceReader published = new PlaceReader(declared, read.layout(), false);
        return new Profile(source,
                file.get("schedule").flatMap(ScheduleReader::read).orElse(null),
                file.get("settled").flatMap(SettledReader::read).orElse(null),
                read,
                file.get("published").flatMap(place -> published.read(place, PlaceRole.DAY)).orElse(null),
                file.require("figures", FIGURES).map(figures -> entries(figures, read.layout(), amounts)).orElse(List.of()),
                file.get("files").map(ProfileReader::files).orElse(read.sheet() == null ? List.of() : WITH_WORKBOOKS),
                file.get("unused_rows").flatMap(value -> value.oneOf(List.of("expected"))).isPresent(),
                file.get("window").flatMap(value -> value.oneOf(List.of("rolling"))).isPresent());
    }

    /** Patterns of paths within the source's folder. */
    private static List<String> files(YamlValue value) {
        String right = "write a list of patterns, e.g. [\"*.csv\", \"2025/*.csv\", \"*.tsv\"]";
        List<String> patterns = new ArrayList<>();
        List<YamlValue> items = value.items(right);
        if (value.isList() && items.isEmpty()) {
            value.wrong("found an empty list", right);
        }
        for (YamlValue item : items) {
            item.meaning("write a path within the folder of the source, e.g. 2025/*.csv", text -> Optional.of(text)
                    .filter(path -> FILE_PATTERN.matcher(path).matches())).ifPresent(patterns::add);
        }
        return patterns;
    }

    private List<FigureEntry> entries(YamlValue figures, Layout layout, AmountStyle amounts) {
        List<FigureEntry> entries = new ArrayList<>();
        List<YamlValue> items = figures.items(FIGURES);
        if (figures.isList() && items.isEmpty()) {
            figures.wrong("found an empty list", FIGURES);
        }
        items.forEach(item -> FigureEntryReader.read(item, declared, layout, amounts).ifPresent(entries::add));
        List<YamlMapping> mappings = items.stream().flatMap(item -> item.ifMapping().stream()).toList();
        if (mappings.stream().anyMatch(FigureEntryReader::countsRows)) {
            mappings.forEach(ProfileReader::withoutTexts);
        }
        return entries;
    }

    /** Where rows are single events, what a file says besides of them is said of persons. */
    private static void withoutTexts(YamlMapping entry) {
        for (String key : List.of("statement", "attributed_to", "note")) {
            entry.get(key).filter(place -> place.ifMapping().filter(from -> from.has("column") || from.has("header")).isPresent())
                    .ifPresent(place -> place.wrong(
                            "found a text that is taken from a file, in a source that counts rows and keeps none of their texts",
                            "take it out, or read the totals as a source of their own"));
        }
    }

    /** Checks what the sources read so far repeat; to be called after the last one. */
    void checkRepeats(Set<String> sources) {
        Map<String, List<String>> next = new LinkedHashMap<>();
        repeats.forEach((id, value) -> value.text("write the id of another source").ifPresent(repeated -> {
            next.put(id, List.of(repeated));
            if (!sources.contains(repeated)) {
                value.wrong("found " + MistakeWording.quoted(repeated) + ", which is no folder with a source.yml",
                        sources.size() == 1 ? "take it out" : MistakeWording.choice(repeated, others(sources, id)));
            }
        }));
        for (List<String> circle : Circles.in(next)) {
            repeats.get(circle.get(0)).wrong(
                    "found a circle: " + Circles.told(circle, " repeats "), "let one of them repeat nothing");
        }
    }

    private static List<String> others(Set<String> sources, String id) {
        return sources.stream().filter(source -> !source.equals(id)).toList();
    }

    /** Reads when a source is expected to report: {@code daily}, or {@code { every: daily, from: ..., holidays: [...] }}. */
    private static final class ScheduleReader {

        static Optional<Schedule> read(YamlValue value) {
            if (!value.isMapping()) {
                return value.oneOf(Every.class).map(every -> new Schedule(every, null, Set.of()));
            }
            return value.mapping("").flatMap(schedule -> {
                schedule.only(List.of("every", "from", "holidays"));
                Optional<Every> every = schedule.require("every",
                        "write every: with one of " + MistakeWording.listed(Keyword.all(Every.class)))
                        .flatMap(each -> each.oneOf(Every.class));
                LocalDate from = schedule.get("from").flatMap(YamlValue::day).orElse(null);
                Set<LocalDate> holidays = new HashSet<>();
                schedule.get("holidays").ifPresent(days -> days.items("write a list of days, e.g. [2025-12-25]")
                        .forEach(day -> day.day().ifPresent(holidays::add)));
                return every.map(found -> new Schedule(found, from, holidays));
            });
        }
    }

    /** Reads when a report's file may be taken: {@code settled: { after: 10 minutes }} or {@code settled: { marker: .done }}. */
    private static final class SettledReader {

        private static final String RIGHT = "write settled: { after: 10 minutes } or settled: { marker: .done }";
        private static final String TIME = "write a time in seconds, minutes, hours or days, e.g. 10 minutes";
        private static final String ENDING = "write what the marker's name adds to the report's, e.g. .done";
        private static final List<String> KEYS = List.of("after", "marker");
        private static final Pattern AMOUNT = Pattern.compile("([1-9][0-9]{0,3}) (second|minute|hour|day)s?");
        private static final Map<String, ChronoUnit> UNITS = Map.of("second", ChronoUnit.SECONDS, "minute", ChronoUnit.MINUTES,
                "hour", ChronoUnit.HOURS, "day", ChronoUnit.DAYS);
        private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._~-]+");

        static Optional<Settled> read(YamlValue value) {
            return value.mapping(RIGHT).flatMap(settled -> {
                settled.only(KEYS);
                if (settled.misspells(KEYS)) {
                    return Optional.empty();
                }
                if (settled.has("after") == settled.has("marker")) {
                    value.wrong(settled.has("after") ? "found both after and marker" : "found neither after nor marker", RIGHT);
                    return Optional.empty();
                }
                return settled.has("after") ? settled.get("after").flatMap(SettledReader::after)
                        : settled.get("marker").flatMap(SettledReader::marker);
            });
        }

        private static Optional<Settled> after(YamlValue value) {
            return value.meaning(TIME, text -> Optional.of(AMOUNT.matcher(text)).filter(Matcher::matches)
                    .map(time -> new Settled.After(Duration.of(Long.parseLong(time.group(1)), UNITS.get(time.group(2))))));
        }

        private static Optional<Settled> marker(YamlValue value) {
            Optional<String> text = value.text(ENDING);
            if (text.isPresent() && !USABLE.matcher(text.get()).matches()) {
                value.wrong("found " + MistakeWording.quoted(text.get()), ENDING);
            } else if (text.isPresent() && ("report.csv" + text.get()).matches("(?i).*\\.csv(\\.gz)?")) {
                value.wrong("found " + MistakeWording.quoted(text.get()) + ", with which the marker would itself be a report",
                        ENDING);
            } else {
                return text.map(Settled.Marker::new);
            }
            return Optional.empty();
        }
    }

    /** Reads how much a source or an entry is trusted, by name or as a number. */
    static final class TrustReader {

        static final String RIGHT =
                "write one of official-data, official-statement, named-via-press, unnamed-via-press, estimate, or a whole number"
                + " from 1 to 1000";

        private static final int MOST = 1_000;
        private static final List<String> NAMES =
                List.of("official-data", "official-statement", "named-via-press", "unnamed-via-press", "estimate");

        static Optional<Integer> read(YamlValue value) {
            return value.text(RIGHT).flatMap(text -> switch (text) {
                case "official-data" -> Optional.of(8);
                case "official-statement" -> Optional.of(5);
                case "named-via-press" -> Optional.of(3);
                case "unnamed-via-press" -> Optional.of(2);
                case "estimate" -> Optional.of(1);
                default -> number(value, text);
            });
        }

        private static Optional<Integer> number(YamlValue value, String text) {
            if (text.matches("-?[0-9].*")) {
                return value.number(1, MOST);
            }
            String choice = MistakeWording.choice(text, NAMES);
            value.wrong("found " + MistakeWording.quoted(text), choice.startsWith("did") ? choice : RIGHT);
            return Optional.empty();
        }
    }
}

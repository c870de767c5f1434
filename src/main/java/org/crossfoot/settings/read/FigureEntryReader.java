package org.crossfoot.settings.read;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.settings.FigureEntry.Condition;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.FigureEntry.RowsOfCell;
import org.crossfoot.settings.FigureEntry.ValuePlace;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Place.From;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Profile.Layout;
import org.crossfoot.settings.read.PlaceReader.PlaceRole;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads one entry under {@code figures:} of a source.yml. */
final class FigureEntryReader {

    /** The order fixes how combinations of them are told. */
    private static final List<String> PERIOD_KEYS = List.of("since", "day", "from", "to", "month", "fiscal_year", "week",
            "week_ending", "quarter", "year");
    private static final String PERIOD =
            "write one of: day; month; month with fiscal_year; fiscal_year; from with to; since with day;"
            + " week; week_ending; quarter; year";
    private static final List<String> KEYS = Stream.of(
            Stream.of("value", "rows", "no_row", "once_per", "measure", "area"), PERIOD_KEYS.stream(),
            Stream.of("when", "statement", "attributed_to", "note", "trust", "derived", "to_date", "missing"),
            AmountStyleReader.KEYS.stream())
            .flatMap(keys -> keys).toList();
    private static final List<String> CONDITION_KEYS = List.of("is", "column", "header", "file", "map", "matches");
    private static final List<String> SINCE_STARTS = List.of("year_start", "fiscal_year_start");
    /** Periods of which one follows the other, so that one that is not there can be told. */
    private static final List<String> STEPPED = List.of("day", "month");
    private static final String COUNT = "found 'count'";
    private static final List<String> COLUMNS = List.of("column", "columns");
    private static final String ONCE_PER =
            "write the column that tells one event from another, e.g. once_per: { column: case_number }";
    private static final String VALUE = "write value: { column: NAME }, value: { columns: REGEX } or rows: count";

    private final YamlMapping entry;
    private final Declared declared;
    private final PlaceReader places;
    private final AmountStyle amountsOfSource;

    private FigureEntryReader(YamlMapping entry, Declared declared, Layout layout, AmountStyle amountsOfSource) {
        this.entry = entry.only(KEYS);
        this.declared = declared;
        this.amountsOfSource = amountsOfSource;
        this.places = new PlaceReader(declared, layout, hasColumns(entry));
    }

    /** @param amounts how the source prints amounts, where an entry does not say otherwise */
    static Optional<FigureEntry> read(YamlValue value, Declared declared, Layout layout, AmountStyle amounts) {
        return value.mapping("write an entry, e.g. { value: { column: arrests }, measure: ..., area: ..., day: ... }")
                .flatMap(entry -> new FigureEntryReader(entry, declared, layout, amounts).read());
    }

    static boolean countsRows(YamlMapping entry) {
        return entry.get("rows").filter(rows -> rows.found().equals(COUNT)).isPresent();
    }

    private Optional<FigureEntry> read() {
        Optional<ValuePlace> value = value();
        Optional<Place> measure = required("measure", PlaceRole.MEASURE);
        Optional<Place> area = required("area", PlaceRole.AREA);
        Optional<PeriodPlace> period = period(measure.orElse(null));
        FigureEntry read = new FigureEntry(value.orElse(null), measure.orElse(null), area.orElse(null), period.orElse(null),
                entry.get("when").map(this::conditions).orElse(List.of()),
                remark("statement"), remark("attributed_to"), remark("note"),
                entry.get("trust").flatMap(ProfileReader.TrustReader::read).orElse(null),
                truth("derived"), truth("to_date"),
                entry.get("missing").flatMap(missing -> missing.oneOf(List.of("zero", "unknown"))).filter("zero"::equals)
                .isPresent(),
                new RowsOfCell(entry.has("rows") && !countsRows(entry), noRowIsZero()),
                AmountStyleReader.read(entry, amountsOfSource), entry.whole().line());
        return Optional.of(read)
                .filter(found -> value.isPresent() && measure.isPresent() && area.isPresent() && period.isPresent());
    }

    private static boolean hasColumns(YamlMapping entry) {
        return entry.get("value").filter(YamlValue::isMapping).flatMap(value -> value.mapping(VALUE))
                .filter(value -> value.has("columns")).isPresent();
    }

    private Optional<ValuePlace> value() {
        if (entry.misspells(List.of("value", "rows"))) {
            return Optional.empty();
        }
        Optional<String> rows = entry.get("rows").flatMap(value -> value.oneOf(List.of("count", "sum")));
        boolean counts = rows.filter("count"::equals).isPresent();
        if (entry.has("rows") && rows.isEmpty()) {
            return Optional.empty();
        }
        if (entry.has("value") == counts) {
            entry.whole().wrong("value", counts ? "found both value and rows: count" : rows.isPresent()
                    ? "found rows: sum without value"
                    : "found neither value nor rows", VALUE);
            return Optional.empty();
        }
        Place oncePer = entry.get("once_per").flatMap(this::oncePer).orElse(null);
        if (counts) {
            return Optional.of(new ValuePlace.RowCount(oncePer));
        }
        return entry.get("value").flatMap(value -> value.mapping(VALUE)).flatMap(FigureEntryReader::columns);
    }

    private boolean noRowIsZero() {
        Optional<YamlValue> noRow = entry.get("no_row").filter(value -> value.oneOf(List.of("zero")).isPresent());
        if (noRow.isPresent() && STEPPED.stream().noneMatch(entry::has) || noRow.isPresent() && entry.has("since")) {
            noRow.get().wrong("found no_row: zero where periods do not follow one another",
                    "take it out, or give the period as one of " + String.join(", ", STEPPED));
        }
        if (noRow.isPresent() && truth("to_date")) {
            noRow.get().wrong("found no_row: zero beside to_date", "take one of them out; a period still running is not whole");
        }
        return noRow.isPresent();
    }

    private Optional<Place> oncePer(YamlValue value) {
        if (!countsRows(entry)) {
            value.wrong("found once_per where amounts are read and no rows counted",
                    "take it out, or write rows: count instead of value");
            return Optional.empty();
        }
        return value.mapping(ONCE_PER).flatMap(place -> place.only(List.of("column")).require("column", ONCE_PER))
                .flatMap(PlaceReader::columnNames).map(names -> new Place(new Place.From.NamedColumn(names), Map.of(), null));
    }

    private static Optional<ValuePlace> columns(YamlMapping value) {
        value.only(COLUMNS);
        if (value.misspells(COLUMNS)) {
            return Optional.empty();
        }
        if (value.has("column") == value.has("columns")) {
            value.whole().wrong(value.has("column") ? "found both column and columns" : "found no column", VALUE);
            return Optional.empty();
        }
        if (value.has("column")) {
            return value.get("column").flatMap(PlaceReader::columnNames).map(ValuePlace.OneColumn::new);
        }
        return value.get("columns").flatMap(YamlValue::regex).map(ValuePlace.MatchingColumns::new);
    }

    private Optional<Place> required(String key, PlaceRole role) {
        return entry.require(key, "write a place, e.g. " + key + ": { is: " + role.example() + " } or " + key
                + ": { column: NAME }")
                .flatMap(value -> places.read(value, role));
    }

    private Place remark(String key) {
        return entry.get(key).flatMap(value -> places.read(value, PlaceRole.REMARK)).orElse(null);
    }

    private boolean truth(String key) {
        return entry.get(key).flatMap(YamlValue::truth).orElse(false);
    }

    private List<Condition> conditions(YamlValue when) {
        List<Condition> conditions = new ArrayList<>();
        List<YamlValue> all = when.isList() ? when.items("") : List.of(when);
        all.forEach(condition -> condition(condition).ifPresent(conditions::add));
        return conditions;
    }

    private Optional<Condition> condition(YamlValue value) {
        String right = "write e.g. { column: kind, matches: \"daily.*\" }";
        return value.mapping(right).flatMap(condition -> {
            condition.only(CONDITION_KEYS);
            Optional<Pattern> matches = condition.require("matches", right).flatMap(YamlValue::regex);
            return places.read(condition, PlaceRole.CONDITION)
                    .flatMap(place -> matches.map(pattern -> new Condition(place, pattern)));
        });
    }

    /** @param measure the entry's measure, or null where it could not be read */
    private Optional<PeriodPlace> period(Place measure) {
        Map<String, Place> read = new LinkedHashMap<>();
        List<String> given = PERIOD_KEYS.stream().filter(entry::has).toList();
        if (given.size() == 1 && (isMappingWith(given.get(0), "year") || isMappingWith(given.get(0), "month"))) {
            return inParts(given.get(0), entry.get(given.get(0)).get().ifMapping().get());
        }
        if (given.equals(List.of("since", "day")) && SINCE_STARTS.stream().anyMatch(start -> isMappingWith("since", start))) {
            return sinceStart(entry.get("since").get().ifMapping().get());
        }
        given.forEach(key -> entry.get(key).flatMap(value -> places.read(value, periodRole(key)))
                .ifPresent(place -> read.put(key, place)));
        PeriodPlace period = switch (String.join(" and ", given)) {
            case "day" -> new PeriodPlace.OneDay(read.get("day"));
            case "month" -> new PeriodPlace.Month(read.get("month"), null);
            case "month and fiscal_year" -> new PeriodPlace.Month(read.get("month"), read.get("fiscal_year"), firstMonth());
            case "fiscal_year" -> new PeriodPlace.FiscalYear(read.get("fiscal_year"), firstMonth());
            case "from and to" -> new PeriodPlace.FromTo(read.get("from"), read.get("to"));
            case "since and day" -> new PeriodPlace.Since(read.get("since"), read.get("day"));
            case "week" -> new PeriodPlace.Week(read.get("week"), firstWeekday());
            case "week_ending" -> new PeriodPlace.Week(read.get("week_ending"), null);
            case "quarter" -> new PeriodPlace.Quarter(read.get("quarter"));
            case "year" -> new PeriodPlace.Year(read.get("year"));
            case "from" -> openFrom(read.get("from"), measure);
            case "" -> entry.misspells(PERIOD_KEYS) ? null : noPeriod("found no period");
            default -> noPeriod("found a period of " + String.join(" and ", given));
        };
        return Optional.ofNullable(period).filter(complete -> read.size() == given.size());
    }

    private boolean isMappingWith(String key, String inner) {
        return entry.get(key).flatMap(YamlValue::ifMapping).filter(mapping -> mapping.has(inner)).isPresent();
    }

    /** Year, month and, of a day, the day of the month, each a place of its own. */
    private Optional<PeriodPlace> inParts(String key, YamlMapping parts) {
        List<String> keys = key.equals("day") ? List.of("year", "month", "day") : List.of("year", "month");
        if (!key.equals("day") && !key.equals("month")) {
            parts.whole().wrong("found a date in parts", "write a place, or day: { year: ..., month: ..., day: ... }");
            return Optional.empty();
        }
        parts.only(keys);
        Map<String, Place> read = new LinkedHashMap<>();
        for (String part : keys) {
            PlaceRole role = part.equals("year") ? PlaceRole.YEAR : part.equals("month") ? PlaceRole.MONTH_OF_FISCAL_YEAR
                    : PlaceRole.DAY_OF_MONTH;
            parts.require(part, "write a place, e.g. " + part + ": { column: NAME }").flatMap(value -> places.read(value, role))
                    .ifPresent(place -> read.put(part, place));
        }
        return Optional.<PeriodPlace>of(new PeriodPlace.InParts(read.get("year"), read.get("month"), read.get("day")))
                .filter(all -> read.size() == keys.size());
    }

    /** A running total that begins anew with each year. */
    private Optional<PeriodPlace> sinceStart(YamlMapping since) {
        since.only(SINCE_STARTS);
        if (since.keys().size() > 1) {
            since.whole().wrong("found both year_start and fiscal_year_start", "write one of them");
        }
        Optional<Place> day = entry.get("day").flatMap(value -> places.read(value, PlaceRole.DAY));
        Optional<Integer> month = since.has("fiscal_year_start")
                ? since.get("fiscal_year_start").flatMap(value -> value.number(1, 12))
                : since.get("year_start").flatMap(value -> value.oneOf(List.of("true"))).map(january -> 1);
        return day.flatMap(place -> month.map(first -> new PeriodPlace.SinceMonth(first, place)));
    }

    private int firstMonth() {
        return starts("fiscal_year").flatMap(value -> value.number(1, 12)).orElse(PeriodPlace.FiscalYear.OCTOBER);
    }

    private DayOfWeek firstWeekday() {
        return starts("week").flatMap(value -> value.oneOf(DayOfWeek.class)).orElse(DayOfWeek.MONDAY);
    }

    private Optional<YamlValue> starts(String key) {
        return entry.get(key).flatMap(YamlValue::ifMapping).flatMap(place -> place.get("starts"));
    }

    private PlaceRole periodRole(String key) {
        return switch (key) {
            case "fiscal_year" -> PlaceRole.FISCAL_YEAR;
            case "week" -> PlaceRole.WEEK;
            case "quarter" -> PlaceRole.QUARTER;
            case "year" -> PlaceRole.YEAR;
            case "month" -> entry.has("fiscal_year") ? PlaceRole.MONTH_OF_FISCAL_YEAR : PlaceRole.MONTH;
            default -> PlaceRole.DAY;
        };
    }

    private PeriodPlace openFrom(Place from, Place measure) {
        possibleMeasures(measure).stream().filter(declared::isCount).findFirst().ifPresent(count ->
                entry.whole().wrong("to", "found from without to, though " + count + " is no goal",
                        "write to: with the last day; only a goal stands until it is replaced"));
        return new PeriodPlace.FromTo(from, null);
    }

    /** None where they are known only from the reports. */
    private static List<String> possibleMeasures(Place measure) {
        if (measure == null) {
            return List.of();
        }
        if (measure.from() instanceof From.Constant constant) {
            return measure.map().getOrDefault(constant.text(), List.of(constant.text()));
        }
        return measure.map().values().stream().flatMap(List::stream).sorted().toList();
    }

    private PeriodPlace noPeriod(String found) {
        entry.whole().wrong(found, PERIOD);
        return null;
    }
}

package org.crossfoot.settings.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.settings.DateForm;
import org.crossfoot.settings.Place.ColumnName;
import org.crossfoot.settings.Place.From;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Profile.Layout;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads places: where a profile takes a text from. */
final class PlaceReader {

    private static final List<String> SOURCES = List.of("is", "column", "columns", "header", "file", "line");
    private static final List<String> JOINING = List.of("columns", "join");
    private static final List<String> KEYS = List.of("is", "column", "columns", "join", "header", "file",
            "line", "matches", "map", "format", "zone", "years_from", "language");
    /** Of a week or a fiscal year. */
    private static final List<String> KEYS_WITH_START = Stream.concat(KEYS.stream(), Stream.of("starts")).toList();
    private static final String JOINED = "write the headers of two columns or more, e.g. [county, state]";

    private final Declared declared;
    private final Layout layout;
    private final boolean hasHeader;

    /** @param hasHeader whether amounts come from several columns, so that the header of a value's column says something */
    PlaceReader(Declared declared, Layout layout, boolean hasHeader) {
        this.declared = declared;
        this.layout = layout;
        this.hasHeader = hasHeader;
    }

    Optional<Place> read(YamlValue value, PlaceRole role) {
        if (!value.isMapping()) {
            String found = value.found().equals("found nothing") ? "found no place" : value.found() + " where a place belongs";
            value.wrong(found, right(value, role));
            return Optional.empty();
        }
        return value.mapping(right(value, role)).flatMap(mapping -> read(mapping.only(keys(role)), role));
    }

    /** Only a measure and an area may be joined from several columns. */
    private static List<String> keys(PlaceRole role) {
        List<String> keys = role == PlaceRole.WEEK || role == PlaceRole.FISCAL_YEAR ? KEYS_WITH_START : KEYS;
        return role.mayBeJoined() ? keys : keys.stream().filter(key -> !JOINING.contains(key)).toList();
    }

    /** Reads a place from a mapping that may have further keys. */
    Optional<Place> read(YamlMapping mapping, PlaceRole role) {
        List<String> given = SOURCES.stream().filter(keys(role)::contains)
                .filter(source -> mapping.has(source) && !(role == PlaceRole.CONDITION && source.equals("line"))).toList();
        Map<String,
                List<String>> map = mapping.get("map").map(value -> new PlaceMap(declared, role).read(value)).orElse(Map.of());
        DateForm dates = DateFormReader.read(mapping, role);
        if (given.isEmpty() && mapping.misspells(SOURCES)) {
            return Optional.empty();
        }
        if (given.size() != 1) {
            mapping.whole().wrong(given.isEmpty() ? "found no place" : "found " + String.join(" and ", given) + " in one place",
                    right(mapping.whole(), role));
            return Optional.empty();
        }
        Optional<From> from = mapping.get(given.get(0)).flatMap(value -> from(given.get(0), value, mapping));
        mapping.get("join").filter(join -> !mapping.has("columns")).ifPresent(join ->
                join.wrong("found join where nothing is joined", "take it out, or write columns: [NAME, NAME] beside it"));
        if (mapping.has("matches") && !mapping.has("line") && role != PlaceRole.CONDITION) {
            mapping.get("matches").get()
                    .wrong("found matches where no line above the table is looked at", "take it out, or write line: 2");
        }
        from.ifPresent(found -> checkConstant(found, mapping, map, role));
        return from.map(found -> new Place(found, map, dates));
    }

    private Optional<From> from(String kind, YamlValue value, YamlMapping place) {
        return switch (kind) {
            case "is" -> value.text("write the constant").map(From.Constant::new);
            case "column" -> columnNames(value).map(From.NamedColumn::new);
            case "columns" -> joined(value, place);
            case "line" -> lineAbove(value, place);
            case "file" -> value.regexWithGroup().map(From.FileName::new);
            default -> header(value);
        };
    }

    private static Optional<From> joined(YamlValue value, YamlMapping place) {
        List<String> names = value.items(JOINED).stream().flatMap(name -> name.text(JOINED).stream()).toList();
        if (value.isList() && value.items("").size() < 2) {
            value.wrong("found " + (names.isEmpty() ? "an empty list" : "one column"), JOINED);
            return Optional.empty();
        }
        String join = place.get("join")
                .flatMap(text -> text.textOrEmpty("write what stands between them, in quotes, e.g. \", \""))
                .orElse(" ");
        return names.isEmpty() ? Optional.empty() : Optional.of(new From.JoinedColumns(names, join));
    }

    /** One name, or several in order of preference, those between slashes being regular expressions. */
    static Optional<List<ColumnName>> columnNames(YamlValue value) {
        if (!value.isList()) {
            return value.text("write the column's header").map(name -> List.of(new ColumnName(name, false)));
        }
        List<ColumnName> names = new ArrayList<>();
        List<YamlValue> items = value.items("");
        if (items.isEmpty()) {
            value.wrong("found an empty list", "write the names that the column may have");
        }
        for (YamlValue item : items) {
            item.text("write a column's header, or a regular expression between slashes").map(PlaceReader::columnName)
                    .filter(name -> !name.isPattern() || item.regex(name.text()).isPresent()).ifPresent(names::add);
        }
        return Optional.of(names).filter(all -> !all.isEmpty());
    }

    private static ColumnName columnName(String written) {
        boolean isPattern = written.length() > 2 && written.startsWith("/") && written.endsWith("/");
        return new ColumnName(isPattern ? written.substring(1, written.length() - 1) : written, isPattern);
    }

    private Optional<From> lineAbove(YamlValue value, YamlMapping mapping) {
        Optional<Pattern> matches = mapping.require("matches",
                "write a regular expression with the part that is meant in brackets, e.g."
                + " matches: \"as of (.*)\"").flatMap(YamlValue::regexWithGroup);
        int first = layout.hasHeader() ? layout.headerLines().get(0) : 1;
        if (first == 1) {
            value.wrong("found a line above the table, which begins with the first line",
                    "say read: { header_line: ... }, the line of its header");
            return Optional.empty();
        }
        return value.number(1, first - 1).flatMap(line -> matches.map(pattern -> new From.LineAbove(line, pattern)));
    }

    private Optional<From> header(YamlValue value) {
        if (!hasHeader) {
            value.wrong("found header where amounts do not come from several columns",
                    "write is, column or file, or value: { columns: REGEX }");
            return Optional.empty();
        }
        if (!value.text("write true").orElse("true").equals("true")) {
            value.wrong(value.found(), "write true, or take the key out");
        }
        return Optional.of(new From.ValueHeader());
    }

    private void checkConstant(From from, YamlMapping mapping, Map<String, List<String>> map, PlaceRole role) {
        if (!(from instanceof From.Constant constant)) {
            return;
        }
        YamlValue value = mapping.get("is").orElseThrow();
        if (!map.isEmpty()) {
            if (!map.containsKey(constant.text())) {
                value.wrong("found " + MistakeWording.quoted(constant.text()) + ", which the map beside it does not have",
                        "take the map out");
            }
        } else if (role == PlaceRole.DAY && !mapping.has("format")) {
            value.day();
        } else {
            new PlaceMap(declared, role).checkMeaning(value, constant.text());
        }
    }

    private String right(YamlValue value, PlaceRole role) {
        List<String> possible = new ArrayList<>(SOURCES);
        if (!hasHeader) {
            possible.remove("header");
        }
        if (!role.mayBeJoined()) {
            possible.remove("columns");
        }
        if (role == PlaceRole.CONDITION || !layout.hasHeader() || layout.headerLines().get(0) == 1) {
            possible.remove("line");
        }
        String key = value.key().substring(value.key().lastIndexOf('.') + 1);
        String constant = value.isText() && !value.found().equals("found nothing")
                ? value.textOrEmpty("").orElse(role.example()).strip() : role.example();
        return "write one of " + String.join(", ", possible) + ", e.g. " + key + ": { is: " + constant + " }";
    }

    /** Reads the {@code map} of a place: what a printed text stands for. Measures and areas it leads to must be declared. */
    private static final class PlaceMap {

        private final Declared declared;
        private final PlaceRole role;

        PlaceMap(Declared declared, PlaceRole role) {
            this.declared = declared;
            this.role = role;
        }

        Map<String, List<String>> read(YamlValue value) {
            Map<String, List<String>> map = new LinkedHashMap<>();
            value.mapping("write what each printed text means, e.g. { Printed: meant }").ifPresent(meanings -> {
                if (meanings.keys().isEmpty()) {
                    value.wrong("found an empty map", "take it out, or write e.g. { Printed: meant }");
                }
                meanings.all().forEach((printed, meant) -> map.put(printed, meanings(meant)));
            });
            return map;
        }

        private List<String> meanings(YamlValue meant) {
            if (!meant.isList()) {
                return meaning(meant).stream().toList();
            }
            if (role != PlaceRole.AREA) {
                meant.wrong("found a list", "write one text; only an area may stand for several");
                return List.of();
            }
            List<YamlValue> items = meant.items("write a list of areas");
            if (items.isEmpty()) {
                meant.wrong("found an empty list", "write the areas it stands for");
            }
            Set<String> ids = new HashSet<>();
            for (YamlValue item : items) {
                String area = item.isText() ? declared.areaId(item.textOrEmpty("").orElse("")) : "";
                if (!area.isEmpty() && !ids.add(area)) {
                    item.wrong(item.found() + ", which is " + area + " a second time",
                            "name each area once; every row would count twice for it");
                }
            }
            return items.stream().flatMap(item -> meaning(item).stream()).toList();
        }

        private Optional<String> meaning(YamlValue meant) {
            boolean mayBeEmpty = role != PlaceRole.AREA && role != PlaceRole.MEASURE;
            Optional<String> text = mayBeEmpty ? meant.textOrEmpty("write one text") : meant.text("write what it means");
            text.ifPresent(found -> checkMeaning(meant, found));
            return text;
        }

        void checkMeaning(YamlValue value, String text) {
            if (role == PlaceRole.MEASURE) {
                declared.wrongMeasure(text).ifPresent(right ->
                        value.wrong("found " + MistakeWording.quoted(text) + ", which is not a declared measure", right));
            } else if (role == PlaceRole.AREA) {
                declared.wrongArea(text).ifPresent(right ->
                        value.wrong("found " + MistakeWording.quoted(text) + ", which is not a declared area", right));
            }
        }
    }

    /** What the text of a place is taken as. */
    enum PlaceRole {
        MEASURE("arrests"),
        AREA("us"),
        DAY("2025-01-26"),
        MONTH("2025-01"),
        /** The year is said elsewhere. */
        MONTH_OF_FISCAL_YEAR("Jan"),
        FISCAL_YEAR("2025"),
        YEAR("2025"),
        QUARTER("2025-Q1"),
        /** A week, or a day in it. */
        WEEK("2025-W04"),
        /** Month and year are said elsewhere. */
        DAY_OF_MONTH("26"),
        REMARK("..."),
        /** What else stands beside it is said by who reads it. */
        CONDITION("...");

        private final String example;

        PlaceRole(String example) {
            this.example = example;
        }

        /** A constant that could stand there. */
        String example() {
            return example;
        }

        boolean mayBeJoined() {
            return this == MEASURE || this == AREA;
        }

        boolean hasFormat() {
            return this == DAY || this == MONTH || this == MONTH_OF_FISCAL_YEAR || this == WEEK;
        }
    }
}

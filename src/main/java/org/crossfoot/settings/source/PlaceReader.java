package org.crossfoot.settings.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.settings.Place.From;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.text.CalendarDay;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.Regex;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads places: where a profile takes a text from. */
final class PlaceReader {

    private static final List<String> SOURCES = List.of("is", "column", "header", "file");
    private static final List<String> KEYS = List.of("is", "column", "header", "file", "map", "format");

    private final Declared declared;
    private final boolean hasHeader;

    /** @param hasHeader whether amounts come from several columns, so that the header of a value's column says something */
    PlaceReader(Declared declared, boolean hasHeader) {
        this.declared = declared;
        this.hasHeader = hasHeader;
    }

    Optional<Place> read(YamlValue value, PlaceRole role) {
        if (!value.isMapping()) {
            String found = value.found().equals("found nothing") ? "found no place" : value.found() + " where a place belongs";
            value.wrong(found, right(value, role));
            return Optional.empty();
        }
        return value.mapping(right(value, role)).flatMap(mapping -> read(mapping.only(KEYS), role));
    }

    /** Reads a place from a mapping that may have further keys. */
    Optional<Place> read(YamlMapping mapping, PlaceRole role) {
        List<String> given = SOURCES.stream().filter(mapping::has).toList();
        Map<String, List<String>> map = mapping.get("map").map(value -> new PlaceMap(declared, role).read(value)).orElse(Map.of());
        Optional<String> format = mapping.get("format").flatMap(value -> format(value, role));
        if (given.isEmpty() && mapping.misspells(SOURCES)) {
            return Optional.empty();
        }
        if (given.size() != 1) {
            mapping.whole().wrong(given.isEmpty() ? "found no place" : "found " + String.join(" and ", given) + " in one place",
                    right(mapping.whole(), role));
            return Optional.empty();
        }
        Optional<From> from = mapping.get(given.get(0)).flatMap(value -> from(given.get(0), value));
        from.ifPresent(found -> checkConstant(found, mapping, map, role));
        return from.map(found -> new Place(found, map, format.orElse(null)));
    }

    private Optional<From> from(String kind, YamlValue value) {
        return switch (kind) {
            case "is" -> value.text("write the constant").map(From.Constant::new);
            case "column" -> value.text("write the column's header").map(From.Column::new);
            case "file" -> Regex.readWithGroup(value).map(From.FileName::new);
            default -> header(value);
        };
    }

    private Optional<From> header(YamlValue value) {
        if (!hasHeader) {
            value.wrong("found header where amounts do not come from several columns", "write is, column or file, or value: { columns: REGEX }");
            return Optional.empty();
        }
        if (!value.text("write true").orElse("true").equals("true")) {
            value.wrong(value.found(), "write true, or take the key out");
        }
        return Optional.of(new From.Header());
    }

    private void checkConstant(From from, YamlMapping mapping, Map<String, List<String>> map, PlaceRole role) {
        if (!(from instanceof From.Constant constant)) {
            return;
        }
        YamlValue value = mapping.get("is").orElseThrow();
        if (!map.isEmpty()) {
            if (!map.containsKey(constant.text())) {
                value.wrong("found " + MistakeWording.quoted(constant.text()) + ", which the map beside it does not have", "take the map out");
            }
        } else if (role == PlaceRole.DAY && !mapping.has("format")) {
            CalendarDay.of(value);
        } else {
            new PlaceMap(declared, role).checkMeaning(value, constant.text());
        }
    }

    private static Optional<String> format(YamlValue value, PlaceRole role) {
        if (!role.hasFormat()) {
            value.wrong("found a format", "take it out; only days and months have one");
            return Optional.empty();
        }
        return DateFormat.read(value, role);
    }

    private String right(YamlValue value, PlaceRole role) {
        List<String> possible = new ArrayList<>(SOURCES);
        if (!hasHeader) {
            possible.remove("header");
        }
        String key = value.key().substring(value.key().lastIndexOf('.') + 1);
        String constant = value.isText() && !value.found().equals("found nothing")
                ? value.textOrEmpty("").orElse(role.example()).strip() : role.example();
        return "write one of " + String.join(", ", possible) + ", e.g. " + key + ": { is: " + constant + " }";
    }
}

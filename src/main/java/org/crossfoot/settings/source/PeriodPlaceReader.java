package org.crossfoot.settings.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.settings.PeriodPlace;
import org.crossfoot.settings.Place.From;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.text.YamlMapping;

/** Reads where an entry takes its period from. */
final class PeriodPlaceReader {

    /** The order fixes how the combinations below are written. */
    static final List<String> KEYS = List.of("since", "day", "from", "to", "month", "fiscal_year");

    private static final String RIGHT = "write one of: day; month; month with fiscal_year; fiscal_year; from with to; since with day";

    private final PlaceReader places;
    private final Declared declared;

    PeriodPlaceReader(PlaceReader places, Declared declared) {
        this.places = places;
        this.declared = declared;
    }

    /** @param measure the entry's measure, or null where it could not be read */
    Optional<PeriodPlace> read(YamlMapping entry, Place measure) {
        Map<String, Place> read = new LinkedHashMap<>();
        List<String> given = KEYS.stream().filter(entry::has).toList();
        given.forEach(key -> entry.get(key).flatMap(value -> places.read(value, role(key, entry))).ifPresent(place -> read.put(key, place)));
        PeriodPlace period = switch (String.join(" and ", given)) {
            case "day" -> new PeriodPlace.Day(read.get("day"));
            case "month" -> new PeriodPlace.Month(read.get("month"), null);
            case "month and fiscal_year" -> new PeriodPlace.Month(read.get("month"), read.get("fiscal_year"));
            case "fiscal_year" -> new PeriodPlace.FiscalYear(read.get("fiscal_year"));
            case "from and to" -> new PeriodPlace.Between(read.get("from"), read.get("to"));
            case "since and day" -> new PeriodPlace.Since(read.get("since"), read.get("day"));
            case "from" -> openFrom(entry, read.get("from"), measure);
            case "" -> entry.misspells(KEYS) ? null : wrong(entry, "found no period");
            default -> wrong(entry, "found a period of " + String.join(" and ", given));
        };
        return Optional.ofNullable(period).filter(complete -> read.size() == given.size());
    }

    private static PlaceRole role(String key, YamlMapping entry) {
        return switch (key) {
            case "fiscal_year" -> PlaceRole.FISCAL_YEAR;
            case "month" -> entry.has("fiscal_year") ? PlaceRole.MONTH_OF_FISCAL_YEAR : PlaceRole.MONTH;
            default -> PlaceRole.DAY;
        };
    }

    private PeriodPlace openFrom(YamlMapping entry, Place from, Place measure) {
        possibleMeasures(measure).stream().filter(declared::isCount).findFirst().ifPresent(count ->
                entry.whole().wrong("to", "found from without to, though " + count + " is no goal",
                        "write to: with the last day; only a goal stands until it is replaced"));
        return new PeriodPlace.Between(from, null);
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

    private static PeriodPlace wrong(YamlMapping entry, String found) {
        entry.whole().wrong(found, RIGHT);
        return null;
    }
}

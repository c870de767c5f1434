package org.crossfoot.settings.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.figure.Source;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.text.Circles;
import org.crossfoot.settings.text.Ids;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads the {@code source.yml} of every source. */
public final class ProfileReader {

    private static final List<String> KEYS = List.of("title", "trust", "repeats", "schedule", "settled", "read", "published", "figures");
    private static final String RIGHT = "write a mapping with title, trust and figures";
    private static final String FIGURES = "write a list of entries, e.g. figures: [ { value: { column: arrests }, ... } ]";

    private final Declared declared;
    private final Map<String, YamlValue> repeats = new LinkedHashMap<>();

    public ProfileReader(Declared declared) {
        this.declared = declared;
    }

    public Optional<Profile> read(String id, YamlValue file) {
        return file.mapping(RIGHT).map(mapping -> read(id, mapping));
    }

    private Profile read(String id, YamlMapping file) {
        file.only(KEYS);
        if (!Ids.NAME.fits(id)) {
            file.whole().wrong("found a folder named " + MistakeWording.quoted(id), "name it as an id; " + Ids.NAME.right());
        }
        file.get("repeats").ifPresent(value -> repeats.put(id, value));
        Source source = new Source(id,
                file.require("title", "write the publisher's name").flatMap(title -> title.text("write the publisher's name")).orElse(id),
                file.require("trust", TrustReader.RIGHT).flatMap(TrustReader::read).orElse(1),
                file.get("repeats").flatMap(value -> value.text("write the id of another source")).orElse(null));
        return new Profile(source,
                file.get("schedule").flatMap(ScheduleReader::read).orElse(null),
                file.get("settled").flatMap(SettledReader::read).orElse(null),
                file.get("read").map(ReadOptionsReader::read).orElse(ReadOptionsReader.USUAL),
                file.get("published").flatMap(place -> new PlaceReader(declared, false).read(place, PlaceRole.DAY)).orElse(null),
                file.require("figures", FIGURES).map(this::entries).orElse(List.of()));
    }

    private List<FigureEntry> entries(YamlValue figures) {
        List<FigureEntry> entries = new ArrayList<>();
        List<YamlValue> items = figures.items(FIGURES);
        if (figures.isList() && items.isEmpty()) {
            figures.wrong("found an empty list", FIGURES);
        }
        items.forEach(item -> FigureEntryReader.read(item, declared).ifPresent(entries::add));
        List<YamlMapping> mappings = items.stream().flatMap(item -> item.ifMapping().stream()).toList();
        if (mappings.stream().anyMatch(entry -> entry.has("rows"))) {
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
    public void checkRepeats(Set<String> sources) {
        Map<String, String> next = new LinkedHashMap<>();
        repeats.forEach((id, value) -> value.text("write the id of another source").ifPresent(repeated -> {
            next.put(id, repeated);
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
}

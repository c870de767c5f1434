package org.crossfoot.settings.read;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.crossfoot.figure.Breakdown;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.WordingSpans;
import org.crossfoot.settings.text.Ids;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads {@code crossfoot.yml}. */
final class FrameReader {

    private static final List<String> KEYS = List.of("zone", "breakdowns", "measures", "rules", "wording");
    private static final String RIGHT = "write a mapping with zone and measures";

    private FrameReader() {
    }

    public static Frame read(YamlValue file) {
        return file.mapping(RIGHT).map(FrameReader::read).orElse(Frame.UNREADABLE);
    }

    private static Frame read(YamlMapping file) {
        file.only(KEYS);
        Map<String, Measure> measures = file.require("measures", "declare what is counted, e.g. measures: { arrests: { title: Arrests } }")
                .flatMap(MeasuresReader::read).orElse(null);
        return new Frame(
                file.require("zone", "write an IANA zone, e.g. zone: America/New_York").flatMap(FrameReader::zone).orElse(null),
                file.get("wording").map(FrameReader::wording).orElse(WordingSpans.USUAL),
                part(file, "breakdowns", FrameReader::breakdowns, Map.of()),
                measures,
                part(file, "rules", rules -> RulesReader.read(rules, measures), List.of()));
    }

    private static <T> T part(YamlMapping file, String key, Function<YamlValue, T> reader, T usual) {
        T absent = file.misspells(List.of(key)) ? null : usual;
        return file.has(key) ? reader.apply(file.get(key).orElseThrow()) : absent;
    }

    private static Optional<ZoneId> zone(YamlValue value) {
        String right = "write an IANA zone, e.g. America/New_York";
        Optional<String> text = value.text(right);
        if (text.isPresent() && !ZoneId.getAvailableZoneIds().contains(text.get())) {
            value.wrong("found " + MistakeWording.quoted(text.get()),
                    MistakeWording.nearest(text.get(), new TreeSet<>(ZoneId.getAvailableZoneIds())).map("did you mean %s?"::formatted).orElse(right));
            return Optional.empty();
        }
        return text.map(ZoneId::of);
    }

    private static Map<String, Breakdown> breakdowns(YamlValue value) {
        return value.mapping("write a mapping, e.g. { office: { complete: true } }").map(all -> {
            Map<String, Breakdown> breakdowns = new LinkedHashMap<>();
            all.all().forEach((id, breakdown) -> breakdowns.put(id, new Breakdown(id, isComplete(id, breakdown))));
            return breakdowns;
        }).orElse(null);
    }

    private static boolean isComplete(String id, YamlValue value) {
        if (!Ids.NAME.fits(id)) {
            value.wrong("found the id " + MistakeWording.quoted(id), Ids.NAME.right());
        }
        return value.mapping("write { complete: true } or { complete: false }")
                .flatMap(breakdown -> breakdown.only(List.of("complete")).get("complete"))
                .flatMap(YamlValue::truth).orElse(false);
    }

    private static WordingSpans wording(YamlValue value) {
        return value.mapping("write a mapping, e.g. { around: 10%, nearly: 5% }").map(spans -> {
            spans.only(List.of("around", "nearly"));
            return new WordingSpans(
                    spans.get("around").flatMap(FrameReader::percent).orElse(WordingSpans.USUAL.around()),
                    spans.get("nearly").flatMap(FrameReader::percent).orElse(WordingSpans.USUAL.nearly()));
        }).orElse(WordingSpans.USUAL);
    }

    private static Optional<Integer> percent(YamlValue value) {
        String right = "write whole percent from 0% to 50%, e.g. 10%";
        Optional<String> text = value.text(right);
        Optional<Integer> percent = text.filter(written -> written.matches("[0-9]{1,2}%"))
                .map(written -> Integer.valueOf(written.substring(0, written.length() - 1))).filter(number -> number <= 50);
        if (text.isPresent() && percent.isEmpty()) {
            value.wrong("found " + MistakeWording.quoted(text.get()), right);
        }
        return percent;
    }
}

package org.crossfoot.settings.read;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.crossfoot.figure.AmountText.WordingSpans;
import org.crossfoot.figure.Breakdown;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Measure.Kind;
import org.crossfoot.rule.Kinds;
import org.crossfoot.rule.Rule;
import org.crossfoot.settings.FilesWanted;
import org.crossfoot.settings.text.Ids;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads {@code crossfoot.yml}. */
final class FrameReader {

    private static final List<String> KEYS = List.of("zone", "breakdowns", "measures", "rules", "wording", "files", "notify");
    private static final String RIGHT = "write a mapping with zone and measures";

    private FrameReader() {
    }

    public static Frame read(YamlValue file) {
        return file.mapping(RIGHT).map(FrameReader::read).orElse(Frame.UNREADABLE);
    }

    private static Frame read(YamlMapping file) {
        file.only(KEYS);
        List<Kinds> kinds = new ArrayList<>();
        Map<String, Measure> measures =
                file.require("measures", "declare what is counted, e.g. measures: { arrests: { title: Arrests } }")
                .flatMap(value -> MeasuresReader.read(value, kinds)).orElse(null);
        return new Frame(
                file.require("zone", "write an IANA zone, e.g. zone: America/New_York").flatMap(FrameReader::zone).orElse(null),
                file.get("wording").map(FrameReader::wording).orElse(WordingSpans.USUAL),
                part(file, "breakdowns", FrameReader::breakdowns, Map.of()),
                measures,
                part(file, "rules", rules -> RulesReader.read(rules, measures, !kinds.isEmpty()), List.of()),
                kinds,
                file.get("files").map(FrameReader::files).orElse(FilesWanted.USUAL),
                file.get("notify").flatMap(command -> command.text("write a command for sh, or leave the key out")).orElse(null));
    }

    private static FilesWanted files(YamlValue value) {
        Set<FilesWanted.ToolFile> named = EnumSet.noneOf(FilesWanted.ToolFile.class);
        value.items("write a list, e.g. [workbook, sarif], or [] for none")
                .forEach(kind -> kind.oneOf(FilesWanted.ToolFile.class).ifPresent(named::add));
        return new FilesWanted(named);
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
                    MistakeWording.nearest(text.get(), new TreeSet<>(ZoneId.getAvailableZoneIds()))
                    .map("did you mean %s?"::formatted).orElse(right));
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
        return value.meaning("write whole percent from 0% to 50%, e.g. 10%", text -> Optional.of(text)
                .filter(written -> written.matches("[0-9]{1,2}%"))
                .map(written -> Integer.valueOf(written.substring(0, written.length() - 1))).filter(number -> number <= 50));
    }

    /**
     * What {@code crossfoot.yml} says. A part is null where it could not be read; then nothing is said against names that belong
     * to it, for the one mistake would be told a hundred times.
     */
    record Frame(ZoneId zone, WordingSpans wording, Map<String, Breakdown> breakdowns, Map<String, Measure> measures,
            List<Rule> rules, List<Kinds> kinds, FilesWanted files, String notified) {

        static final Frame UNREADABLE = new Frame(null, null, null, null, null, List.of(), FilesWanted.USUAL, null);
    }

    /** Reads {@code measures:} of crossfoot.yml. A measure with a mistake still counts as declared. */
    private static final class MeasuresReader {

        private static final List<String> KEYS = List.of("title", "kind", "of", "kinds");

        /** @param kinds how they are taken apart is added to it */
        static Optional<Map<String, Measure>> read(YamlValue value, List<Kinds> kinds) {
            return value.mapping("write a mapping, e.g. { arrests: { title: Arrests } }").map(declared -> {
                Map<String, Measure> measures = new LinkedHashMap<>();
                declared.all().forEach((id, measure) -> measures.put(id, read(id, measure)));
                if (measures.isEmpty()) {
                    value.wrong("found no measure", "declare at least one, e.g. { arrests: { title: Arrests } }");
                }
                declared.all().forEach((id, measure) -> checkGoal(measures.get(id), measure, measures));
                declared.all().forEach((id, measure) -> measure.ifMapping().flatMap(keys -> keys.get("kinds"))
                        .ifPresent(found -> kinds.addAll(new KindsReader(measures).read(id, found))));
                return measures;
            });
        }

        private static Measure read(String id, YamlValue value) {
            if (!Ids.MEASURE.fits(id)) {
                value.wrong("found the id " + MistakeWording.quoted(id), Ids.MEASURE.right());
            }
            return value.mapping("write a mapping, e.g. { title: Arrests } or {}").map(measure -> {
                measure.only(KEYS);
                String title = measure.get("title").flatMap(text -> text.text("write a title or leave the key out")).orElse(id);
                Kind kind = measure.get("kind").flatMap(text -> text.oneOf(Kind.class)).orElse(Kind.FLOW);
                String of = measure.get("of").flatMap(text -> text.text("write the measure it is a goal for")).orElse(null);
                return new Measure(id, title, kind, of);
            }).orElse(new Measure(id, id, Kind.FLOW, null));
        }

        private static void checkGoal(Measure measure, YamlValue value, Map<String, Measure> measures) {
            if (!measure.isGoal()) {
                if (measure.of() != null) {
                    value.wrong("of", "found of: " + measure.of() + " though it is no goal", "take it out, or write kind: goal");
                }
                return;
            }
            List<String> counts = measures.values().stream().filter(other -> !other.isGoal()).map(Measure::id).toList();
            if (measure.of() == null) {
                value.wrong("of", "found no measure that the goal is for", "write of: with one of "
                        + MistakeWording.listed(counts));
            } else if (!counts.contains(measure.of())) {
                String what = measures.containsKey(measure.of()) ? ", which is itself a goal" : ", which is not declared";
                value.wrong("of", "found " + MistakeWording.quoted(measure.of()) + what,
                        MistakeWording.choice(measure.of(), counts));
            }
        }
    }
}

package org.crossfoot.settings.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.figure.Measure.Kind;
import org.crossfoot.figure.Measure;
import org.crossfoot.settings.text.Ids;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlValue;

/** Reads {@code measures:} of crossfoot.yml. A measure with a mistake still counts as declared. */
final class MeasuresReader {

    private static final List<String> KEYS = List.of("title", "kind", "of");
    private static final List<String> KINDS = List.of("flow", "stock", "goal");

    private MeasuresReader() {
    }

    static Optional<Map<String, Measure>> read(YamlValue value) {
        return value.mapping("write a mapping, e.g. { arrests: { title: Arrests } }").map(declared -> {
            Map<String, Measure> measures = new LinkedHashMap<>();
            declared.all().forEach((id, measure) -> measures.put(id, read(id, measure)));
            if (measures.isEmpty()) {
                value.wrong("found no measure", "declare at least one, e.g. { arrests: { title: Arrests } }");
            }
            declared.all().forEach((id, measure) -> checkGoal(measures.get(id), measure, measures));
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
            Kind kind = measure.get("kind").flatMap(text -> text.oneOf(KINDS))
                    .map(text -> Kind.valueOf(text.toUpperCase(Locale.ROOT))).orElse(Kind.FLOW);
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
            value.wrong("of", "found no measure that the goal is for", "write of: with one of " + MistakeWording.listed(counts));
        } else if (!counts.contains(measure.of())) {
            String what = measures.containsKey(measure.of()) ? ", which is itself a goal" : ", which is not declared";
            value.wrong("of", "found " + MistakeWording.quoted(measure.of()) + what, MistakeWording.choice(measure.of(), counts));
        }
    }
}

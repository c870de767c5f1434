package org.crossfoot.settings.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.figure.Keyword;
import org.crossfoot.figure.Measure;
import org.crossfoot.rule.Kinds;
import org.crossfoot.settings.text.Ids;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads {@code kinds:} of a measure: in how many ways it is taken apart, and into which other measures. */
final class KindsReader {

    private static final String RIGHT =
            "write e.g. { criminality: { complete: true, of: [criminal_arrests, collateral_arrests] } }";

    private final Map<String, Measure> measures;

    /** @param measures all that are declared */
    KindsReader(Map<String, Measure> measures) {
        this.measures = measures;
    }

    List<Kinds> read(String measure, YamlValue value) {
        List<Kinds> kinds = new ArrayList<>();
        value.mapping(RIGHT).ifPresent(breakdowns -> breakdowns.all().forEach((id, breakdown) -> {
            if (!Ids.NAME.fits(id)) {
                breakdown.wrong("found the id " + MistakeWording.quoted(id), Ids.NAME.right());
            }
            breakdown.mapping(RIGHT).ifPresent(found -> kinds.add(read(measure, id, found)));
        }));
        return kinds;
    }

    private Kinds read(String measure, String id, YamlMapping breakdown) {
        breakdown.only(List.of("complete", "of"));
        boolean complete = breakdown.get("complete").flatMap(YamlValue::truth).orElse(false);
        List<String> of = new ArrayList<>();
        breakdown.require("of", "write the measures that are its kinds").ifPresent(list -> {
            List<YamlValue> items = list.items("write a list of measures, e.g. [criminal_arrests, collateral_arrests]");
            if (list.isList() && items.isEmpty()) {
                list.wrong("found an empty list", "write the measures that are its kinds");
            }
            for (YamlValue item : items) {
                kind(measure, item, of).ifPresent(of::add);
            }
        });
        return new Kinds(measure, id, complete, of);
    }

    /** @param before those named before it */
    private Optional<String> kind(String measure, YamlValue item, List<String> before) {
        Optional<String> named = item.text("write a measure");
        if (named.isEmpty()) {
            return named;
        }
        String kind = named.get();
        List<String> others = measures.keySet().stream().filter(id -> !id.equals(measure)).toList();
        if (kind.equals(measure)) {
            item.wrong("found the measure itself", "write other measures, which add up to it");
        } else if (!measures.containsKey(kind)) {
            item.wrong("found " + MistakeWording.quoted(kind) + ", which is not a declared measure",
                    MistakeWording.choice(kind, others));
        } else if (measures.get(kind).kind() != measures.get(measure).kind()) {
            item.wrong("found " + MistakeWording.quoted(kind) + ", which is a " + kindOf(kind) + ", while " + measure + " is a "
                    + kindOf(measure), "only flows add up to a flow, stocks to a stock, and goals to a goal");
        } else if (before.contains(kind)) {
            item.wrong("found " + MistakeWording.quoted(kind) + " a second time", "write it once");
        } else {
            return named;
        }
        return Optional.empty();
    }

    private String kindOf(String measure) {
        return Keyword.of(measures.get(measure).kind());
    }
}

package org.crossfoot.settings.read;

import java.util.Map;
import java.util.Optional;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Areas;
import org.crossfoot.figure.Measure;
import org.crossfoot.settings.text.MistakeWording;

/**
 * The measures and areas that sources, waivers and decisions may name.
 *
 * @param measures null where they could not be read; then every measure passes
 * @param areas    null where they could not be read; then every area passes
 */
record Declared(Map<String, Measure> measures, Areas areas) {

    /** What would be right instead, where no such measure is declared. */
    Optional<String> wrongMeasure(String id) {
        return measures == null || measures.containsKey(id) ? Optional.empty()
                : Optional.of(MistakeWording.choice(id, measures.keySet()));
    }

    /** What would be right instead, where no area has this id, name or alias. */
    Optional<String> wrongArea(String printed) {
        return areas == null || areas.find(printed).isPresent() ? Optional.empty() : Optional.of(areaChoice(printed));
    }

    /** The id of an area by its id, name or alias; the text itself where no such area is known. */
    String areaId(String printed) {
        return areas == null ? printed : areas.find(printed).map(Area::id).orElse(printed);
    }

    /** What would be right instead, where no area has this very id. */
    Optional<String> wrongAreaId(String id) {
        if (areas == null || areas.byId(id).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(areas.find(id).map(area -> "write its id, " + area.id()).orElseGet(() -> areaChoice(id)));
    }

    /** Whether this id is known to be a measure that is no goal. */
    boolean isCount(String measure) {
        return measures != null && measures.containsKey(measure) && !measures.get(measure).isGoal();
    }

    /** Whether this id is known to be a goal. */
    boolean isGoal(String measure) {
        return measures != null && measures.containsKey(measure) && measures.get(measure).isGoal();
    }

    private String areaChoice(String text) {
        return MistakeWording.choice(text, areas.all().stream().map(Area::id).toList());
    }
}

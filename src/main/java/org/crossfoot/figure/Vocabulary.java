package org.crossfoot.figure;

import java.util.Map;

/** The declared areas, breakdowns, measures and sources, by id. */
public record Vocabulary(Areas areas, Map<String, Breakdown> breakdowns, Map<String, Measure> measures,
        Map<String, Source> sources) {

    /** Null where it is not declared. */
    public Measure measure(String id) {
        return Measure.isTakenBack(id) && measures.containsKey(Measure.ofTakenBack(id))
                ? measures.get(Measure.ofTakenBack(id)).takenBack() : measures.get(id);
    }

    public String measureTitle(String id) {
        Measure known = measure(id);
        return known == null ? id : known.title();
    }

    public String sourceTitle(String id) {
        return sources.containsKey(id) ? sources.get(id).title() : id;
    }

    /** The source at the beginning of a chain of repetitions: the one that all the others pass on. */
    public String originOf(String source) {
        String origin = source;
        while (sources.containsKey(origin) && sources.get(origin).repeats() != null) {
            origin = sources.get(origin).repeats();
        }
        return origin;
    }
}

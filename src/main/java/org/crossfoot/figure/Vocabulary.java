package org.crossfoot.figure;

import java.util.Map;

/** The declared areas, breakdowns, measures and sources, by id. */
public record Vocabulary(Areas areas, Map<String, Breakdown> breakdowns, Map<String, Measure> measures,
        Map<String, Source> sources) {

    public Measure measure(String id) {
        return measures.get(id);
    }

    public String measureTitle(String id) {
        return measures.containsKey(id) ? measures.get(id).title() : id;
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

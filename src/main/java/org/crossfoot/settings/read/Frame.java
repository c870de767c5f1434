package org.crossfoot.settings.read;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Breakdown;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.WordingSpans;
import org.crossfoot.rule.Rule;

/**
 * What {@code crossfoot.yml} says. A part is null where it could not be read; then nothing is said against names that belong
 * to it, for the one mistake would be told a hundred times.
 */
record Frame(ZoneId zone, WordingSpans wording, Map<String, Breakdown> breakdowns, Map<String, Measure> measures, List<Rule> rules) {

    static final Frame UNREADABLE = new Frame(null, null, null, null, null);
}

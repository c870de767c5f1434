package org.crossfoot.settings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.figure.AmountText.WordingSpans;
import org.crossfoot.figure.Areas;
import org.crossfoot.figure.Breakdown;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Source;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decisions;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Waiver;

/**
 * Everything the settings say, checked.
 *
 * @param files    what is published of a date beside what always is
 * @param notified a command that is told of a night, or null
 * @param profiles by source id; folders without a {@code source.yml} are not among them
 */
public record Settings(ZoneId zone, WordingSpans wording, Map<String, Breakdown> breakdowns, Map<String, Measure> measures,
        Rules rules, FilesWanted files, String notified, Areas areas, SortedMap<String, Profile> profiles, List<Waiver> waivers,
        List<Decision> decisions) {

    /** Keeps breakdowns and measures in the order they are declared. */
    public Settings {
        breakdowns = Collections.unmodifiableMap(breakdowns);
        measures = Collections.unmodifiableMap(measures);
        profiles = Collections.unmodifiableSortedMap(profiles);
        waivers = List.copyOf(waivers);
        decisions = List.copyOf(decisions);
    }

    /** What was decided of figures, as it holds on a day. */
    public Decisions decisionsOn(LocalDate day) {
        return decisions.isEmpty() ? Decisions.NONE : new Decisions(decisions, day);
    }

    /** What is declared, as figures speak of it. */
    public Vocabulary vocabulary() {
        Map<String, Source> sources = new TreeMap<>();
        profiles.forEach((id, profile) -> sources.put(id, profile.source()));
        return new Vocabulary(areas, breakdowns, measures, sources);
    }
}

package org.crossfoot.settings;

import java.util.List;
import org.crossfoot.figure.Source;
import org.crossfoot.rule.Schedule;

/**
 * How to read one publisher: its {@code source.yml}.
 *
 * @param schedule  null where none is expected
 * @param settled   when a report's file may be taken; null: at once
 * @param published where a report says when it was published, or null
 */
public record Profile(Source source, Schedule schedule, Settled settled, ReadOptions read, Place published, List<FigureEntry> entries) {

    public Profile {
        entries = List.copyOf(entries);
    }
}

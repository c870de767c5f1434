package org.crossfoot.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Source;
import org.crossfoot.rule.Schedule;

/**
 * How to read one publisher: its {@code source.yml}.
 *
 * @param schedule  null where none is expected
 * @param settled   when a report's file may be taken; null: at once
 * @param published where a report says when it was published, or null
 */
public record Profile(Source source, Schedule schedule, Settled settled, ReadOptions read, Place published,
        List<FigureEntry> entries) {

    public Profile {
        entries = List.copyOf(entries);
    }

    /** Whether its files list single events: then no text of them is kept or shown, whatever else is read from them. */
    public boolean countsRows() {
        return entries.stream().anyMatch(FigureEntry::countsRows);
    }

    /** The columns that it names, as they are written. */
    public Set<String> columns() {
        return Stream.concat(Place.column(published), entries.stream().flatMap(FigureEntry::columns)).collect(Collectors.toSet());
    }
}

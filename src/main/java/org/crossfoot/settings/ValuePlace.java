package org.crossfoot.settings;

import java.util.regex.Pattern;

/** Where a profile takes a figure's amount from. */
public sealed interface ValuePlace {

    /** {@code value: { column: NAME }} */
    record OneColumn(String name) implements ValuePlace {
    }

    /** {@code value: { columns: REGEX }}: every column whose header matches in full. */
    record MatchingColumns(Pattern pattern) implements ValuePlace {
    }

    /**
     * {@code rows: count}: each row is one event.
     *
     * @param oncePer the column that tells one event from another, so that one listed twice counts once; null where every row
     *                counts
     */
    record RowCount(Place oncePer) implements ValuePlace {
    }
}

package org.crossfoot.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.crossfoot.settings.ReadOptions;

/** Looks for persons' identifiers in a file of totals, by the headers and by the first rows. */
final class PersonalColumns {

    /** Columns of these roles hold numbers, what the settings declare, or the names of people who speak in public. */
    private static final Set<ColumnRole> SETTLED =
            EnumSet.of(ColumnRole.VALUE, ColumnRole.MEASURE, ColumnRole.AREA, ColumnRole.ATTRIBUTED_TO);

    private final List<ColumnUse> columns;
    private final Set<String> missing;
    private final List<PersonalValues> values = new ArrayList<>();

    PersonalColumns(List<ColumnUse> columns, ReadOptions options) {
        this.columns = columns;
        this.missing = options.missing();
        columns.forEach(column -> values.add(new PersonalValues(column.column())));
    }

    void add(Row row) {
        for (int column = 0; column < columns.size(); column++) {
            String text = row.text(column);
            if (!text.isEmpty() && !missing.contains(text)) {
                values.get(column).add(text);
            }
        }
    }

    List<PersonalColumn> found() {
        List<PersonalColumn> found = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            ColumnUse use = columns.get(column);
            if (PersonalHeader.is(use.column(), use.entries().keySet().stream().anyMatch(SETTLED::contains))) {
                found.add(new PersonalColumn(use.column(), "is called like a person's identifier"));
            } else {
                values.get(column).look().ifPresent(look -> found.add(new PersonalColumn(use.column(),
                        "seems to identify persons: nearly all its values differ and look like " + look)));
            }
        }
        return List.copyOf(found);
    }
}

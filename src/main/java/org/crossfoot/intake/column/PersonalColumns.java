package org.crossfoot.intake.column;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.PersonalColumn;
import org.crossfoot.intake.row.PersonalHeader;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;
import org.crossfoot.settings.ReadOptions;

/** Looks for persons' identifiers in a file of totals, by the headers and by the first rows. */
public final class PersonalColumns implements Rejects.Look {

    /** Columns of these roles hold numbers, what the settings declare, or the names of people who speak in public. */
    private static final Set<ColumnRole> SETTLED =
            EnumSet.of(ColumnRole.VALUE, ColumnRole.MEASURE, ColumnRole.AREA, ColumnRole.ATTRIBUTED_TO);

    private static final int ROWS_LOOKED_AT = 1_000;

    private final Header header;
    private final List<ColumnUse> columns;
    private final Set<String> missing;
    private final List<PersonalValues> values = new ArrayList<>();
    private int looked;

    public PersonalColumns(Header header, List<ColumnUse> columns, ReadOptions options) {
        this.header = header;
        this.columns = columns;
        this.missing = options.missing();
        for (int column = 0; column < header.size(); column++) {
            values.add(new PersonalValues(header.name(column)));
        }
    }

    /** Looks at a row; false where enough were looked at. */
    @Override
    public boolean add(Row row) {
        looked++;
        for (int column = 0; row.damage() == null && row.size() == columns.size() && column < columns.size(); column++) {
            String text = row.text(column);
            if (!text.isEmpty() && !missing.contains(text)) {
                values.get(column).add(text);
            }
        }
        return looked < ROWS_LOOKED_AT;
    }

    @Override
    public List<PersonalColumn> found() {
        List<PersonalColumn> found = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            ColumnUse use = columns.get(column);
            String name = header.name(column);
            if (PersonalHeader.is(name, use.entries().keySet().stream().anyMatch(SETTLED::contains))) {
                found.add(new PersonalColumn(name, "is called like a person's identifier"));
            } else {
                values.get(column).look().ifPresent(look -> found.add(new PersonalColumn(name,
                        "seems to identify persons: nearly all its values differ and look like " + look)));
            }
        }
        return List.copyOf(found);
    }
}

package org.crossfoot.intake.column;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.crossfoot.intake.column.ColumnUses.ColumnRole;
import org.crossfoot.intake.column.ColumnUses.ColumnUse;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.PersonalColumn;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;
import org.crossfoot.settings.ReadOptions;

/** Looks for persons' identifiers in a file of totals, by the headers and by the first rows. */
public final class PersonalColumns implements Rejects.ColumnLook {

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
            if (PersonalColumn.isCalledOne(name, use.entries().keySet().stream().anyMatch(SETTLED::contains))) {
                found.add(new PersonalColumn(name, "is called like a person's identifier"));
            } else {
                values.get(column).look().ifPresent(look -> found.add(new PersonalColumn(name,
                        "seems to identify persons: nearly all its values differ and look like " + look)));
            }
        }
        return List.copyOf(found);
    }

    /**
     * Tells by the values of a column whether they identify persons: nearly all differ, and nearly all have the shape of such a
     * number.
     */
    private static final class PersonalValues {

        private static final int FEWEST = 20;
        /** No shape is shorter, and most values are. */
        private static final int SHORTEST = 9;
        private static final int PERCENT = 90;

        /** Publishers number and seal their rows in columns of these names; what stands there is the row's, not a person's. */
        private static final Set<String> SEALS_OF_ROWS =
                Set.of("hash", "row hash", "record hash", "checksum", "digest", "md5", "sha1",
                "sha256", "etag", "global id", "row id", "object id");

        /** Eight bare digits are a day, as 20250126; bare digits beyond nine are clock times and counts. */
        private enum Shape {
            ALIEN_NUMBER("alien registration numbers", "[Aa][- #]?(\\d{8,9}|\\d{2,3}[- ]\\d{3}[- ]\\d{3})"),
            SOCIAL_SECURITY_NUMBER("social security numbers", "\\d{3}-\\d{2}-\\d{4}"),
            NINE_DIGITS("alien registration or social security numbers", "\\d{9}"),
            HASH("hashes of something", "(?=.*[A-Fa-f])(?=.*\\d)[0-9A-Fa-f]{16,}"),
            UUID("identifiers made by a machine", "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

            private final String plural;
            private final Pattern pattern;

            Shape(String plural, String regex) {
                this.plural = plural;
                this.pattern = Pattern.compile(regex);
            }
        }

        private final Map<Shape, Set<String>> different = new EnumMap<>(Shape.class);
        private final boolean sealsRows;
        private int values;

        PersonalValues(String header) {
            sealsRows = SEALS_OF_ROWS.contains(Header.words(header));
        }

        void add(String value) {
            values++;
            if (value.length() < SHORTEST) {
                return;
            }
            for (Shape shape : Shape.values()) {
                if (!sealsRows && shape.pattern.matcher(value).matches()) {
                    different.computeIfAbsent(shape, first -> new HashSet<>()).add(value);
                }
            }
        }

        /** What the values look like, in the plural, where they look like persons' identifiers. */
        Optional<String> look() {
            return values < FEWEST ? Optional.empty() : different.entrySet().stream()
                    .filter(shaped -> shaped.getValue().size() * 100 > values * PERCENT).map(shaped -> shaped.getKey().plural)
                    .findFirst();
        }
    }
}

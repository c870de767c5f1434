package org.crossfoot.intake.column;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.crossfoot.intake.row.PersonalHeader;

/** Tells by the values of a column whether they identify persons: nearly all differ, and nearly all have the shape of such a number. */
final class PersonalValues {

    private static final int FEWEST = 20;
    /** No shape is shorter, and most values are. */
    private static final int SHORTEST = 9;
    private static final int PERCENT = 90;

    /** Publishers number and seal their rows in columns of these names; what stands there is the row's, not a person's. */
    private static final Set<String> SEALS_OF_ROWS = Set.of("hash", "row hash", "record hash", "checksum", "digest", "md5", "sha1",
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
        sealsRows = SEALS_OF_ROWS.contains(PersonalHeader.words(header));
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
                .filter(shaped -> shaped.getValue().size() * 100 > values * PERCENT).map(shaped -> shaped.getKey().plural).findFirst();
    }
}

package org.crossfoot.intake.row;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for persons' identifiers in a file of totals, by the headers and by the first rows. */
public final class PersonalColumns {

    private static final int ROWS_LOOKED_AT = 1_000;

    private final Header header;
    private final BitSet settled;
    private final Set<String> missing;
    private final List<PersonalValues> values = new ArrayList<>();
    private int looked;

    /** @param settled columns that the profile says hold counts, measures, areas or the people quoted */
    public PersonalColumns(Header header, BitSet settled, Set<String> missing) {
        this.header = header;
        this.settled = settled;
        this.missing = missing;
        for (int column = 0; column < header.size(); column++) {
            values.add(new PersonalValues(header.name(column)));
        }
    }

    /** Looks at a row; false where enough were looked at. */
    public boolean add(Row row) {
        looked++;
        for (int column = 0; row.damage() == null && row.size() == header.size() && column < header.size(); column++) {
            String text = row.text(column);
            if (!text.isEmpty() && !missing.contains(text)) {
                values.get(column).add(text);
            }
        }
        return looked < ROWS_LOOKED_AT;
    }

    public List<PersonalColumn> found() {
        List<PersonalColumn> found = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            String name = header.name(column);
            if (PersonalColumn.isCalledOne(name, settled.get(column))) {
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

    /**
     * A column that looks like a person's identifier, in a file that should hold totals.
     *
     * @param why the end of a sentence that begins with the column; it quotes no value
     */
    public record PersonalColumn(String column, String why) {

        /** Personal wherever these words stand together in a header. */
        private static final List<String> PHRASES = List.of(
                "first name", "middle name", "last name", "given name", "family name", "maiden name",
                "firstname", "lastname", "surname", "forename",
                "date of birth", "year of birth", "birth date", "birth day", "birth year", "birthdate", "birthday", "dob",
                "ssn", "social security number", "social security no", "passport number", "passport no", "fbi number",
                "fingerprint number",
                "alien registration number", "alien file number", "anumber", "booking number", "booking no", "booking id",
                "unique identifier", "anonymized identifier");

        /** Personal only where the whole header says no more: "a number of arrests" and "social security offices" are not. */
        private static final Set<String> WHOLE =
                Set.of("a number", "a no", "a file number", "alien registration", "social security", "unique id");

        /** As {@link #WHOLE}, but also good names for a column of counts, of areas, or of the people quoted. */
        private static final Set<String> WHOLE_BUT_AMBIGUOUS =
                Set.of("name", "names", "full name", "fullname", "inmate", "birth");

        /** A person followed by a label, as "inmate id", is personal; "inmates" are a total, an "agency name" is no person's. */
        private static final Set<String> PERSONS =
                Set.of("person", "subject", "individual", "alien", "noncitizen", "inmate", "detainee",
                "arrestee", "prisoner", "offender", "defendant", "suspect", "victim", "patient");

        private static final Set<String> LABELS =
                Set.of("id", "ids", "identifier", "number", "no", "num", "name", "key", "hash", "uuid");

        /**
         * The sentence that warns of it.
         *
         * @param where the report, or several
         */
        public String warning(String where) {
            return "warning: " + where + ": column " + CellText.quoted(column) + " " + why
                    + "; its values are shown nowhere, a file of"
                    + " totals needs none, and the archive keeps reports whole: take the column out before the file comes here,"
                    + " or say rows: count where each row is an event";
        }

        /**
         * Whether a header says that its column is one. Headers are compared by their words: {@code firstName} is "first name".
         *
         * @param settled whether the profile says that the column holds counts, measures, areas or the people quoted
         */
        public static boolean isCalledOne(String header, boolean settled) {
            String words = Header.words(header);
            return WHOLE.contains(words) || WHOLE_BUT_AMBIGUOUS.contains(words) && !settled
                    || PHRASES.stream().anyMatch(phrase -> (" " + words + " ").contains(" " + phrase + " "))
                    || labelsAPerson(words.split(" "));
        }

        private static boolean labelsAPerson(String[] words) {
            for (int i = 1; i < words.length; i++) {
                if (PERSONS.contains(words[i - 1]) && LABELS.contains(words[i])) {
                    return true;
                }
            }
            return false;
        }
    }
}

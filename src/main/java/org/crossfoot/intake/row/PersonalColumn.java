package org.crossfoot.intake.row;

import java.util.List;
import java.util.Set;

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
    private static final Set<String> WHOLE_BUT_AMBIGUOUS = Set.of("name", "names", "full name", "fullname", "inmate", "birth");

    /** A person followed by a label, as "inmate id", is personal; "inmates" are a total, and an "agency name" is no person's. */
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

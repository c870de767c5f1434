package org.crossfoot.intake.column;

/** What a column of a report may be used for; the words are those of {@code source.yml}. */
public enum ColumnRole {
    VALUE("value"),
    MEASURE("measure"),
    AREA("area"),
    DAY("day"),
    MONTH("month"),
    FISCAL_YEAR("fiscal_year"),
    FROM("from"),
    TO("to"),
    SINCE("since"),
    WHEN("when"),
    ONCE_PER("once_per"),
    STATEMENT("statement"),
    ATTRIBUTED_TO("attributed_to"),
    NOTE("note"),
    PUBLISHED("published");

    private final String word;

    ColumnRole(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}

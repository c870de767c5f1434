package org.crossfoot.settings.source;

/** What the text of a place is taken as. */
enum PlaceRole {
    MEASURE("arrests"),
    AREA("us"),
    DAY("2025-01-26"),
    MONTH("2025-01"),
    /** The year is said elsewhere. */
    MONTH_OF_FISCAL_YEAR("Jan"),
    FISCAL_YEAR("2025"),
    REMARK("...");

    private final String example;

    PlaceRole(String example) {
        this.example = example;
    }

    /** A constant that could stand there. */
    String example() {
        return example;
    }

    boolean hasFormat() {
        return this == DAY || this == MONTH || this == MONTH_OF_FISCAL_YEAR;
    }
}

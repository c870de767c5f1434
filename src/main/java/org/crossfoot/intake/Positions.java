package org.crossfoot.intake;

/** Says where rows stand, as {@code ice/2025-01.csv:17}: the statement of a row that names none. All figures of a row share the text. */
final class Positions {

    private final String file;
    private long line;
    private String position;

    Positions(String file) {
        this.file = file;
    }

    String of(long wanted) {
        if (position == null || line != wanted) {
            line = wanted;
            position = file + ":" + wanted;
        }
        return position;
    }
}

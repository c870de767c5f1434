package org.crossfoot.intake;

/** Says where rows stand, as {@code ice/2025-01.csv:17}: the statement of a row that names none. All figures of a row share the text. */
final class Positions {

    private final StringBuilder text;
    private final int beforeLine;
    private long line;
    private String position;

    Positions(String file) {
        this.text = new StringBuilder(file).append(':');
        this.beforeLine = text.length();
    }

    String of(long wanted) {
        if (position == null || line != wanted) {
            line = wanted;
            text.setLength(beforeLine);
            position = text.append(wanted).toString();
        }
        return position;
    }
}

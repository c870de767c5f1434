package org.crossfoot.intake;

import org.apache.commons.csv.CSVRecord;

/**
 * One row of a report.
 *
 * @param line     its first physical line, counted from 1
 * @param lastLine its last one
 * @param cells    null where the row is damaged
 * @param damage   null where it is not
 * @param nulSeen  whether a NUL character was met in the report before the row's end, or soon after
 */
record Row(long line, long lastLine, CSVRecord cells, Refusal damage, boolean nulSeen) {

    long lines() {
        return lastLine - line + 1;
    }

    String cell(int column) {
        return cells.get(column);
    }

    String text(int column) {
        return CellText.trimmed(cells.get(column));
    }

    boolean isBlank() {
        return cells.size() == 1 && text(0).isEmpty();
    }

    /** How many characters its cells hold. */
    long characters() {
        long characters = 0;
        for (int i = 0; damage == null && i < cells.size(); i++) {
            characters += cells.get(i).length();
        }
        return characters;
    }

    boolean holdsNul() {
        for (int i = 0; nulSeen && i < cells.size(); i++) {
            if (cells.get(i).indexOf('\0') >= 0) {
                return true;
            }
        }
        return false;
    }

    static String range(long line, long lastLine) {
        return line == lastLine ? "line " + line : "lines " + line + " to " + lastLine;
    }

    String range() {
        return range(line, lastLine);
    }
}

package org.crossfoot.intake;

import org.apache.commons.csv.CSVRecord;

/**
 * One row of a report.
 *
 * @param line     its first physical line, counted from 1
 * @param lastLine its last one
 * @param cells    null where the row is damaged
 * @param damage   null where it is not
 */
record Row(long line, long lastLine, CSVRecord cells, Refusal damage) {

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

    boolean holdsNul() {
        for (String cell : cells) {
            if (cell.indexOf('\0') >= 0) {
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

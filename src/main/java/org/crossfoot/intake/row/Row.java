package org.crossfoot.intake.row;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.crossfoot.intake.row.Meaning.Refusal;

/**
 * One row of a report.
 *
 * @param line     its first physical line, counted from 1
 * @param lastLine its last one
 * @param cells    null where the row is damaged
 * @param damage   null where it is not
 * @param nulSeen  whether a NUL character was met in the report before the row's end, or soon after
 */
public record Row(long line, long lastLine, String[] cells, Refusal damage, boolean nulSeen) {

    public long lines() {
        return lastLine - line + 1;
    }

    /** How many cells it has. */
    public int size() {
        return cells.length;
    }

    public String cell(int column) {
        return cells[column];
    }

    /** With empty cells at its end, or without some of them; the cells are copied. */
    public Row sized(int size) {
        String[] sized = Arrays.copyOf(cells, size);
        Arrays.fill(sized, Math.min(size(), size), size, "");
        return new Row(line, lastLine, sized, damage, nulSeen);
    }

    /** Whether nothing stands in its cells from a column on. */
    public boolean isBlankFrom(int column) {
        return IntStream.range(column, size()).allMatch(i -> text(i).isEmpty());
    }

    public String text(int column) {
        return CellText.trimmed(cells[column]);
    }

    public boolean isBlank() {
        return cells.length == 1 && text(0).isEmpty();
    }

    public boolean holdsNul() {
        for (int i = 0; nulSeen && i < cells.length; i++) {
            if (cell(i).indexOf('\0') >= 0) {
                return true;
            }
        }
        return false;
    }

    public static String range(long line, long lastLine) {
        return line == lastLine ? "line " + line : "lines " + line + " to " + lastLine;
    }

    public String range() {
        return range(line, lastLine);
    }
}

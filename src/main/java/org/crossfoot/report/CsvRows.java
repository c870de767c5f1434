package org.crossfoot.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through a table that {@link CsvTable} wrote, row by row. A cell becomes a text when it is asked for; those that come
 * again and again, as areas, measures and days do, are one text.
 */
public final class CsvRows {

    private static final int REMEMBERED = 4096;

    private final byte[] csv;
    /** Texts that were made, each with the place and length of the bytes it was made from. */
    private final String[] texts = new String[REMEMBERED];
    private final int[] places = new int[REMEMBERED];
    private final int[] lengths = new int[REMEMBERED];

    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int columns;
    private int at;

    public CsvRows(byte[] csv) {
        this.csv = csv;
    }

    /** Goes on to the next row; false where there is none. */
    public boolean next() {
        columns = 0;
        if (at == csv.length) {
            return false;
        }
        do {
            if (columns == starts.length) {
                starts = Arrays.copyOf(starts, 2 * columns);
                ends = Arrays.copyOf(ends, 2 * columns);
            }
            if (csv[at] == '"') {
                starts[columns] = at + 1;
                ends[columns] = closingQuote(at + 1);
                at = ends[columns] + 1;
            } else {
                starts[columns] = at;
                ends[columns] = separator();
                at = ends[columns];
            }
            columns++;
        } while (csv[at++] == ',' && at < csv.length);
        if (csv[at - 1] != '\n') {
            throw unlike();
        }
        return true;
    }

    private int separator() {
        for (int i = at; i < csv.length; i++) {
            if (csv[i] == ',' || csv[i] == '\n') {
                return i;
            }
        }
        throw unlike();
    }

    /** The quote that ends a cell: the first one that no other follows, with a separator behind it. */
    private int closingQuote(int from) {
        for (int i = from; i < csv.length - 1; i++) {
            if (csv[i] == '"') {
                if (csv[i + 1] != '"') {
                    return i;
                }
                i++;
            }
        }
        throw unlike();
    }

    private IllegalArgumentException unlike() {
        return new IllegalArgumentException("a table of " + csv.length + " bytes is not as Crossfoot writes one: the row or cell at byte " + at
                + " does not end");
    }

    /** How many cells this row has. */
    int columns() {
        return columns;
    }

    /** Which column of this row has a text; it is the header's that is asked. */
    public int column(String name) {
        for (int column = 0; column < columns; column++) {
            if (cell(column).equals(name)) {
                return column;
            }
        }
        throw new IllegalArgumentException("a table has no column " + name);
    }

    public String cell(int column) {
        int start = starts[column];
        int end = ends[column];
        if (isQuoted(start)) {
            return text(start, end).replace("\"\"", "\"");
        }
        int slot = slot(start, end);
        int known = places[slot];
        if (texts[slot] == null || !Arrays.equals(csv, start, end, csv, known, known + lengths[slot])) {
            texts[slot] = text(start, end);
            places[slot] = start;
            lengths[slot] = end - start;
        }
        return texts[slot];
    }

    /** The whole number of a cell, or null where it is empty. */
    public Long number(int column) {
        int end = ends[column];
        int first = starts[column];
        if (first == end) {
            return null;
        }
        boolean negative = csv[first] == '-' && first + 1 < end;
        long number = 0;
        for (int i = negative ? first + 1 : first; i < end; i++) {
            int digit = csv[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("a table has " + cell(column) + " for a number");
            }
            number = Math.addExact(Math.multiplyExact(number, 10), digit);
        }
        return negative ? -number : number;
    }

    /** What differs between ids, days and numbers of a table differs at their ends. */
    private int slot(int start, int end) {
        int hash = end - start;
        for (int i = Math.max(start, end - 4); i < end; i++) {
            hash = 31 * hash + csv[i];
        }
        return (hash ^ hash >>> 12) & REMEMBERED - 1;
    }

    private boolean isQuoted(int start) {
        return start > 0 && csv[start - 1] == '"';
    }

    private String text(int start, int end) {
        return new String(csv, start, end - start, StandardCharsets.UTF_8);
    }
}

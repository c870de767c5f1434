package org.crossfoot.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A CSV file as Crossfoot writes it: UTF-8, LF, RFC 4180. A text that a spreadsheet would run as a formula gets a leading
 * {@code '}; numbers and dates never do. Null is an empty cell. A cell is quoted where Commons CSV would quote it.
 */
public final class CsvTable {

    private static final boolean[] PLAIN = Utf8Text.asciiBut(",\"\n\r");
    private static final char LAST_TO_QUOTE_AT_THE_START = '#';
    private static final char LAST_TO_QUOTE_AT_THE_END = ' ';

    private final Utf8Text text;
    /** Of the row that is written. */
    private int cells;
    private LocalDate lastDay;
    private String lastDayText;

    public CsvTable(List<String> header) {
        this(header, 0);
    }

    /** @param length how long it will be, about */
    CsvTable(List<String> header, int length) {
        text = new Utf8Text(length);
        row(header.toArray());
    }

    /** A table without a header line. */
    public CsvTable() {
        text = new Utf8Text(0);
    }

    public void row(Object... cells) {
        for (Object cell : cells) {
            cell(cell);
        }
        end();
    }

    private void cell(Object cell) {
        if (cell instanceof String string) {
            text(string);
        } else if (cell instanceof Long number) {
            number(number);
        } else if (cell instanceof Integer number) {
            number(number);
        } else if (cell instanceof LocalDate day) {
            day(day);
        } else if (cell == null) {
            empty();
        } else {
            separate();
            write(cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
        }
    }

    // Cell by cell, for tables of ten thousand rows: a row of cells of any kind costs an object each.

    CsvTable text(String cell) {
        separate();
        write(guarded(cell));
        return this;
    }

    CsvTable number(long cell) {
        separate();
        text.add(cell);
        return this;
    }

    /** Null is an empty cell. */
    CsvTable day(LocalDate cell) {
        separate();
        if (cell != null) {
            // Of most tables all days are the same.
            if (!cell.equals(lastDay)) {
                lastDay = cell;
                lastDayText = cell.toString();
            }
            text.add(lastDayText);
        }
        return this;
    }

    CsvTable empty() {
        separate();
        return this;
    }

    void end() {
        text.add('\n');
        cells = 0;
    }

    private void separate() {
        if (cells++ > 0) {
            text.add(',');
        }
    }

    /** A text as a table shows it. */
    public static String guarded(String text) {
        return !text.isEmpty() && runsAsFormula(text.charAt(0)) ? "'" + text : text;
    }

    private static boolean runsAsFormula(char first) {
        return switch (first) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20' -> true;
            default -> false;
        };
    }

    private void write(String cell) {
        if (hasPlainEnds(cell) && text.addPlain(cell, PLAIN)) {
            return;
        }
        if (isQuoted(cell)) {
            text.add('"').add(cell.replace("\"", "\"\"")).add('"');
        } else {
            text.add(cell);
        }
    }

    private static boolean hasPlainEnds(String cell) {
        int length = cell.length();
        return length > 0 && cell.charAt(0) > LAST_TO_QUOTE_AT_THE_START && cell.charAt(length - 1) > LAST_TO_QUOTE_AT_THE_END;
    }

    /** An empty cell at the beginning of a line is, since the line could be empty without. */
    private boolean isQuoted(String cell) {
        return cell.isEmpty() ? cells == 1
                : !hasPlainEnds(cell) || cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    }

    public byte[] bytes() {
        return text.bytes();
    }
}

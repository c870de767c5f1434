package org.crossfoot.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * A CSV file as Crossfoot writes it: UTF-8, LF, RFC 4180. A text that a spreadsheet would run as a formula gets a leading
 * {@code '}; numbers and dates never do. Null is an empty cell. A cell is quoted where Commons CSV would quote it.
 */
public final class CsvTable {

    private static final String RUNS_AS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final char LAST_TO_QUOTE_AT_THE_START = '#';
    private static final char LAST_TO_QUOTE_AT_THE_END = ' ';

    private final StringBuilder text = new StringBuilder();

    public CsvTable(List<String> header) {
        row(header.toArray());
    }

    /** A table without a header line. */
    public CsvTable() {
    }

    public void row(Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (column > 0) {
                text.append(',');
            }
            cell(cells[column], column == 0);
        }
        text.append('\n');
    }

    private void cell(Object cell, boolean first) {
        if (cell instanceof String string) {
            write(guarded(string), first);
        } else if (cell instanceof Long number) {
            text.append(number.longValue());
        } else if (cell instanceof Integer number) {
            text.append(number.intValue());
        } else if (cell instanceof LocalDate day) {
            write(day);
        } else if (cell != null) {
            write(cell instanceof BigDecimal number ? number.toPlainString() : cell.toString(), first);
        }
    }

    private static String guarded(String text) {
        return !text.isEmpty() && RUNS_AS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void write(String cell, boolean first) {
        if (isQuoted(cell, first)) {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            text.append(cell);
        }
    }

    /** An empty cell at the beginning of a line is, since the line could be empty without. */
    private static boolean isQuoted(String cell, boolean first) {
        int length = cell.length();
        if (length == 0) {
            return first;
        }
        if (cell.charAt(0) <= LAST_TO_QUOTE_AT_THE_START || cell.charAt(length - 1) <= LAST_TO_QUOTE_AT_THE_END) {
            return true;
        }
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** As ISO 8601 has it; written digit by digit, since a table of figures has four of them in each row. */
    private void write(LocalDate day) {
        int year = day.getYear();
        if (year < 1000 || year > 9999) {
            text.append(day);
            return;
        }
        text.append(year).append('-');
        twoDigits(day.getMonthValue());
        text.append('-');
        twoDigits(day.getDayOfMonth());
    }

    private void twoDigits(int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package org.crossfoot.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * A CSV file as Crossfoot writes it: UTF-8, LF, RFC 4180. A text that a spreadsheet would run as a formula gets a leading
 * {@code '}; numbers and dates never do. Null is an empty cell. A cell is quoted where Commons CSV would quote it.
 */
public final class CsvTable {

    private static final char LAST_TO_QUOTE_AT_THE_START = '#';
    private static final char LAST_TO_QUOTE_AT_THE_END = ' ';

    /** Besides cells with a comma, a quote or an end of line. */
    private static final QuoteStrategy QUOTED = new QuoteStrategy() {
        @Override
        public boolean quoteEmpty(int line, int column) {
            // The line could be empty without.
            return column == 0;
        }

        @Override
        public boolean quoteValue(int line, int column, String cell) {
            return cell.charAt(0) <= LAST_TO_QUOTE_AT_THE_START || cell.charAt(cell.length() - 1) <= LAST_TO_QUOTE_AT_THE_END;
        }
    };

    private final ByteArrayOutputStream bytes;
    private final CsvWriter writer;
    /** The row that is written, or null. */
    private CsvWriter.CsvWriterRecord row;
    private LocalDate lastDay;
    private String lastDayText;

    public CsvTable(List<String> header) {
        this(header, 0);
    }

    /** @param length how long it will be, about */
    CsvTable(List<String> header, int length) {
        this(length);
        row(header.toArray());
    }

    /** A table without a header line. */
    public CsvTable() {
        this(0);
    }

    private CsvTable(int length) {
        bytes = new ByteArrayOutputStream(Math.max(64, length));
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).quoteStrategy(QUOTED).build(bytes, StandardCharsets.UTF_8);
    }

    public void row(Object... cells) {
        for (Object cell : cells) {
            if (cell instanceof String text) {
                text(text);
            } else {
                plain(cell == null ? null : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
            }
        }
        end();
    }

    // Cell by cell, for tables of ten thousand rows: a row of cells of any kind costs an object each.

    CsvTable text(String cell) {
        return plain(guarded(cell));
    }

    CsvTable number(long cell) {
        return plain(Long.toString(cell));
    }

    /** Null is an empty cell. */
    CsvTable day(LocalDate cell) {
        // Of most tables all days are the same.
        if (cell != null && !cell.equals(lastDay)) {
            lastDay = cell;
            lastDayText = cell.toString();
        }
        return plain(cell == null ? null : lastDayText);
    }

    CsvTable empty() {
        return plain(null);
    }

    private CsvTable plain(String cell) {
        if (row == null) {
            row = writer.writeRecord();
        }
        row.writeField(cell);
        return this;
    }

    void end() {
        row.endRecord();
        row = null;
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

    public byte[] bytes() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

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
import org.crossfoot.ledger.TableColumn.Type;
import org.crossfoot.ledger.TableColumn;

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

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter writer;
    private Object lastDay;
    private String lastDayText;

    public CsvTable(List<String> header) {
        this();
        row(header.toArray());
    }

    /** A table without a header line. */
    public CsvTable() {
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).quoteStrategy(QUOTED).build(bytes, StandardCharsets.UTF_8);
    }

    /** A whole table with its header line. */
    public static <R> byte[] of(List<TableColumn<R>> columns, List<R> rows) {
        CsvTable table = new CsvTable(TableColumn.names(columns));
        rows.forEach(row -> table.row(columns, row));
        return table.bytes();
    }

    <R> void row(List<TableColumn<R>> columns, R row) {
        CsvWriter.CsvWriterRecord line = writer.writeRecord();
        for (TableColumn<R> column : columns) {
            Object cell = column.cell().apply(row);
            line.writeField(column.type() == Type.STRING ? guarded((String) cell) : plain(cell));
        }
        line.endRecord();
    }

    public void row(Object... cells) {
        CsvWriter.CsvWriterRecord line = writer.writeRecord();
        for (Object cell : cells) {
            line.writeField(cell instanceof String text ? guarded(text) : plain(cell));
        }
        line.endRecord();
    }

    private String plain(Object cell) {
        // Of most tables all days are the same.
        if (cell instanceof LocalDate && !cell.equals(lastDay)) {
            lastDay = cell;
            lastDayText = cell.toString();
        }
        return cell == null ? null : cell instanceof LocalDate ? lastDayText
                : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    private static String guarded(String text) {
        return text != null && !text.isEmpty() && runsAsFormula(text.charAt(0)) ? "'" + text : text;
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

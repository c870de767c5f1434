package org.crossfoot.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A CSV file as Crossfoot writes it: UTF-8, LF, RFC 4180. A text that a spreadsheet would run as a formula gets a leading
 * {@code '}; numbers and dates never do. Null is an empty cell.
 */
public final class CsvTable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').setQuoteMode(QuoteMode.MINIMAL).get();
    private static final String RUNS_AS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    public CsvTable(List<String> header) {
        this();
        row(header.toArray());
    }

    /** A table without a header line. */
    public CsvTable() {
        try {
            printer = new CSVPrinter(text, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void row(Object... cells) {
        List<Object> written = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            written.add(cell instanceof String string ? guarded(string) : cell instanceof BigDecimal number ? number.toPlainString() : cell);
        }
        try {
            printer.printRecord(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String guarded(String text) {
        return !text.isEmpty() && RUNS_AS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

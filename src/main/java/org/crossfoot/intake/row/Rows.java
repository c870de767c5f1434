package org.crossfoot.intake.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.settings.Profile.ReadOptions;

/** Takes a report apart into rows, damaged ones among them, and knows the physical lines of each. */
public final class Rows {

    private final PhysicalLines lines;
    private final long linesAbove;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long lastLine;
    private long characters;

    /** Reads from the line on that holds the header. */
    public Rows(PhysicalLines lines, ReadOptions options) throws IOException {
        this.lines = lines;
        this.linesAbove = lines.skipLines(options.headerLine() - 1);
        this.lastLine = linesAbove;
        this.parser = CSVFormat.DEFAULT.builder().setDelimiter(options.delimiter()).setQuote(options.quote())
                .setTrim(false).setIgnoreEmptyLines(false).get().parse(lines);
        this.records = parser.iterator();
    }

    /** The next row, or null at the end. */
    public Row next() throws IOException {
        long line = lastLine + 1;
        CSVRecord record = null;
        Refusal damage = null;
        try {
            record = records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            damage = damage(e);
            dropRest();
        }
        lastLine = linesAbove + parser.getCurrentLineNumber();
        lines.rowEnds();
        if (lines.isCut() && (record != null || damage != null)) {
            damage = new Refusal(RejectReason.OPEN_QUOTE, "a cell goes on for more than " + PhysicalLines.LONGEST_ROW
                    + " characters");
        }
        if (damage == null) {
            return record == null ? null : new Row(line, lastLine, cells(record), null, lines.nulSeen());
        }
        if (damage.reason() == RejectReason.OPEN_QUOTE) {
            lines.readToEnd();
            lastLine = lines.total();
            damage = new Refusal(RejectReason.OPEN_QUOTE, "%s; %s to the end of the file are not read".formatted(
                    damage.detail(), Row.range(line, lastLine)));
        }
        return new Row(line, lastLine, null, damage, lines.nulSeen());
    }

    /** How many characters the cells hold of all rows that were given. */
    long characters() {
        return characters;
    }

    private String[] cells(CSVRecord record) {
        String[] cells = record.values();
        for (String cell : cells) {
            characters += cell.length();
        }
        return cells;
    }

    /** After a stray quote the parser goes on in the middle of the line and takes what is left of it for a record. */
    private void dropRest() throws IOException {
        boolean dropped = false;
        while (!dropped) {
            try {
                if (records.hasNext()) {
                    records.next();
                }
                dropped = true;
            } catch (UncheckedIOException e) {
                damage(e);
            }
        }
    }

    private static Refusal damage(UncheckedIOException e) throws IOException {
        if (!(e.getCause() instanceof CSVException)) {
            throw e.getCause();
        }
        // The parser tells its two kinds of damage apart by their sentences only.
        return e.getCause().getMessage().contains("EOF reached")
                ? new Refusal(RejectReason.OPEN_QUOTE, "a quote is opened and never closed")
                : new Refusal(RejectReason.QUOTE,
                "a quoted cell goes on after its closing quote; a quote inside a cell is written twice");
    }
}

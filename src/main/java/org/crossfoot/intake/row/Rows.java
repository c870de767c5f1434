package org.crossfoot.intake.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Profile.ReadOptions;

/** Takes a report apart into rows, damaged ones among them, and knows the physical lines of each. */
public final class Rows {

    private final PhysicalLines lines;
    private final ReadOptions options;
    private final Map<Integer, String> above = new HashMap<>();
    private final long linesAbove;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long lastLine;
    private long characters;
    /** Looked at, and not given yet. */
    private final Deque<Row> heldBack = new ArrayDeque<>();
    private boolean inTable;
    private long stoppedAt;

    /** Reads from the first line on that belongs to the table. */
    public Rows(PhysicalLines lines, ReadOptions options) throws IOException {
        this(lines, options, Set.of());
    }

    /**
     * Reads from the first line on that belongs to the table.
     *
     * @param linesWanted lines above the table of which the text is wanted
     */
    public Rows(PhysicalLines lines, ReadOptions options, Set<Integer> linesWanted) throws IOException {
        this.lines = lines;
        this.options = options;
        List<Integer> headerLines = options.layout().headerLines();
        linesWanted.forEach(line -> above.put(line, ""));
        this.linesAbove = lines.skipLines(headerLines.isEmpty() ? 0 : headerLines.get(0) - 1, above);
        this.lastLine = linesAbove;
        this.parser = CSVFormat.DEFAULT.builder().setDelimiter(options.delimiter()).setQuote(options.quote())
                .setEscape(options.layout().escape()).setTrim(false).setIgnoreEmptyLines(false).get().parse(lines);
        this.records = parser.iterator();
    }

    /**
     * Reads the rows of the header, to be called before any other; null where the report holds nothing at all.
     *
     * @throws UnreadableReport where the file ends above the header, or that is damaged
     */
    public Header header(Profile profile, Rejects rejects) throws IOException, UnreadableReport {
        List<Integer> wanted = options.layout().headerLines();
        List<Row> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            inTable = true;
            int columns = columnsOfTable();
            return heldBack.isEmpty() ? null : Header.numbered(columns, profile, rejects);
        }
        long last = wanted.get(wanted.size() - 1);
        while (lastLine < last) {
            Row row = next();
            if (row == null && lines.total() == 0) {
                return null;
            }
            refuseDamage(row, last, rejects);
            if (wanted.stream().anyMatch(line -> line >= row.line() && line <= row.lastLine())) {
                found.add(row);
            }
        }
        inTable = true;
        return new Header(found, profile, rejects, above);
    }

    /** The first row that is not blank tells how many columns there are. */
    private int columnsOfTable() throws IOException {
        for (Row row = read(); row != null; row = read()) {
            heldBack.add(row);
            if (row.damage() == null && !row.isBlank()) {
                return row.size();
            }
        }
        return 0;
    }

    private void refuseDamage(Row row, long headerLine, Rejects rejects) throws UnreadableReport {
        if (row == null) {
            throw rejects.unreadable(lines.total(), RejectReason.HEADER,
                    "the file ends before line %s, where %s says the header is".formatted(headerLine,
                    options.layout().headerLines().size() == 1 ? "header_line" : "header_lines"));
        }
        if (row.damage() != null) {
            throw rejects.unreadable(row.line(), RejectReason.HEADER, "the header cannot be read: " + row.damage().detail());
        }
        if (row.holdsNul()) {
            throw rejects.unreadable(row.line(), RejectReason.NOT_CSV,
                    "the header holds NUL bytes; the file is no CSV, or is UTF-16 without its mark");
        }
    }

    /** The next row, or null at the end of the table. */
    public Row next() throws IOException {
        Row row = heldBack.isEmpty() ? read() : heldBack.remove();
        if (row == null || !inTable || options.layout().stopAt() == null || row.damage() != null) {
            return row;
        }
        String text = String.join(String.valueOf(options.delimiter()), row.cells()).replaceAll("[\\r\\n]+", " ");
        Meaning<Boolean> ends = BoundedMatch.of(options.layout().stopAt(), text, Matcher::matches);
        if (ends.refusal() != null) {
            return new Row(row.line(), row.lastLine(), null, ends.refusal(), row.nulSeen());
        }
        if (!ends.value()) {
            return row;
        }
        stoppedAt = row.line();
        heldBack.clear();
        lines.readToEnd();
        return null;
    }

    /** The line before which the table ended because a row said so; 0 where it went on to the end of the file. */
    public long stoppedAt() {
        return stoppedAt;
    }

    private Row read() throws IOException {
        if (stoppedAt > 0) {
            return null;
        }
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
                : e.getCause().getMessage().contains("escape") ? new Refusal(RejectReason.QUOTE,
                "the file ends after an escape character")
                : new Refusal(RejectReason.QUOTE,
                "a quoted cell goes on after its closing quote; a quote inside a cell is written twice");
    }
}

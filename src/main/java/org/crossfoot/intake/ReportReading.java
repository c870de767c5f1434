package org.crossfoot.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.intake.ColumnUses.ColumnUse;
import org.crossfoot.intake.meaning.Conditions;
import org.crossfoot.intake.meaning.EntryReader;
import org.crossfoot.intake.meaning.EventCounter;
import org.crossfoot.intake.meaning.FigureReader;
import org.crossfoot.intake.meaning.LineBook;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.meaning.ReportPlaces;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.intake.row.PersonalColumns;
import org.crossfoot.intake.row.PhysicalLines;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.Rows;
import org.crossfoot.intake.row.RowsAhead;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.FigureEntry.ValuePlace;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/** The reading of one report, from its header to its last line. */
final class ReportReading {

    private final Settings settings;
    private final Profile profile;
    private final String file;
    private final PhysicalLines lines;
    private final Rejects rejects;
    private final LineBook book;

    ReportReading(Settings settings, Profile profile, String file, PhysicalLines lines, Rejects rejects, LineBook book) {
        this.settings = settings;
        this.profile = profile;
        this.file = file;
        this.lines = lines;
        this.rejects = rejects;
        this.book = book;
    }

    LineAccount run() throws IOException, UnreadableReport {
        Rows rows = new Rows(lines, profile.read());
        Row first = rows.next();
        if (first == null && lines.total() == 0) {
            return book.account(0);
        }
        Header header = header(first);
        ReportPlaces places = new ReportPlaces(header, profile.source().id(), file, rejects);
        List<EntryReader> entries = entries(places);
        List<ColumnUse> uses = ColumnUses.of(profile, places);
        rejects.holdUntilLookedAt(profile.countsRows() ? null
                : new PersonalColumns(header, ColumnUse.settled(uses), profile.read().missing()));
        book.columns(shown(header, uses, true), shown(header, uses, false));
        book.header(first.lastLine());
        try (RowsAhead ahead = new RowsAhead(rows)) {
            for (Row row = ahead.next(); row != null; row = ahead.next()) {
                read(row, header, entries);
                book.rowEnds(row);
                rejects.lookAt(row);
            }
        }
        rejects.release();
        entries.forEach(EntryReader::end);
        return book.account(lines.total());
    }

    /** The names of columns that entries use, or do not, as they may be told. */
    private static List<String> shown(Header header, List<ColumnUse> uses, boolean used) {
        return IntStream.range(0, uses.size()).filter(column -> uses.get(column).isUsed() == used)
                .mapToObj(header::shown).toList();
    }

    private Header header(Row row) throws UnreadableReport {
        if (row == null) {
            throw rejects.unreadable(lines.total(), RejectReason.HEADER,
                    "the file ends before line %s, where header_line says the header is"
                    .formatted(profile.read().headerLine()));
        }
        if (row.damage() != null) {
            throw rejects.unreadable(row.line(), RejectReason.HEADER, "the header cannot be read: " + row.damage().detail());
        }
        if (row.holdsNul()) {
            throw rejects.unreadable(row.line(), RejectReason.NOT_CSV,
                    "the header holds NUL bytes; the file is no CSV, or is UTF-16 without its mark");
        }
        return new Header(row, profile, rejects);
    }

    private List<EntryReader> entries(ReportPlaces places) throws UnreadableReport {
        List<EntryReader> readers = new ArrayList<>();
        for (FigureEntry entry : profile.entries()) {
            if (Conditions.concern(entry, places)) {
                readers.add(entry.value() instanceof ValuePlace.RowCount rows
                        ? new EventCounter(entry, rows, profile, settings, places, book)
                        : new FigureReader(entry, profile, settings, places, book));
            }
        }
        if (readers.isEmpty()) {
            throw rejects.unreadable(0, RejectReason.FILE_NAME,
                    "no entry under figures is for a file of this name; rename it or correct when in source.yml");
        }
        return readers;
    }

    private void read(Row row, Header header, List<EntryReader> entries) {
        Refusal refusal = refusal(row, header, entries);
        if (refusal != null) {
            rejects.row(row, refusal);
        } else if (!row.isBlank()) {
            for (EntryReader entry : entries) {
                entry.read(row);
            }
        }
    }

    /** Why a row as a whole is not taken, or null. */
    private Refusal refusal(Row row, Header header, List<EntryReader> entries) {
        if (row.damage() != null) {
            return row.damage();
        }
        if (row.holdsNul()) {
            return new Refusal(RejectReason.NUL_BYTE, "the row holds a NUL byte");
        }
        if (row.isBlank()) {
            return null;
        }
        if (row.size() != header.size()) {
            return new Refusal(RejectReason.RAGGED_ROW,
                    "the row has %s, the header %s".formatted(FigureWording.count(row.size(), "cell"), header.size()));
        }
        if (header.isRepeatedBy(row)) {
            return new Refusal(RejectReason.REPEATED_HEADER, "the header stands here again");
        }
        return row.lines() > 1 ? swallowed(row, entries) : null;
    }

    private static Refusal swallowed(Row row, List<EntryReader> entries) {
        for (EntryReader entry : entries) {
            String column = entry.brokenColumn(row);
            if (column != null) {
                return new Refusal(RejectReason.SWALLOWED_LINES,
                        "one cell of column %s spans %s; a quote was probably left open".formatted(
                        CellText.quoted(column), row.range()));
            }
        }
        return null;
    }
}

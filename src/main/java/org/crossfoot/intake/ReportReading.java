package org.crossfoot.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.intake.ColumnUses.ColumnUse;
import org.crossfoot.intake.meaning.Conditions;
import org.crossfoot.intake.meaning.EntryReader;
import org.crossfoot.intake.meaning.EventCounter;
import org.crossfoot.intake.meaning.FigureReader;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.meaning.LineBook;
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
import org.crossfoot.intake.workbook.MergedCells.CellRange;
import org.crossfoot.settings.FigureEntry.ValuePlace;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Place.ColumnName;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/** The reading of one report, from its header to its last line. */
final class ReportReading {

    private final Settings settings;
    private final Profile profile;
    private final String file;
    private final PhysicalLines lines;
    private final List<CellRange> merged;
    private final Rejects rejects;
    private final LineBook book;
    private Header header;
    private List<EntryReader> entries;
    private BitSet needed;
    private FilledColumns filling;

    /** @param merged cells of a workbook that hold one printed text */
    ReportReading(Settings settings, Profile profile, String file, PhysicalLines lines, List<CellRange> merged, Rejects rejects,
            LineBook book) {
        this.settings = settings;
        this.profile = profile;
        this.file = file;
        this.lines = lines;
        this.merged = merged;
        this.rejects = rejects;
        this.book = book;
    }

    LineAccount run() throws IOException, UnreadableReport {
        Rows rows = new Rows(lines, profile.read(), profile.linesAbove());
        header = rows.header(profile, rejects);
        if (header == null) {
            return book.account(lines.total());
        }
        ReportPlaces places = new ReportPlaces(header, profile.source().id(), file, merged, rejects);
        entries = entries(places);
        List<ColumnUse> uses = ColumnUses.of(profile, places);
        needed = ColumnUse.needed(uses);
        filling = new FilledColumns(profile.read().layout().fillDown(), header);
        rejects.holdUntilLookedAt(profile.countsRows() ? null
                : new PersonalColumns(header, ColumnUse.settled(uses), profile.read().missing()));
        book.columns(shown(header, uses, true), shown(header, uses, false));
        book.header(header.lastLine());
        try (RowsAhead ahead = new RowsAhead(rows)) {
            Row next = ahead.next();
            while (next != null) {
                Row row = next;
                next = ahead.next();
                Row whole = row.damage() == null && row.size() != header.size()
                        ? sized(row, next == null && rows.stoppedAt() == 0 && lines.endInLine()) : row;
                read(whole);
                book.rowEnds(whole);
                rejects.lookAt(whole);
            }
        }
        if (rows.stoppedAt() > 0) {
            book.below(lines.total() - rows.stoppedAt() + 1);
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

    /**
     * Empty cells at the end of a row do not matter, be they too many or, where nothing is taken from them, too few.
     *
     * @param mayBeCut whether the file may have been cut off within the row: what stands last in it is not whole then
     */
    private Row sized(Row row, boolean mayBeCut) {
        boolean fits = row.size() > header.size() ? row.isBlankFrom(header.size())
                : !row.isBlank() && !mayBeCut && needed.nextSetBit(row.size()) < 0;
        return fits ? row.sized(header.size()) : row;
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

    private void read(Row row) {
        Refusal refusal = refusal(row);
        if (refusal == null && !row.isBlank()) {
            filling.fill(row);
            refusal = row.lines() > 1 ? swallowed(row) : null;
        }
        if (refusal != null) {
            refuse(row, refusal);
        } else if (!row.isBlank()) {
            for (EntryReader entry : entries) {
                entry.read(row);
            }
        }
    }

    private void refuse(Row row, Refusal refusal) {
        rejects.row(row, refusal);
        if (refusal.reason() != RejectReason.REPEATED_HEADER) {
            filling.forget();
            entries.forEach(EntryReader::rowLost);
        }
    }

    /** Why a row as a whole is not taken, or null. */
    private Refusal refusal(Row row) {
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
        return null;
    }

    private Refusal swallowed(Row row) {
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

    /**
     * Columns in which a blank cell says what the one above it says: of cells that were merged, only the first holds the text.
     */
    private static final class FilledColumns {

        private final List<Integer> columns = new ArrayList<>();
        private final List<String> above = new ArrayList<>();

        FilledColumns(List<ColumnName> names, Header header) throws UnreadableReport {
            for (ColumnName name : names) {
                columns.add(header.column(List.of(name)));
                above.add("");
            }
        }

        void fill(Row row) {
            for (int i = 0; i < columns.size(); i++) {
                int column = columns.get(i);
                if (row.text(column).isEmpty()) {
                    row.cells()[column] = above.get(i);
                } else {
                    above.set(i, row.cell(column));
                }
            }
        }

        /** What stood in a row that could not be read is not known: nothing is carried on from above it. */
        void forget() {
            above.replaceAll(text -> "");
        }
    }
}

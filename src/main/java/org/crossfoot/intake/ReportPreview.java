package org.crossfoot.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.ValuePlace;

/**
 * A look at the top of a report: what its columns are used for, and which look like persons' identifiers.
 *
 * @param columns    in the order of the header; none where the file is empty
 * @param personal   none where rows are single events: those are counted and never kept
 * @param countsRows whether rows are single events
 */
public record ReportPreview(List<ColumnUse> columns, List<PersonalColumn> personal, boolean countsRows) {

    private static final int ROWS_LOOKED_AT = 1_000;

    /**
     * Looks at a report.
     *
     * @param file path relative to {@code input/}
     * @throws UnreadableReport where its header cannot be read, or lacks a column
     */
    public static ReportPreview of(Profile profile, String file, ReportBytes report) throws UnreadableReport, IOException {
        boolean countsRows = profile.entries().stream().map(FigureEntry::value).anyMatch(ValuePlace.RowCount.class::isInstance);
        Rejects rejects = new Rejects(profile.source().id(), file, countsRows, null);
        try (InputStream bytes = ReportReader.unpacked(profile, file, report).open();
                PhysicalLines lines = new PhysicalLines(Encoded.reader(bytes, profile.read().charset(), rejects))) {
            Rows rows = new Rows(lines, lines.skip(profile.read().headerLine() - 1), profile.read());
            Row first = rows.next();
            if (first == null || first.damage() != null) {
                return new ReportPreview(List.of(), List.of(), countsRows);
            }
            List<ColumnUse> columns = ColumnUses.of(profile, new ReportPlaces(new Header(first, rejects), profile.source().id(), file, rejects));
            return countsRows ? new ReportPreview(sureToBeHeaders(columns), List.of(), true)
                    : new ReportPreview(columns, personal(columns, rows, profile), false);
        }
    }

    private static List<PersonalColumn> personal(List<ColumnUse> columns, Rows rows, Profile profile) throws IOException {
        PersonalColumns personal = new PersonalColumns(columns, profile.read());
        Row row = rows.next();
        for (int looked = 0; row != null && looked < ROWS_LOOKED_AT; looked++) {
            if (row.damage() == null && row.size() == columns.size()) {
                personal.add(row);
            }
            row = rows.next();
        }
        return personal.found();
    }

    /** Where no column is used, nothing says that the first row is a header: it may be an event, and its text is not shown. */
    private static List<ColumnUse> sureToBeHeaders(List<ColumnUse> columns) {
        SortedMap<ColumnRole, SortedSet<Integer>> none = new TreeMap<>();
        return columns.stream().anyMatch(ColumnUse::isUsed) ? columns
                : columns.stream().map(column -> new ColumnUse("(not shown)", none, column.of())).toList();
    }
}

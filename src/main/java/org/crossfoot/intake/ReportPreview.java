package org.crossfoot.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crossfoot.intake.ColumnUses.ColumnUse;
import org.crossfoot.intake.meaning.ReportPlaces;
import org.crossfoot.intake.row.Encoded;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.PersonalColumns;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;
import org.crossfoot.intake.row.PhysicalLines;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.Rows;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Profile.Layout;

/**
 * A look at the top of a report: what its columns are used for, and which look like persons' identifiers.
 *
 * @param columns    in the order of the header; none where the file is empty
 * @param personal   none where rows are single events: those are counted and never kept
 * @param countsRows whether rows are single events
 * @param layout     sentences on where the table was found, where that is said in the settings
 */
public record ReportPreview(List<ColumnUse> columns, List<PersonalColumn> personal, boolean countsRows, List<String> layout) {

    /**
     * Looks at a report.
     *
     * @param file path relative to {@code input/}
     * @throws UnreadableReport where its header cannot be read, or lacks a column
     */
    public static ReportPreview of(Profile source, String file, ReportBytes report) throws UnreadableReport, IOException {
        Profile profile = source.reading(ReportName.isWorkbook(file));
        boolean countsRows = profile.countsRows();
        Rejects rejects = new Rejects(profile.source().id(), file, countsRows, null);
        try (InputStream bytes = ReportReader.unpacked(profile, file, report).open();
                PhysicalLines lines = new PhysicalLines(Encoded.reader(bytes, profile.read().charset(), rejects))) {
            Rows rows = new Rows(lines, profile.read(), profile.linesAbove());
            Header header = rows.header(profile, rejects);
            if (header == null) {
                return new ReportPreview(List.of(), List.of(), countsRows, List.of());
            }
            List<ColumnUse> columns = ColumnUses.of(profile,
                    new ReportPlaces(header, profile.source().id(), file, List.of(), rejects));
            List<PersonalColumn> personal = countsRows ? List.of() : personal(header, columns, rows, profile);
            return new ReportPreview(shown(columns, header), personal, countsRows, layout(profile.read().layout(), rows));
        }
    }

    private static List<String> layout(Layout layout, Rows rows) throws IOException {
        List<String> found = new ArrayList<>();
        if (!layout.hasHeader()) {
            found.add("There is no header; columns are called by their numbers.");
        } else if (layout.headerLines().size() > 1) {
            found.add("The header is joined from lines " + layout.headerLines().stream().map(String::valueOf)
                    .collect(Collectors.joining(", ")) + ".");
        }
        if (layout.stopAt() != null) {
            for (Row row = rows.next(); row != null;) {
                row = rows.next();
            }
            found.add(rows.stoppedAt() > 0 ? "The table ends before line " + rows.stoppedAt() + ", which stop_at matches."
                    : "No row matches stop_at; the table ends with the file.");
        }
        return List.copyOf(found);
    }

    private static List<PersonalColumn> personal(Header header, List<ColumnUse> columns, Rows rows, Profile profile)
            throws IOException {
        PersonalColumns personal = new PersonalColumns(header, ColumnUse.settled(columns), profile.read().missing());
        Row row = rows.next();
        while (row != null && personal.add(row)) {
            row = rows.next();
        }
        return personal.found();
    }

    /** Of the first row only what is a header for sure, or what the settings ask for. */
    private static List<ColumnUse> shown(List<ColumnUse> columns, Header header) {
        boolean sure = header.isSure();
        List<ColumnUse> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnUse column = columns.get(i);
            shown.add(sure || header.isNamed(i) ? column
                    : new ColumnUse(column.isUsed() ? header.shown(i) : "(not shown)", column.entries(), column.of()));
        }
        return List.copyOf(shown);
    }
}

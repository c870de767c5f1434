package org.crossfoot.settings;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.Source;
import org.crossfoot.rule.Schedule;
import org.crossfoot.settings.Place.ColumnName;

/**
 * How to read one publisher: its {@code source.yml}.
 *
 * @param schedule  null where none is expected
 * @param settled   when a report's file may be taken; null: at once
 * @param published where a report says when it was published, or null
 * @param files     patterns of the files of its folder that are reports; none where they are those that are named like reports
 * @param unusedRowsExpected whether rows that no entry takes are meant to be there
 * @param rollingWindow whether figures stand on that are no longer in what it delivers
 */
public record Profile(Source source, Schedule schedule, Settled settled, ReadOptions read, Place published,
        List<FigureEntry> entries, List<String> files, boolean unusedRowsExpected, boolean rollingWindow) {

    public Profile {
        entries = List.copyOf(entries);
        files = List.copyOf(files);
    }

    /** Of a source whose reports hold nothing besides, and all that it says. */
    public Profile(Source source, Schedule schedule, Settled settled, ReadOptions read, Place published,
            List<FigureEntry> entries) {
        this(source, schedule, settled, read, published, entries, List.of(), false, false);
    }

    /** The same for one report: of a workbook the text of a sheet is read. */
    public Profile reading(boolean workbook) {
        return workbook ? new Profile(source, schedule, settled, read.ofSheetText(), published, entries,
                files, unusedRowsExpected, rollingWindow) : this;
    }

    /** Whether its files list single events: then no text of them is kept or shown, whatever else is read from them. */
    public boolean countsRows() {
        return entries.stream().anyMatch(FigureEntry::countsRows);
    }

    /** Whether an entry says how amounts are printed. */
    public boolean printsAmountsItsOwnWay() {
        return entries.stream().anyMatch(entry -> !entry.amounts().equals(AmountStyle.USUAL));
    }

    /** The columns that it names, as they are written. */
    public Set<ColumnName> columns() {
        return Stream.concat(Place.columns(published), entries.stream().flatMap(FigureEntry::columns))
                .collect(Collectors.toSet());
    }

    /** The lines above the table that it takes something from. */
    public Set<Integer> linesAbove() {
        return Stream.concat(Stream.of(published).filter(Objects::nonNull), entries.stream().flatMap(FigureEntry::places))
                .flatMap(Place::linesAbove).collect(Collectors.toSet());
    }

    /** When a report's file may be taken: not while its copy is still being written. */
    public sealed interface Settled {

        /** {@code after: 10 minutes}: so long after the file was last written. */
        record After(Duration time) implements Settled {
        }

        /** {@code marker: .done}: once a file of the report's whole name with this ending stands beside it. */
        record Marker(String ending) implements Settled {
        }
    }

    /**
     * How a source writes its CSV.
     *
     * @param quote      the quote character, or null where the source uses none
     * @param layout     where the table stands in the file
     * @param missing    texts that stand for an absent amount, whatever their case
     * @param unpackedLimit the most bytes that a packed report may hold
     * @param mayShrink  whether a report may lose its end and still be taken for a whole one
     * @param sheet      of a workbook the sheet that is meant: its name, or an expression; null for the only one that is shown
     */
    public record ReadOptions(Charset charset, char delimiter, Character quote, Layout layout, Set<String> missing,
            long unpackedLimit, boolean mayShrink, String sheet) {

        public ReadOptions {
            Set<String> anyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            anyCase.addAll(missing);
            missing = Collections.unmodifiableSet(anyCase);
        }

        /** How the text of a sheet is written, however the source writes its CSV. */
        ReadOptions ofSheetText() {
            return new ReadOptions(StandardCharsets.UTF_8, ',', '"',
                    new Layout(layout.headerLines(), layout.fillDown(), layout.stopAt(), null), missing, unpackedLimit, mayShrink,
                    sheet);
        }
    }

    /**
     * Where the table stands in the file, and how it is laid out there.
     *
     * @param headerLines the lines that hold the header, counted from 1, ascending; lines above are skipped. Of several, texts
     *                    that stand in one column are joined. None where the file has no header: columns are then called 1, 2,
     *                    ...
     * @param fillDown    columns in which a blank cell says what the one above it says
     * @param stopAt      the table ends before a row that matches in full; null where it ends with the file
     * @param escape      takes the meaning of the character after it; null where the source uses none
     */
    public record Layout(List<Integer> headerLines, List<ColumnName> fillDown, Pattern stopAt, Character escape) {

        public Layout {
            headerLines = List.copyOf(headerLines);
            fillDown = List.copyOf(fillDown);
        }

        /** With the header on one line, and nothing else. */
        public static Layout headedAt(int line) {
            return new Layout(List.of(line), List.of(), null, null);
        }

        public boolean hasHeader() {
            return !headerLines.isEmpty();
        }
    }
}

package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Origin;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.intake.workbook.MergedCells.CellRange;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.Place;

/** Finds a profile's places in one report, and says where in it something stands. */
public final class ReportPlaces {

    private final Header header;
    private final String source;
    private final String file;
    private final List<CellRange> merged;
    private final Rejects rejects;
    private final Map<Place, Interpreted<List<String>>> areas = new HashMap<>();
    private final Map<PeriodPlace, PeriodReader> periods = new HashMap<>();
    private Origin last;

    /**
     * @param source id of the profile's source
     * @param merged cells of a workbook that hold one printed text
     */
    public ReportPlaces(Header header, String source, String file, List<CellRange> merged, Rejects rejects) {
        this.header = header;
        this.source = source;
        this.file = file;
        this.merged = merged;
        this.rejects = rejects;
    }

    public Header header() {
        return header;
    }

    /** The merged cells that this one is of, or null. */
    CellRange mergedAt(Row row, int column) {
        for (CellRange range : merged) {
            if (range.covers(row.line(), column)) {
                return range;
            }
        }
        return null;
    }

    Rejects rejects() {
        return rejects;
    }

    /** What was found for areas so far; entries that look at the same place read it once a row. */
    Map<Place, Interpreted<List<String>>> areas() {
        return areas;
    }

    /** The same for periods. */
    Map<PeriodPlace, PeriodReader> periods() {
        return periods;
    }

    PlacedText find(Place place) throws UnreadableReport {
        return new PlacedText(place, header, file, rejects);
    }

    /** Null where the profile says nothing. */
    PlacedText findOptional(Place place) throws UnreadableReport {
        return place == null ? null : find(place);
    }

    /** As {@link #findOptional}; null as well where it is a column whose header names a person, whose texts go no further. */
    PlacedText findRemark(Place place) throws UnreadableReport {
        PlacedText found = findOptional(place);
        return found != null && found.isCalledAPerson() ? null : found;
    }

    /**
     * One origin for all entries of what is said in one row, by the same and at the same time.
     *
     * @param said   empty where nothing tells what was said together but the row
     * @param shared whether the row gives a figure to several areas
     */
    Origin origin(long line, String said, LocalDate published, String attributedTo, String note, int trust, boolean derived,
            boolean shared) {
        String statement = said.isEmpty() ? null : said;
        // Texts of one row are the same objects; where equal ones are not, there are two origins that are equal.
        if (last == null || last.line() != line || last.said() != statement || last.published() != published
                || last.attributedTo() != attributedTo || last.note() != note || last.trust() != trust
                || last.derived() != derived || last.shared() != shared) {
            last = new Origin(source, file, line, statement, published, attributedTo, note, trust, derived, shared);
        }
        return last;
    }
}

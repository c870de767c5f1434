package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.crossfoot.ledger.Reports.DatedFigures;

/** The reports that count, and their figures: those of now, or those that were known when a revision was made. */
public interface KnownReports {

    /** Reports whose figures may stand on a date: present ones, and those another content replaced; by path and version. */
    List<ReportRecord> notWithdrawn();

    /** Packed figures of all dates in a span, by date and report. */
    List<DatedFigures> figures(LocalDate first, LocalDate last);

    /** Packed figures of every date that hold a goal which began on or before a day, by date and report. */
    List<DatedFigures> goals(LocalDate begunBy);

    /** Reports that stood until a run for a day took them away, or took another content in their place; by path and version. */
    default List<ReportRecord> takenAway(LocalDate businessDate) {
        return List.of();
    }

    /** All reports of {@link #notWithdrawn}, and those that bear on nothing that is asked, by path and version. */
    default List<ReportRecord> stood() {
        return notWithdrawn();
    }

    /** Packed figures that reports have for a date which are gone, by path and version. */
    default List<GoneFigures> gone(LocalDate date) {
        return List.of();
    }

    /** The figures of a report that nothing stands in the place of. */
    record GoneFigures(ReportRecord report, byte[] packed) {
    }

    /** Files in the folders of sources that the last run for a day did not take for reports; sorted. */
    default List<String> unread(LocalDate businessDate) {
        return List.of();
    }

    /** All packed figures of a report that was taken away, by date. */
    default List<DatedFigures> figuresOf(long report) {
        return List.of();
    }

    /** Packed figures of the present reports of a source for those dates that a report has figures for, by date and report. */
    default List<DatedFigures> saidInstead(String source, long report) {
        return List.of();
    }

    /**
     * The first report, by path, of those present that has a figure of a source for any date of a span.
     *
     * @param orReplaced whether one that another content replaced will do
     */
    Optional<Long> withFigures(String source, LocalDate first, LocalDate last, boolean orReplaced);
}

package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.settings.FigureEntry;

/**
 * What a report does not list though it covers it: every period between the first and the last it lists, in every area it lists.
 * {@code no_row: zero} says that these are none. Where a row could not be read, it may have listed any cell that fits what was
 * read of it, and nothing is said of those.
 */
final class UnlistedCells {

    static final String AS_PRINTED = "no row";

    private static final long MOST = 1_000_000;
    private static final Amount NONE = Amount.exactly(0);

    private final boolean asked;
    private final SortedMap<String, Measure> measures = new TreeMap<>();
    private final SortedSet<String> areas = new TreeSet<>();
    private final Set<Cell> listed = new HashSet<>();
    private Period first;
    private Period last;
    /** The last day on which what is listed was published; null where the report does not say. */
    private LocalDate published;

    UnlistedCells(FigureEntry entry) {
        this.asked = entry.rows().noneIsZero();
    }

    /** Whether the entry says anything of what is not listed; otherwise nothing is kept. */
    boolean asked() {
        return asked;
    }

    /** Tells that a row lists cells, whatever it says of them. */
    void listed(SubjectReader subjects) {
        if (asked && subjects.notBegun() == null) {
            listed(subjects.measure(), subjects.areas(), subjects.period());
            published = later(published, subjects.published());
        }
    }

    private void listed(Measure measure, List<String> inAreas, Period period) {
        measures.put(measure.id(), measure);
        areas.addAll(inAreas);
        inAreas.forEach(area -> listed.add(new Cell(measure.id(), area, period)));
        first = first == null || period.start().isBefore(first.start()) ? period : first;
        last = last == null || period.start().isAfter(last.start()) ? period : last;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    /** Hands on a zero for every cell that is not listed, where the entry asks for it. */
    void tell(UnreadRows unread, int trust, boolean derived, ReportPlaces places, LineBook book) {
        if (first == null || unread.mayBeAny()) {
            return;
        }
        long line = Math.max(1, places.header().lastLine());
        long days = last.end().toEpochDay() - first.start().toEpochDay() + 1;
        if (measures.size() * (long) areas.size() * days > MOST) {
            places.rejects().report(line, new Refusal(RejectReason.PERIOD,
                    "no_row: zero would say none of more than %s cells, from %s"
                    .formatted(MOST, first.start()) + " to " + last.end()
                    + ", so it says nothing; is one of the days mistyped?"));
            return;
        }
        Origin origin = places.origin(line, "", published, "", "", trust, derived, false);
        for (Period period = first; !period.start().isAfter(last.start()); period = following(period)) {
            for (String area : areas) {
                for (Measure measure : measures.values()) {
                    if (!unread.maySpeakOf(area, period) && !listed.contains(new Cell(measure.id(), area, period))) {
                        book.figure(measure, area, period, NONE, AS_PRINTED, origin);
                    }
                }
            }
        }
    }

    /** The day after a day, the month after a month. */
    private static Period following(Period period) {
        return period.start().equals(period.end()) ? Period.day(period.end().plusDays(1))
                : new Period(period.end().plusDays(1), period.start().plusMonths(2).minusDays(1));
    }
}

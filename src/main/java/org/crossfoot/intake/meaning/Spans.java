package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.Refusal;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;

/**
 * Periods with a first and a last day.
 *
 * @param to        null where no period of this entry has an end
 * @param mayBeOpen whether a missing last day means that a goal stands until it is replaced
 * @param missing   texts that stand for no last day
 */
record Spans(Interpreted<LocalDate> from, Interpreted<LocalDate> to, boolean mayBeOpen, Set<String> missing) implements PeriodReader {

    @Override
    public Period read(Row row, int valueColumn, Measure measure, Rejects rejects) {
        LocalDate start = from.read(row, valueColumn, rejects);
        String printed = to == null ? "" : to.place().in(row, valueColumn);
        if (mayBeOpen && (printed.isEmpty() || missing.contains(printed))) {
            return openFrom(start, printed, row, valueColumn, measure, rejects);
        }
        LocalDate end = to.read(row, valueColumn, rejects);
        if (start == null || end == null) {
            return null;
        }
        if (end.isBefore(start)) {
            rejects.cell(row, to.place().columnName(valueColumn), new Refusal(RejectReason.PERIOD,
                    "the period ends (" + end + ") before it starts (" + start + ")"), printed);
            return null;
        }
        return new Period(start, end);
    }

    private Period openFrom(LocalDate start, String printed, Row row, int valueColumn, Measure measure, Rejects rejects) {
        if (measure != null && !measure.isGoal()) {
            rejects.cell(row, to == null ? "" : to.place().columnName(valueColumn), new Refusal(RejectReason.PERIOD,
                    "the period has no last day; only that of a goal may lack it, and " + measure.id() + " is none"), printed);
            return null;
        }
        return start == null ? null : Period.openFrom(start);
    }

    @Override
    public List<PlacedText> places() {
        return to == null ? List.of(from.place()) : List.of(from.place(), to.place());
    }
}

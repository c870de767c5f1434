package org.crossfoot.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.crossfoot.figure.Period;

/**
 * When a source is expected to report.
 *
 * @param from     the first date it holds for, or null: for every date that is reconciled
 * @param holidays dates on which nothing is expected
 */
public record Schedule(Every every, LocalDate from, Set<LocalDate> holidays) {

    public enum Every { DAILY, WEEKDAYS, WEEKLY, MONTHLY }

    public Schedule {
        holidays = Set.copyOf(holidays);
    }

    /**
     * The dates of which one must have a figure, judged on {@code date}: the date itself, or the week (Monday to Sunday)
     * or month that ends on it. Null where nothing is due on that date.
     */
    public Period dueOn(LocalDate date) {
        if (from != null && date.isBefore(from) || holidays.contains(date)) {
            return null;
        }
        return switch (every) {
            case DAILY -> Period.day(date);
            case WEEKDAYS -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? Period.day(date) : null;
            case WEEKLY -> date.getDayOfWeek() == DayOfWeek.SUNDAY ? new Period(date.minusDays(6), date) : null;
            case MONTHLY -> date.equals(date.with(TemporalAdjusters.lastDayOfMonth())) ? new Period(date.withDayOfMonth(1), date)
                    : null;
        };
    }

    /**
     * The date on which it is judged whether a figure of {@code date} came: the last day of its week or month, or the date
     * itself.
     */
    public LocalDate judgedOn(LocalDate date) {
        return switch (every) {
            case DAILY, WEEKDAYS -> date;
            case WEEKLY -> date.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTHLY -> date.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}

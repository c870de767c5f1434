package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.Reading;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.PeriodPlace;
import org.crossfoot.settings.Place;

/** Finds the reader for what a profile says of periods. */
public final class Periods {

    private static final String DAYS = "yyyy-MM-dd";
    private static final String MONTHS = "yyyy-MM";
    private static final String MONTH_NAMES = "MMM";

    private Periods() {
    }

    static PeriodReader reader(PeriodPlace period, ReportPlaces places, Set<String> missing) throws UnreadableReport {
        if (period instanceof PeriodPlace.Day day) {
            DatePattern pattern = pattern(day.day(), DAYS);
            return single(day.day(), places, text -> pattern.day(text).map(Period::day));
        }
        if (period instanceof PeriodPlace.Month month) {
            return month.fiscalYear() == null ? months(month.month(), places) : fiscalMonths(month, places);
        }
        if (period instanceof PeriodPlace.FiscalYear year) {
            return single(year.fiscalYear(), places, text -> FiscalYears.year(text).map(FiscalYears::whole));
        }
        if (period instanceof PeriodPlace.Between between) {
            return new Spans(days(between.from(), places), between.to() == null ? null : days(between.to(), places), true, missing);
        }
        PeriodPlace.Since since = (PeriodPlace.Since) period;
        return new Spans(days(since.since(), places), days(since.day(), places), false, missing);
    }

    static Interpreted<LocalDate> days(Place place, ReportPlaces places) throws UnreadableReport {
        return new Interpreted<>(places.find(place), pattern(place, DAYS)::day);
    }

    /** Days of which there is none where a text stands for something missing. */
    static Interpreted<Optional<LocalDate>> daysOrNone(Place place, Set<String> missing, ReportPlaces places) throws UnreadableReport {
        DatePattern pattern = pattern(place, DAYS);
        return new Interpreted<>(places.find(place), (found, printed) -> printed.isEmpty() || missing.contains(printed)
                ? Reading.of(Optional.empty()) : pattern.day(found.meaning(printed)).map(Optional::of));
    }

    private static PeriodReader months(Place place, ReportPlaces places) throws UnreadableReport {
        DatePattern pattern = pattern(place, MONTHS);
        return single(place, places, text -> pattern.yearMonth(text).map(Periods::ofMonth));
    }

    private static PeriodReader fiscalMonths(PeriodPlace.Month month, ReportPlaces places) throws UnreadableReport {
        return new FiscalMonths(new Interpreted<>(places.find(month.month()), pattern(month.month(), MONTH_NAMES)::month),
                new Interpreted<>(places.find(month.fiscalYear()), FiscalYears::year));
    }

    private static PeriodReader single(Place place, ReportPlaces places, Function<String, Reading<Period>> meaning) throws UnreadableReport {
        return new SinglePeriods(new Interpreted<>(places.find(place), meaning));
    }

    static Period ofMonth(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    public static DatePattern dayPattern(Place place) {
        return pattern(place, DAYS);
    }

    private static DatePattern pattern(Place place, String usual) {
        return new DatePattern(place.format() == null ? usual : place.format());
    }
}

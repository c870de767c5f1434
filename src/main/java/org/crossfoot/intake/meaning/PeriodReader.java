package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.Meaning;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.Place;

/** Reads the period of a figure by one of the ways a profile may give it. */
interface PeriodReader {

    /**
     * The period, or null where there is none and that was rejected.
     *
     * @param measure what is counted, or null where that is not known
     */
    Period read(Row row, int valueColumn, Measure measure, Rejects rejects);

    /** The places it is read from. */
    List<PlacedText> places();

    /**
     * The reader for what a profile says of periods.
     *
     * @param zone in which days are days
     */
    static PeriodReader of(PeriodPlace period, ReportPlaces places, Set<String> missing, ZoneId zone) throws UnreadableReport {
        if (period instanceof PeriodPlace.FromTo between) {
            return new FirstAndLastDay(days(between.from(), places, zone),
                    between.to() == null ? null : days(between.to(), places, zone), true, missing);
        }
        if (period instanceof PeriodPlace.Since since) {
            return new FirstAndLastDay(days(since.since(), places, zone), days(since.day(), places, zone), false, missing);
        }
        if (period instanceof PeriodPlace.SinceMonth since) {
            DatePattern pattern = DatePattern.days(since.day(), zone);
            return ofText(since.day(), places, text -> pattern.day(text).map(day -> sinceMonth(since.starts(), day)));
        }
        if (period instanceof PeriodPlace.InParts parts) {
            DatePattern names = DatePattern.of(parts.month(), "MMM", zone);
            return new DateParts(new Interpreted<>(places.find(parts.year()), CalendarText::year),
                    new Interpreted<>(places.find(parts.month()), text -> CalendarText.month(text, names)),
                    parts.day() == null ? null : new Interpreted<>(places.find(parts.day()), CalendarText::dayOfMonth));
        }
        if (period instanceof PeriodPlace.Month month && month.fiscalYear() != null) {
            DatePattern pattern = DatePattern.of(month.month(), "MMM", zone);
            return new MonthOfFiscalYear(new Interpreted<>(places.find(month.month()), pattern::month),
                    new Interpreted<>(places.find(month.fiscalYear()), text -> CalendarText.fiscalYear(text, month.starts())),
                    month.starts());
        }
        return ofText(period, places, zone);
    }

    /** Of a period that one text says. */
    private static PeriodReader ofText(PeriodPlace period, ReportPlaces places, ZoneId zone) throws UnreadableReport {
        if (period instanceof PeriodPlace.Month month) {
            DatePattern pattern = DatePattern.of(month.month(), "yyyy-MM", zone);
            return ofText(month.month(), places, text -> pattern.yearMonth(text).map(PeriodReader::ofMonth));
        }
        if (period instanceof PeriodPlace.FiscalYear year) {
            return ofText(year.fiscalYear(), places, text -> CalendarText.fiscalYear(text, year.starts())
                    .map(found -> CalendarText.fiscalYear(found, year.starts())));
        }
        if (period instanceof PeriodPlace.Week week) {
            DatePattern pattern = DatePattern.days(week.week(), zone);
            return ofText(week.week(), places, text -> week.starts() == null ? pattern.day(text).map(CalendarText::weekEnding)
                    : CalendarText.week(text, week.starts(), pattern));
        }
        if (period instanceof PeriodPlace.Quarter quarter) {
            return ofText(quarter.quarter(), places, CalendarText::quarter);
        }
        if (period instanceof PeriodPlace.Year year) {
            return ofText(year.year(), places, text -> CalendarText.year(text).map(found -> CalendarText.fiscalYear(found, 1)));
        }
        Place day = ((PeriodPlace.OneDay) period).day();
        DatePattern pattern = DatePattern.days(day, zone);
        return ofText(day, places, text -> pattern.day(text).map(Period::day));
    }

    private static PeriodReader ofText(Place place, ReportPlaces places, Function<String, Meaning<Period>> meaning)
            throws UnreadableReport {
        return new OfText(new Interpreted<>(places.find(place), meaning));
    }

    private static Interpreted<LocalDate> days(Place place, ReportPlaces places, ZoneId zone) throws UnreadableReport {
        return new Interpreted<>(places.find(place), DatePattern.days(place, zone)::day);
    }

    /** From the last first day of a month up to a day, both included. */
    private static Period sinceMonth(int month, LocalDate day) {
        LocalDate start = LocalDate.of(day.getYear(), month, 1);
        return new Period(start.isAfter(day) ? start.minusYears(1) : start, day);
    }

    /** Days of which there is none where a text stands for something missing. */
    static Interpreted<Optional<LocalDate>> daysOrNone(Place place, Set<String> missing, ReportPlaces places, ZoneId zone)
            throws UnreadableReport {
        DatePattern pattern = DatePattern.days(place, zone);
        return new Interpreted<>(places.find(place), (found, printed) -> printed.isEmpty() || missing.contains(printed)
                ? Meaning.of(Optional.empty()) : pattern.day(found.meaning(printed)).map(Optional::of));
    }

    private static Period ofMonth(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** Periods that one text gives: a day, a month with its year, a fiscal year. */
    record OfText(Interpreted<Period> text) implements PeriodReader {

        @Override
        public Period read(Row row, int valueColumn, Measure measure, Rejects rejects) {
            return text.read(row, valueColumn, rejects);
        }

        @Override
        public List<PlacedText> places() {
            return List.of(text.place());
        }
    }

    /** A day, or a month where {@code day} is null, of which year and month stand in places of their own. */
    record DateParts(Interpreted<Integer> year, Interpreted<Month> month, Interpreted<Integer> day) implements PeriodReader {

        @Override
        public Period read(Row row, int valueColumn, Measure measure, Rejects rejects) {
            Integer ofYear = year.read(row, valueColumn, rejects);
            Month named = month.read(row, valueColumn, rejects);
            Integer ofMonth = day == null ? null : day.read(row, valueColumn, rejects);
            if (ofYear == null || named == null || day != null && ofMonth == null) {
                return null;
            }
            YearMonth found = YearMonth.of(ofYear, named);
            if (day == null) {
                return PeriodReader.ofMonth(found);
            }
            if (!found.isValidDay(ofMonth)) {
                rejects.cell(row, day.place().columnName(valueColumn), new Refusal(RejectReason.DATE,
                        "there is no day " + ofMonth + " in " + found), day.place().in(row, valueColumn));
                return null;
            }
            return Period.day(found.atDay(ofMonth));
        }

        @Override
        public List<PlacedText> places() {
            return day == null ? List.of(year.place(), month.place()) : List.of(year.place(), month.place(), day.place());
        }
    }

    /** Months that need a fiscal year to say which year they are of. */
    record MonthOfFiscalYear(Interpreted<Month> month, Interpreted<Integer> fiscalYear, int starts) implements PeriodReader {

        @Override
        public Period read(Row row, int valueColumn, Measure measure, Rejects rejects) {
            Month named = month.read(row, valueColumn, rejects);
            Integer year = fiscalYear.read(row, valueColumn, rejects);
            return named == null || year == null ? null : ofMonth(CalendarText.monthOf(year, named, starts));
        }

        @Override
        public List<PlacedText> places() {
            return List.of(month.place(), fiscalYear.place());
        }
    }

    /**
     * Periods with a first and a last day.
     *
     * @param to        null where no period of this entry has an end
     * @param mayBeOpen whether a missing last day means that a goal stands until it is replaced
     * @param missing   texts that stand for no last day
     */
    record FirstAndLastDay(Interpreted<LocalDate> from, Interpreted<LocalDate> to, boolean mayBeOpen, Set<String> missing)
            implements PeriodReader {

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
                        "the period has no last day; only that of a goal may lack it, and " + measure.id() + " is none"),
                        printed);
                return null;
            }
            return start == null ? null : Period.openFrom(start);
        }

        @Override
        public List<PlacedText> places() {
            return to == null ? List.of(from.place()) : List.of(from.place(), to.place());
        }
    }
}

package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.CellText;
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

    /** The reader for what a profile says of periods. */
    static PeriodReader of(PeriodPlace period, ReportPlaces places, Set<String> missing) throws UnreadableReport {
        if (period instanceof PeriodPlace.OneDay day) {
            DatePattern pattern = DatePattern.days(day.day());
            return ofText(day.day(), places, text -> pattern.day(text).map(Period::day));
        }
        if (period instanceof PeriodPlace.Month month) {
            if (month.fiscalYear() == null) {
                DatePattern pattern = DatePattern.of(month.month(), "yyyy-MM");
                return ofText(month.month(), places, text -> pattern.yearMonth(text).map(PeriodReader::ofMonth));
            }
            DatePattern pattern = DatePattern.of(month.month(), "MMM");
            return new MonthOfFiscalYear(new Interpreted<>(places.find(month.month()), pattern::month),
                    new Interpreted<>(places.find(month.fiscalYear()), FiscalYears::year));
        }
        if (period instanceof PeriodPlace.FiscalYear year) {
            return ofText(year.fiscalYear(), places, text -> FiscalYears.year(text).map(FiscalYears::whole));
        }
        if (period instanceof PeriodPlace.FromTo between) {
            return new FirstAndLastDay(days(between.from(), places),
                    between.to() == null ? null : days(between.to(), places), true, missing);
        }
        PeriodPlace.Since since = (PeriodPlace.Since) period;
        return new FirstAndLastDay(days(since.since(), places), days(since.day(), places), false, missing);
    }

    private static PeriodReader ofText(Place place, ReportPlaces places, Function<String, Meaning<Period>> meaning)
            throws UnreadableReport {
        return new OfText(new Interpreted<>(places.find(place), meaning));
    }

    private static Interpreted<LocalDate> days(Place place, ReportPlaces places) throws UnreadableReport {
        return new Interpreted<>(places.find(place), DatePattern.days(place)::day);
    }

    /** Days of which there is none where a text stands for something missing. */
    static Interpreted<Optional<LocalDate>> daysOrNone(Place place, Set<String> missing, ReportPlaces places)
            throws UnreadableReport {
        DatePattern pattern = DatePattern.days(place);
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

    /** Months that need a fiscal year to say which year they are of. */
    record MonthOfFiscalYear(Interpreted<Month> month, Interpreted<Integer> fiscalYear) implements PeriodReader {

        @Override
        public Period read(Row row, int valueColumn, Measure measure, Rejects rejects) {
            Month named = month.read(row, valueColumn, rejects);
            Integer year = fiscalYear.read(row, valueColumn, rejects);
            return named == null || year == null ? null : ofMonth(FiscalYears.monthOf(year, named));
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

    /** Fiscal years of the United States: 2021 runs from October 2020 to September 2021. */
    final class FiscalYears {

        private static final Pattern PRINTED = Pattern.compile("(?:FY\\s*)?([0-9]{4}|[0-9]{2})", Pattern.CASE_INSENSITIVE);

        /** {@code 2021}, {@code 21}, {@code FY2021} or {@code FY21}. */
        static Meaning<Integer> year(String text) {
            Matcher printed = PRINTED.matcher(text);
            int year = printed.matches() ? Integer.parseInt(printed.group(1)) : 0;
            if (printed.matches() && printed.group(1).length() == 2) {
                year += 2000;
            }
            return year >= 1000 ? Meaning.of(year) : Meaning.refused(RejectReason.DATE,
                    CellText.quoted(text) + " is not a fiscal year printed as 2021, 21, FY2021 or FY21");
        }

        static Period whole(int year) {
            return new Period(LocalDate.of(year - 1, Month.OCTOBER, 1), LocalDate.of(year, Month.SEPTEMBER, 30));
        }

        static YearMonth monthOf(int year, Month month) {
            return YearMonth.of(month.compareTo(Month.OCTOBER) >= 0 ? year - 1 : year, month);
        }
    }
}

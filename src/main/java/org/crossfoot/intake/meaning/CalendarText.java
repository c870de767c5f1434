package org.crossfoot.intake.meaning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Meaning;
import org.crossfoot.intake.row.RejectReason;

/** Reads the ways in which years, quarters, weeks and parts of dates are printed. */
final class CalendarText {

    private static final Pattern FISCAL_YEAR = Pattern.compile(
            "(?:FY\\s*)?([0-9]{4}|[0-9]{2})(?:\\s*[-/\u2013]\\s*([0-9]{4}|[0-9]{2}))?",
            Pattern.CASE_INSENSITIVE);
    private static final int LAST_OF_TWO_DIGITS = 69;
    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");
    private static final Pattern QUARTER = Pattern.compile("([1-9][0-9]{3})[-/ ]?Q([1-4])|Q([1-4])[-/ ]?([1-9][0-9]{3})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEEK = Pattern.compile("([1-9][0-9]{3})[- ]?W([0-9]{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,2}");
    /** The first week of a year is the first that has most of its days in it, as ISO 8601 and the CDC count. */
    private static final int DAYS_OF_FIRST_WEEK = 4;

    private CalendarText() {
    }

    /** {@code 2021} */
    static Meaning<Integer> year(String text) {
        return YEAR.matcher(text).matches() ? Meaning.of(Integer.valueOf(text)) : refused(text, "a year printed as 2021");
    }

    /** {@code 3} or {@code 03}. */
    static Meaning<Integer> dayOfMonth(String text) {
        int day = SMALL_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        return day >= 1 && day <= 31 ? Meaning.of(day) : refused(text, "a day of a month printed as 3 or 03");
    }

    /** {@code 3}, {@code 03}, or a name. */
    static Meaning<Month> month(String text, DatePattern names) {
        if (!SMALL_NUMBER.matcher(text).matches()) {
            return names.month(text);
        }
        int month = Integer.parseInt(text);
        return month >= 1 && month <= 12 ? Meaning.of(Month.of(month)) : refused(text, "a month printed as 3, 03 or its name");
    }

    /**
     * The year a fiscal year ends in: {@code 2021}, {@code 21}, {@code FY2021}, {@code FY21}, {@code 2020/21}, {@code 2020-21}.
     *
     * @param starts its first month
     */
    static Meaning<Integer> fiscalYear(String text, int starts) {
        Matcher printed = FISCAL_YEAR.matcher(text);
        if (printed.matches()) {
            int first = full(printed.group(1));
            String second = printed.group(2);
            if (first >= 1000 && second == null) {
                return Meaning.of(first);
            }
            if (first >= 1000 && starts > 1 && Integer.toString(first + 1).endsWith(second)) {
                return Meaning.of(first + 1);
            }
        }
        return refused(text, "a fiscal year printed as 2021, 21, FY2021 or FY21"
                + (starts > 1 ? ", or as 2020/21 or 2020-21" : "") + "; of two digits it is one of 2000 to "
                + (2000 + LAST_OF_TWO_DIGITS));
    }

    /** Zero where two digits may be of the century before. */
    private static int full(String year) {
        int number = Integer.parseInt(year);
        return year.length() > 2 ? number : number > LAST_OF_TWO_DIGITS ? 0 : 2000 + number;
    }

    /** Twelve months, of which the last lies in the year. */
    static Period fiscalYear(int year, int starts) {
        YearMonth first = YearMonth.of(starts == 1 ? year : year - 1, starts);
        return new Period(first.atDay(1), first.plusMonths(11).atEndOfMonth());
    }

    /** A month of a fiscal year. */
    static YearMonth monthOf(int year, Month month, int starts) {
        return YearMonth.of(starts > 1 && month.getValue() >= starts ? year - 1 : year, month);
    }

    /** {@code 2019-Q1}, {@code Q1 2019} and their like. */
    static Meaning<Period> quarter(String text) {
        Matcher printed = QUARTER.matcher(text);
        if (!printed.matches()) {
            return refused(text, "a quarter printed as 2019-Q1 or Q1 2019");
        }
        boolean yearFirst = printed.group(1) != null;
        int quarter = Integer.parseInt(printed.group(yearFirst ? 2 : 3));
        YearMonth first = YearMonth.of(Integer.parseInt(printed.group(yearFirst ? 1 : 4)), 3 * quarter - 2);
        return Meaning.of(new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth()));
    }

    /** {@code 2020-W08}, or a day in the week. */
    static Meaning<Period> week(String text, DayOfWeek starts, DatePattern days) {
        Matcher printed = WEEK.matcher(text);
        if (!printed.matches()) {
            Meaning<LocalDate> day = days.day(text);
            return day.refusal() == null ? day.map(in -> sevenFrom(in.with(TemporalAdjusters.previousOrSame(starts))))
                    : Meaning.refused(RejectReason.DATE, day.refusal().detail() + ", and no week printed as 2020-W08");
        }
        int year = Integer.parseInt(printed.group(1));
        int week = Integer.parseInt(printed.group(2));
        WeekFields fields = WeekFields.of(starts, DAYS_OF_FIRST_WEEK);
        // 4 January is always in the first week.
        LocalDate inFirst = LocalDate.of(year, Month.JANUARY, DAYS_OF_FIRST_WEEK);
        if (!fields.weekOfWeekBasedYear().rangeRefinedBy(LocalDate.of(year, Month.JULY, 1)).isValidValue(week)) {
            return refused(text, "a week that the year has");
        }
        return Meaning.of(sevenFrom(inFirst.with(TemporalAdjusters.previousOrSame(starts)).plusWeeks(week - 1L)));
    }

    static Period weekEnding(LocalDate day) {
        return sevenFrom(day.minusDays(6));
    }

    private static Period sevenFrom(LocalDate day) {
        return new Period(day, day.plusDays(6));
    }

    private static <T> Meaning<T> refused(String text, String expected) {
        return Meaning.refused(RejectReason.DATE, CellText.quoted(text) + " is not " + expected);
    }
}

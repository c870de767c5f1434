package org.crossfoot.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.crossfoot.rule.Severity;

/** A month of the calendar, in weeks from Monday to Sunday. */
record CalendarMonth(String title, List<List<Day>> weeks) {

    /** How many shades tell how bad something is. */
    static final int DEGREES = 4;

    /**
     * A day of the calendar.
     *
     * @param number  0 for days of the neighbouring months
     * @param state   the worst open severity and how bad it is, {@code clear}, or empty where nothing is known of the day
     * @param open    how many of that severity are open
     * @param link    the day's page; empty where nothing is known of the day
     * @param summary what the state stands for, in words
     */
    record Day(int number, String state, String open, String link, String summary) {

        static final Day ELSEWHERE = new Day(0, "", "", "", "");
    }

    /** Every month that has a date, the newest first; {@code link} says where a date's page stands. */
    static List<CalendarMonth> of(List<DateSummary> dates, Function<LocalDate, String> link) {
        SortedMap<YearMonth, SortedMap<LocalDate, DateSummary>> months = new TreeMap<>(Comparator.reverseOrder());
        dates.forEach(date -> months.computeIfAbsent(YearMonth.from(date.date()), month -> new TreeMap<>())
                .put(date.date(), date));
        List<CalendarMonth> calendar = new ArrayList<>();
        months.forEach((month, known) -> calendar.add(of(month, known, link)));
        return calendar;
    }

    private static CalendarMonth of(YearMonth month, SortedMap<LocalDate, DateSummary> known,
            Function<LocalDate, String> link) {
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        for (; !YearMonth.from(monday).isAfter(month); monday = monday.plusWeeks(1)) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate date = monday.plusDays(i);
                week.add(YearMonth.from(date).equals(month) ? day(date, known.get(date), link) : Day.ELSEWHERE);
            }
            weeks.add(week);
        }
        return new CalendarMonth(month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear(), weeks);
    }

    private static Day day(LocalDate date, DateSummary of, Function<LocalDate, String> link) {
        return of == null ? new Day(date.getDayOfMonth(), "", "", "", "")
                : new Day(date.getDayOfMonth(), state(of), open(of), link.apply(date), Words.day(date) + ": " + summary(of));
    }

    private static String state(DateSummary of) {
        return of.errors() > 0 ? Severity.ERROR + " d" + FindingGroups.degree(of.worstPercent().isEmpty() ? BigDecimal.ZERO
                : new BigDecimal(of.worstPercent())) : of.warnings() > 0 ? Severity.WARNING.toString()
                : of.infos() > 0 ? Severity.INFO.toString() : "clear";
    }

    /** In so few signs that a cell holds it. */
    private static String open(DateSummary of) {
        int open = of.errors() > 0 ? of.errors() : of.warnings() > 0 ? of.warnings() : of.infos();
        return open == 0 ? "\u2013" : open < 1_000 ? String.valueOf(open) : open / 1_000 + "k";
    }

    private static String summary(DateSummary of) {
        List<String> counted = new ArrayList<>();
        add(counted, of.errors(), "error", "errors");
        add(counted, of.warnings(), "warning", "warnings");
        add(counted, of.infos(), "note", "notes");
        add(counted, of.waived(), "accepted discrepancy", "accepted discrepancies");
        return (counted.isEmpty() ? "nothing open" : String.join(", ", counted))
                + (of.worstPercent().isEmpty() ? "" : ", a gap of " + of.worstPercent() + " % at worst") + "; "
                + FigureWording.count(of.figures(),
                "figure");
    }

    private static void add(List<String> counted, int number, String one, String several) {
        if (number > 0) {
            counted.add(FigureWording.number(number) + " " + (number == 1 ? one : several));
        }
    }
}

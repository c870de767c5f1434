package org.crossfoot.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.crossfoot.figure.FigureWording;

/** How numbers and days are written on pages. */
final class Words {

    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Words() {
    }

    static String number(long number) {
        return FigureWording.number(number);
    }

    /** {@code 1 figure}, {@code 8 figures}. */
    static String count(long number, String one) {
        return number(number) + " " + (number == 1 ? one : one + "s");
    }

    /** {@code Sunday, 26 January 2025}. */
    static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /** {@code 26 January 2025}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** @param end null where it has none */
    static String period(LocalDate start, LocalDate end) {
        return end == null ? "from " + day(start) + " on" : start.equals(end) ? day(start) : day(start) + " to " + day(end);
    }

    /** @param highest null where there is no upper limit */
    static String limits(long lowest, Long highest) {
        return FigureWording.limits(lowest, highest);
    }

    /** An id with dashes as words: {@code criminal-or-collateral} as {@code Criminal or collateral}. */
    static String spelled(String id) {
        String words = id.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

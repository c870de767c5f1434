package org.crossfoot.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.FigureWording;

/** How numbers, days and lists of names are written on pages. */
final class Words {

    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final int SHOWN = 8;
    private static final int SHOWN_IN_ORDER = 20;

    private Words() {
    }

    static String number(long number) {
        return FigureWording.number(number);
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

    /** A gap in people with its percentage; empty where there is none. */
    static String gap(long gap, String percent) {
        return gap == 0 ? "" : number(gap) + (percent.isEmpty() ? "" : " (" + percent + " %)");
    }

    /** An upper limit, or null where there is none. */
    static Long limit(long highest) {
        return highest == Amount.NO_LIMIT ? null : highest;
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

    /** The first of many names, in the order given, and how many more there are. */
    static String first(List<String> all, String separator) {
        return String.join(separator, all.subList(0, Math.min(all.size(), SHOWN_IN_ORDER))) + more(all.size() - SHOWN_IN_ORDER);
    }

    /** The first few of many names in alphabetical order, and how many more there are. */
    static String few(Set<String> all) {
        TreeSet<String> first = new TreeSet<>();
        for (String name : all) {
            if (first.size() < SHOWN) {
                first.add(name);
            } else if (name.compareTo(first.last()) < 0) {
                first.pollLast();
                first.add(name);
            }
        }
        return String.join("; ", first) + more(all.size() - SHOWN);
    }

    private static String more(int hidden) {
        return hidden > 0 ? " and " + number(hidden) + " more" : "";
    }
}

package org.crossfoot.reconcile.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of two reports is later, as far as their names tell: numbers in them are compared as numbers, a day that is written with
 * its year last by its year, and a copy or correction ({@code x (1)}, {@code x_v2}, {@code x-corrected}) comes after what it
 * corrects. Not for use by several threads at once: it remembers the names it has seen.
 */
public final class NameOrder implements Comparator<String> {

    private static final Pattern PACKING = Pattern.compile("([.](csv|tsv|txt|xlsx|gz))+$");

    /** A number, or what stands between numbers. */
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private static final Pattern YEAR_LAST = Pattern.compile("(?<!\\d)(\\d{1,2})([-_./])(\\d{1,2})\\2((?:19|20)\\d{2})(?!\\d)");

    /** At the end of a name: what it is called, and its number. */
    private static final Pattern MARK = Pattern.compile(
            "[ ._-]*(?:\\((\\d+)\\)|(?:[ ._-](?:copy|copie|kopie))(?: ?\\(?(\\d+)\\)?)?"
            + "|[ ._-](?:v|ver|version|rev|r)[ ._-]?(\\d+)"
            + "|[ ._-](?:corrected|corrections?|corr|revised|revision|updated?|amended|fixed|final|new)[ ._-]?(\\d*))$");

    /**
     * A name in parts.
     *
     * @param parts  numbers without leading zeros, and what stands between
     * @param kind   0 where it has no mark, otherwise 1 for a numbered copy, 2 for a version, 3 for a correction
     * @param number of the mark
     */
    private record NameParts(List<String> parts, int kind, long number) {
    }

    private final Map<String, NameParts> read = new HashMap<>();

    /** The earlier one first; of names that differ in nothing that tells, the one that is first in the alphabet. */
    @Override
    public int compare(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        NameParts first = read.computeIfAbsent(one, NameOrder::read);
        NameParts second = read.computeIfAbsent(other, NameOrder::read);
        int order = compare(first.parts, second.parts);
        order = order == 0 ? Integer.compare(first.kind, second.kind) : order;
        order = order == 0 ? Long.compare(first.number, second.number) : order;
        return order == 0 ? one.compareTo(other) : order;
    }

    /** What names have in common that differ only in numbers and marks: those of one series of reports. */
    public static String series(String name) {
        return read(name).parts.stream().map(part -> isNumber(part) ? "#" : part).reduce("", String::concat);
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = compareParts(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int compareParts(String one, String other) {
        boolean numbers = isNumber(one) && isNumber(other);
        return numbers && one.length() != other.length() ? Integer.compare(one.length(), other.length()) : one.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }

    private static NameParts read(String name) {
        String bare = PACKING.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
        int kind = 0;
        long number = 0;
        Matcher mark = MARK.matcher(bare);
        if (mark.find() && mark.start() > 0) {
            kind = mark.group(3) != null ? 2 : mark.group(4) != null ? 3 : 1;
            number = number(mark);
            bare = bare.substring(0, mark.start());
        }
        Matcher day = YEAR_LAST.matcher(bare);
        if (day.find()) {
            boolean dayFirst = Integer.parseInt(day.group(1)) > 12;
            bare = bare.substring(0, day.start()) + day.group(4) + day.group(2) + day.group(dayFirst ? 3 : 1) + day.group(2)
                    + day.group(dayFirst ? 1 : 3) + bare.substring(day.end());
        }
        List<String> parts = new ArrayList<>();
        for (Matcher part = PART.matcher(bare); part.find();) {
            parts.add(isNumber(part.group()) ? part.group().replaceFirst("^0+(?=.)", "") : part.group());
        }
        return new NameParts(parts, kind, number);
    }

    private static long number(Matcher mark) {
        for (int group = 1; group <= mark.groupCount(); group++) {
            String digits = mark.group(group);
            if (digits != null && !digits.isEmpty()) {
                return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
            }
        }
        return 0;
    }
}

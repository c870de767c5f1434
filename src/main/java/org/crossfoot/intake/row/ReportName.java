package org.crossfoot.intake.row;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a file says: whether it is a report, and whether it is packed. */
public final class ReportName {

    private static final String CSV = ".csv";
    private static final String GZIP = ".gz";
    private static final String WORKBOOK = ".xlsx";

    private ReportName() {
    }

    public static boolean isReport(String name) {
        return endsWith(name, CSV) || endsWith(name, CSV + GZIP);
    }

    public static boolean isPacked(String name) {
        return endsWith(name, GZIP);
    }

    public static boolean isWorkbook(String name) {
        return endsWith(name, WORKBOOK);
    }

    /**
     * Whether a file is a report of its source.
     *
     * @param path     within the source's folder, with slashes
     * @param patterns as the settings give them; none where what is named like a report is one
     */
    public static boolean isReport(String path, List<String> patterns) {
        return patterns.isEmpty() ? isReport(path) && path.indexOf('/') < 0
                : patterns.stream().anyMatch(pattern -> asExpression(pattern).matcher(path).matches());
    }

    /** {@code *} is any text within a name, {@code **} any text, {@code ?} one character; letter case does not matter. */
    private static Pattern asExpression(String pattern) {
        String expression = Pattern.compile("[*]{2}|[*]|[?]|[^*?]+").matcher(pattern).replaceAll(part -> switch (part.group()) {
            case "**" -> ".*";
            case "*" -> "[^/]*";
            case "?" -> "[^/]";
            default -> Matcher.quoteReplacement(Pattern.quote(part.group()));
        });
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The name without folders and as it is unpacked, so that settings fit a report whether or not it comes packed. */
    public static String unpacked(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return isPacked(name) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    private static boolean endsWith(String name, String end) {
        return name.toLowerCase(Locale.ROOT).endsWith(end);
    }
}

package org.crossfoot.intake.row;

import java.util.Locale;

/** What the name of a file says: whether it is a report, and whether it is packed. */
public final class ReportName {

    private static final String CSV = ".csv";
    private static final String GZIP = ".gz";

    private ReportName() {
    }

    public static boolean isReport(String name) {
        return endsWith(name, CSV) || isPacked(name);
    }

    public static boolean isPacked(String name) {
        return endsWith(name, CSV + GZIP);
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

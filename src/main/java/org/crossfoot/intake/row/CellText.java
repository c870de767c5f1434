package org.crossfoot.intake.row;

import java.util.regex.Pattern;

/** A cell's text as it is compared and kept. */
public final class CellText {

    private static final int LONGEST_QUOTED = 60;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private CellText() {
    }

    /** Without white space around it, no-break spaces included. */
    public static String trimmed(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && isSpace(cell.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(cell.charAt(end - 1))) {
            end--;
        }
        // Nearly every cell has none.
        return end - start == cell.length() ? cell : cell.substring(start, end);
    }

    public static boolean spansLines(String cell) {
        return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
    }

    /**
     * As it stands in a sentence, cut where it is long, and without what would move a terminal's cursor or the reading direction.
     */
    public static String quoted(String text) {
        return "'" + UNSEEN.matcher(shortened(text, LONGEST_QUOTED)).replaceAll("\u00b7") + "'";
    }

    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "...";
    }

    private static boolean isSpace(char character) {
        return (character <= ' ' || character > '~') && (Character.isWhitespace(character) || Character.isSpaceChar(character));
    }
}

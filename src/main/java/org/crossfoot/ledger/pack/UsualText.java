package org.crossfoot.ledger.pack;

import org.crossfoot.figure.Origin;

/** Tells which texts say no more than numbers do that are packed anyway: how an amount is printed, and where its row stands. */
final class UsualText {

    private static final int LONGEST_NUMBER = "999,999,999,999,999".length();

    private UsualText() {
    }

    /**
     * How a number is printed: 0 where it is in its usual digits, {@link FigurePack#GROUPED} where with commas between the thousands,
     * otherwise {@link FigurePack#WORDING}.
     */
    static int marks(String printed, long number) {
        int length = printed.length();
        if (length == 0 || length > LONGEST_NUMBER || printed.charAt(0) == '0' && length > 1) {
            return FigurePack.WORDING;
        }
        long value = 0;
        int commas = 0;
        for (int i = 0; i < length; i++) {
            char character = printed.charAt(i);
            if (character >= '0' && character <= '9') {
                value = value * 10 + (character - '0');
            } else if (character == ',' && (length - i) % 4 == 0) {
                commas++;
            } else {
                return FigurePack.WORDING;
            }
        }
        if (value != number || commas > 0 && (commas != length / 4 || length % 4 == 0)) {
            return FigurePack.WORDING;
        }
        return commas == 0 ? 0 : FigurePack.GROUPED;
    }

    /** Whether a statement, or null for none, is that of its row: the file, a colon and the line. */
    static boolean isPlace(String said, Origin origin) {
        if (said == null) {
            return true;
        }
        int colon = origin.file().length();
        return said.length() > colon && said.charAt(colon) == ':' && said.startsWith(origin.file())
                && marks(said.substring(colon + 1), origin.line()) == 0;
    }
}

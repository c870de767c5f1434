package org.crossfoot.intake;

import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.AmountText;

/**
 * What a report prints in a cell.
 *
 * @param cell   all of it
 * @param text   without the white space around it
 * @param number what {@link AmountText#ofNumber} makes of the text; null where it is not simply a number
 */
record Printed(String cell, String text, Amount number) {

    private static final Printed NOTHING = lookedAt("");

    /** Most cells are small numbers, or empty; these are looked at once. */
    private static final Printed[] SMALL_NUMBERS = IntStream.range(0, 1000).mapToObj(number -> lookedAt(Integer.toString(number)))
            .toArray(Printed[]::new);

    /**
     * Looks at a cell.
     *
     * @param above what the same column prints in the row before, or null: row after row the same day, mostly
     */
    static Printed in(String cell, Printed above) {
        if (cell.isEmpty()) {
            return NOTHING;
        }
        int number = smallNumber(cell);
        if (number >= 0) {
            return SMALL_NUMBERS[number];
        }
        return above != null && above.cell.equals(cell) ? above : lookedAt(cell);
    }

    private static Printed lookedAt(String cell) {
        String text = CellText.trimmed(cell);
        return new Printed(cell, text, AmountText.ofNumber(text));
    }

    /** The number below a thousand that a cell, not an empty one, holds in its usual digits and nothing else, or -1. */
    private static int smallNumber(String cell) {
        int length = cell.length();
        if (length > 3 || length > 1 && cell.charAt(0) == '0') {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < length; i++) {
            char digit = cell.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + (digit - '0');
        }
        return number;
    }
}

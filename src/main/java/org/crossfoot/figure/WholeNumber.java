package org.crossfoot.figure;

/**
 * A whole number as publishers print it: {@code 956}, {@code 1,179}, {@code 1 179}. Thousands are set off by a comma
 * or by a space (plain, no-break, narrow no-break, thin or figure space), by the same one throughout and in groups of three.
 */
final class WholeNumber {

    private static final int LENGTH_THAT_ALWAYS_FITS = 15;

    private WholeNumber() {
    }

    /**
     * Reads a number that has nothing before or after it. Digits alone may start with zeros ({@code 007} is 7); digits in groups
     * may not, because {@code 0,123} is a decimal fraction to half of the world.
     *
     * @return 0 to {@link Amount#LARGEST}
     */
    static long read(String text) throws NotAnAmount {
        int firstGroup = 0;
        while (firstGroup < text.length() && Characters.isDigit(text.charAt(firstGroup))) {
            firstGroup++;
        }
        boolean plain = firstGroup == text.length() && !text.isEmpty();
        if (!plain && !isGrouped(text, firstGroup)) {
            throw new NotAnAmount(Misprint.reason(text));
        }
        return value(text);
    }

    /** What {@link #read} gives where the text is a number of up to 15 characters; otherwise -1, whatever the text is. */
    static long ofShort(String text) {
        int length = text.length();
        if (length == 0 || length > LENGTH_THAT_ALWAYS_FITS) {
            return -1;
        }
        long value = 0;
        int firstGroup = 0;
        while (firstGroup < length && Characters.isDigit(text.charAt(firstGroup))) {
            value = value * 10 + (text.charAt(firstGroup) - '0');
            firstGroup++;
        }
        if (firstGroup == length) {
            return value;
        }
        if (!isGrouped(text, firstGroup)) {
            return -1;
        }
        for (int i = firstGroup; i < length; i++) {
            if (Characters.isDigit(text.charAt(i))) {
                value = value * 10 + (text.charAt(i) - '0');
            }
        }
        return value;
    }

    private static boolean isGrouped(String text, int firstGroup) {
        if (firstGroup < 1 || firstGroup > 3 || text.charAt(0) == '0' || (text.length() - firstGroup) % 4 != 0) {
            return false;
        }
        char separator = text.charAt(firstGroup);
        if (!isThousandsSeparator(separator)) {
            return false;
        }
        for (int i = firstGroup; i < text.length(); i++) {
            boolean separatorIsDue = (i - firstGroup) % 4 == 0;
            if (separatorIsDue ? text.charAt(i) != separator : !Characters.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isThousandsSeparator(int character) {
        return switch (character) {
            case ',', ' ', '\u00a0', '\u202f', '\u2009', '\u2007' -> true;
            default -> false;
        };
    }

    private static long value(String text) throws NotAnAmount {
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Characters.isDigit(text.charAt(i))) {
                value = value * 10 + (text.charAt(i) - '0');
                if (value > Amount.LARGEST) {
                    throw new NotAnAmount(tooLarge(text));
                }
            }
        }
        return value;
    }

    static String tooLarge(String text) {
        return Characters.quoted(text) + " is too large: amounts go up to 999,999,999,999,999";
    }
}

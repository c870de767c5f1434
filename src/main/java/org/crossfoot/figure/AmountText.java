package org.crossfoot.figure;

import java.util.List;
import org.crossfoot.figure.AmountText.AmountReading.NotUnderstood;
import org.crossfoot.figure.AmountText.AmountReading.Understood;

/**
 * Reads amounts as publishers print them into intervals of whole numbers. Letter case, and spaces around and between words, do
 * not matter.
 *
 * <table>
 * <caption>What is understood</caption>
 * <tr><td>{@code 956}, {@code 1,179}, {@code 1 179}, {@code 007}</td><td>exactly that</td></tr>
 * <tr><td>{@code at least}, {@code no fewer than}, {@code no less than}, {@code >=}, {@code ≥}, or {@code +} after it</td>
 * <td>n or more</td></tr>
 * <tr><td>{@code over}, {@code more than}, {@code >}</td><td>n + 1 or more</td></tr>
 * <tr><td>{@code up to}, {@code at most}, {@code no more than}, {@code <=}, {@code ≤}</td><td>0 to n</td></tr>
 * <tr><td>{@code under}, {@code fewer than}, {@code less than}, {@code <}</td><td>0 to n - 1</td></tr>
 * <tr><td>{@code nearly}, {@code almost}, {@code close to}</td>
 * <td>from {@link WordingSpans#nearly()} percent below n, rounded down, to n - 1</td></tr>
 * <tr><td>{@code around}, {@code about}, {@code roughly}, {@code approximately}, {@code ~}</td>
 * <td>{@link WordingSpans#around()} percent on either side, rounded inward; the core is half a unit of the last non-zero digit
 * on either side, rounded inward, and never wider than those limits (around 100 has the core 50 to 150 cut to 90 to
 * 110)</td></tr>
 * <tr><td>{@code 1,200 to 1,500}, {@code 1,200-1,500} (any dash), {@code between 1,200 and 1,500}</td>
 * <td>both ends included</td></tr>
 * </table>
 *
 * <p>Everything else is not understood: two wordings at once, ranges upside down, decimals, footnote marks, units, and amounts of
 * which a limit lies beyond {@link Amount#LARGEST}. Safe for use by several threads.
 */
public final class AmountText {

    private static final int LONGEST = 100;
    private static final int LENGTH_THAT_ALWAYS_FITS = 15;

    private final WordingSpans spans;

    /**
     * @param spans each 0 to 100 percent
     * @throws IllegalArgumentException where a span is not
     */
    public AmountText(WordingSpans spans) {
        if (!isPercentage(spans.around()) || !isPercentage(spans.nearly())) {
            throw new IllegalArgumentException("spans of wordings are 0 to 100 percent, not " + spans);
        }
        this.spans = spans;
    }

    private static boolean isPercentage(int span) {
        return span >= 0 && span <= 100;
    }

    /**
     * Reads one amount, or says why it cannot be one; takes any text, and null as an empty one, and throws nothing.
     * The time it takes grows with the length of the text at most.
     */
    public AmountReading read(String printed) {
        if (printed == null) {
            return read("");
        }
        Amount number = ofNumber(printed);
        if (number != null) {
            return new Understood(number);
        }
        try {
            return new Understood(amount(strip(printed)));
        } catch (NotAnAmount reason) {
            return new NotUnderstood(reason.getMessage());
        }
    }

    /**
     * The amount where a number of up to 15 characters is printed and nothing else, as in nearly every cell of nearly every
     * report; null for any other text, which may be an amount all the same.
     */
    public static Amount ofNumber(String printed) {
        long number = shortNumber(printed);
        return number < 0 ? null : Amount.exactly(number);
    }

    private Amount amount(String text) throws NotAnAmount {
        if (text.isEmpty()) {
            throw new NotAnAmount("nothing is printed: write a number such as 1,179; if empty means 'not known', list it"
                    + " under 'missing' in source.yml");
        }
        if (text.length() > LONGEST) {
            throw new NotAnAmount(text.length() + " characters are too many for an amount: write a number such as 1,179");
        }
        Amount amount = wordedAmount(text);
        if (amount.largestLimit() > Amount.LARGEST) {
            throw new NotAnAmount(tooLarge(text));
        }
        return amount;
    }

    private Amount wordedAmount(String text) throws NotAnAmount {
        Wording.Start start = Wording.startOf(text);
        if (start != null) {
            return worded(start.wording(), number(start.rest(), text, "a number after '%s'".formatted(start.phrase())));
        }
        int between = afterPhrase(text, 0, "between");
        if (between >= 0) {
            return between(text, between);
        }
        if (text.endsWith("+")) {
            return Amount.atLeast(number(text.substring(0, text.length() - 1), text, "a number before '+'"));
        }
        RangeSign sign = RangeSign.in(text);
        if (sign != null) {
            return range(text, text.substring(0, sign.start()), text.substring(sign.end()), sign.isDash());
        }
        return Amount.exactly(wholeNumber(text));
    }

    private static Amount between(String text, int start) throws NotAnAmount {
        // The space before the first number counts too, so that "between and 7" is told what it lacks.
        for (int i = start - 1; i < text.length(); i++) {
            int after = isSpace(text.charAt(i)) ? afterPhrase(text, i + 1, "and") : -1;
            if (after >= 0) {
                return range(text, text.substring(start, Math.max(start, i)), text.substring(after), false);
            }
        }
        throw new NotAnAmount("'between' without 'and' in %s: write between 1,200 and 1,500".formatted(Misprint.quoted(text)));
    }

    private static Amount range(String text, String first, String last, boolean dashed) throws NotAnAmount {
        if (RangeSign.in(strip(last)) != null) {
            throw new NotAnAmount("more than one range in %s: write two ends, such as 1,200-1,500; a date is no amount"
                    .formatted(Misprint.quoted(text)));
        }
        long lowest = number(first, text, "the lower end of the range");
        long highest = number(last, text, "the upper end of the range");
        if (dashed && (startsWithZero(first) || startsWithZero(last))) {
            throw new NotAnAmount("%s may be a date: write a range without leading zeros, such as 1-26"
                    .formatted(Misprint.quoted(text)));
        }
        if (lowest > highest) {
            throw new NotAnAmount("the range %s is upside down: write the smaller number first".formatted(Misprint.quoted(text)));
        }
        return Amount.between(lowest, highest);
    }

    private static boolean startsWithZero(String number) {
        String digits = strip(number);
        return digits.length() > 1 && digits.charAt(0) == '0';
    }

    /**
     * The one number that belongs to a wording.
     *
     * @param text   the whole amount
     * @param wanted what is missing where there is no number
     */
    private static long number(String part, String text, String wanted) throws NotAnAmount {
        String number = strip(part);
        if (number.isEmpty()) {
            throw new NotAnAmount("%s is missing in %s: write at least 500, 500+ or 500-600".formatted(wanted,
                    Misprint.quoted(text)));
        }
        if (!hasDigit(number)) {
            throw new NotAnAmount("no number in %s of %s: write it in digits, such as 1,179"
                    .formatted(Misprint.quoted(number), Misprint.quoted(text)));
        }
        boolean another = Wording.startOf(number) != null || afterPhrase(number, 0, "between") >= 0
                || number.endsWith("+") || RangeSign.in(number) != null;
        if (another) {
            throw new NotAnAmount("two wordings at once in %s: write one, such as at least 500, 500+ or 500-600"
                    .formatted(Misprint.quoted(text)));
        }
        return wholeNumber(number);
    }

    /**
     * Reads a number that has nothing before or after it: {@code 956}, {@code 1,179}, {@code 1 179}. Thousands are set off by a
     * comma or by a space (plain, no-break, narrow no-break, thin or figure space), by the same one throughout and in groups of
     * three. Digits alone may start with zeros ({@code 007} is 7); digits in groups may not, because {@code 0,123} is a decimal
     * fraction to half of the world.
     *
     * @return 0 to {@link Amount#LARGEST}
     */
    private static long wholeNumber(String text) throws NotAnAmount {
        int firstGroup = 0;
        while (firstGroup < text.length() && isDigit(text.charAt(firstGroup))) {
            firstGroup++;
        }
        boolean plain = firstGroup == text.length() && !text.isEmpty();
        if (!plain && !isGrouped(text, firstGroup)) {
            throw new NotAnAmount(Misprint.reason(text));
        }
        return value(text);
    }

    /** What {@link #wholeNumber} gives where the text is a number of up to 15 characters; otherwise -1, whatever the text is. */
    private static long shortNumber(String text) {
        int length = text.length();
        if (length == 0 || length > LENGTH_THAT_ALWAYS_FITS) {
            return -1;
        }
        long value = 0;
        int firstGroup = 0;
        while (firstGroup < length && isDigit(text.charAt(firstGroup))) {
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
            if (isDigit(text.charAt(i))) {
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
            if (separatorIsDue ? text.charAt(i) != separator : !isDigit(text.charAt(i))) {
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
            if (isDigit(text.charAt(i))) {
                value = value * 10 + (text.charAt(i) - '0');
                if (value > Amount.LARGEST) {
                    throw new NotAnAmount(tooLarge(text));
                }
            }
        }
        return value;
    }

    private static String tooLarge(String text) {
        return Misprint.quoted(text) + " is too large: amounts go up to 999,999,999,999,999";
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Every space a publisher may type, wide, narrow or no-break, and the ends of lines. */
    static boolean isSpace(int character) {
        return Character.isSpaceChar(character) || character == '\t' || character == '\n' || character == '\r';
    }

    /**
     * The dashes that stand between the ends of a range: the hyphen of the keyboard, and U+2010 (hyphen) to U+2015 (horizontal
     * bar).
     */
    static boolean isDash(int character) {
        return character == '-' || character >= '\u2010' && character <= '\u2015';
    }

    /** Whether there is a digit of any script: what is written in others can be named more exactly than by "no number". */
    static boolean hasDigit(String text) {
        return text.codePoints().anyMatch(Character::isDigit);
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Where the text goes on if a phrase stands at an index.
     *
     * @param phrase lower case, its words set apart by one space, which stands for any number of spaces
     * @return the index after the phrase and the spaces that must follow it (the length of the text where it ends there), or -1
     */
    static int afterPhrase(String text, int start, String phrase) {
        int at = start;
        for (int i = 0; i < phrase.length(); i++) {
            char wanted = phrase.charAt(i);
            if (at == text.length() || (wanted == ' ' ? !isSpace(text.charAt(at)) : lowerCase(text.charAt(at)) != wanted)) {
                return -1;
            }
            at = wanted == ' ' ? afterSpaces(text, at) : at + 1;
        }
        return at == text.length() || isSpace(text.charAt(at)) ? afterSpaces(text, at) : -1;
    }

    private static int afterSpaces(String text, int start) {
        int at = start;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Letters are compared in ASCII only, so that no locale changes a reading. */
    private static char lowerCase(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
    }

    /** Carries the reason why a text is no amount from where it is found to {@link #read}, which hands it out as a value. */
    private static final class NotAnAmount extends Exception {

        private static final long serialVersionUID = 1L;

        NotAnAmount(String reason) {
            // A column of a million unreadable cells must not cost a million stack traces.
            super(reason, null, false, false);
        }
    }

    /** The words or the sign before a number. */
    private enum Wording {

        AT_LEAST("at least", "no fewer than", "no less than", ">=", "\u2265"),
        OVER("over", "more than", ">"),
        AT_MOST("up to", "at most", "no more than", "<=", "\u2264"),
        UNDER("under", "fewer than", "less than", "<"),
        AROUND("around", "about", "roughly", "approximately", "~"),
        NEARLY("nearly", "almost", "close to");

        private static final List<Wording> ALL = List.of(values());

        private final List<String> phrases;

        Wording(String... phrases) {
            this.phrases = List.of(phrases);
        }

        /** A wording as a text has it, and what follows it. */
        record Start(Wording wording, String phrase, String rest) {
        }

        /** The wording a text starts with, or null where it starts with none. */
        static Start startOf(String text) {
            for (Wording wording : ALL) {
                for (String phrase : wording.phrases) {
                    boolean isSign = !Character.isLetter(phrase.charAt(0));
                    int end = isSign ? text.startsWith(phrase) ? phrase.length() : -1 : afterPhrase(text, 0, phrase);
                    if (end >= 0) {
                        return new Start(wording, phrase, strip(text.substring(end)));
                    }
                }
            }
            return null;
        }
    }

    /** What a number from 0 to {@link Amount#LARGEST} means after a wording; its limits may lie beyond that. */
    private Amount worded(Wording wording, long number) throws NotAnAmount {
        if (number == 0 && (wording == Wording.UNDER || wording == Wording.NEARLY)) {
            throw new NotAnAmount("nothing is below zero: 'under' and 'nearly' need a number of 1 or more; write 0 for none");
        }
        return switch (wording) {
            case AT_LEAST -> Amount.atLeast(number);
            case OVER -> Amount.atLeast(number + 1);
            case AT_MOST -> Amount.between(0, number);
            case UNDER -> Amount.between(0, number - 1);
            // At most 999,999,999,999,999 x 200, which fits a long.
            case NEARLY -> Amount.between(Math.min(number * (100 - spans.nearly()) / 100, number - 1), number - 1);
            case AROUND -> {
                long lowest = (number * (100 - spans.around()) + 99) / 100;
                long highest = number * (100 + spans.around()) / 100;
                long half = lastNonZeroUnit(number) / 2;
                yield new Amount(lowest, highest, Math.max(lowest, number - half), Math.min(highest, number + half));
            }
        };
    }

    /** 100 for 3,500; 1 for 75; 0 for 0. */
    private static long lastNonZeroUnit(long number) {
        long unit = Math.min(number, 1);
        while (number != 0 && number % (unit * 10) == 0) {
            unit *= 10;
        }
        return unit;
    }

    /**
     * What stands between the ends of a range: a dash, or the word "to" with spaces.
     *
     * @param start its first index
     * @param end   the index after it
     */
    private record RangeSign(int start, int end, boolean isDash) {

        /**
         * The first one in a text. A dash at the very start is a minus sign.
         *
         * @return null where there is none
         */
        static RangeSign in(String text) {
            for (int i = 1; i < text.length(); i++) {
                if (AmountText.isDash(text.charAt(i))) {
                    return new RangeSign(i, i + 1, true);
                }
                int after = isSpace(text.charAt(i)) ? afterPhrase(text, i + 1, "to") : -1;
                if (after >= 0) {
                    return new RangeSign(i, after, false);
                }
            }
            return null;
        }
    }

    /** What came of reading a printed amount: an amount, or why it cannot be one. */
    public sealed interface AmountReading {

        record Understood(Amount amount) implements AmountReading {
        }

        /** @param reason a short sentence that says what was found and what would be right */
        record NotUnderstood(String reason) implements AmountReading {
        }
    }

    /**
     * What vague words span, in percent of the number printed.
     *
     * @param around how far "around n" may be off on either side before it conflicts
     * @param nearly how far below n "nearly n" may be
     */
    public record WordingSpans(int around, int nearly) {

        public static final WordingSpans USUAL = new WordingSpans(10, 5);
    }
}

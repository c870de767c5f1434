package org.crossfoot.figure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossfoot.figure.AmountText.AmountReading.NotKnown;
import org.crossfoot.figure.AmountText.AmountReading.NotUnderstood;
import org.crossfoot.figure.AmountText.AmountReading.Understood;

/**
 * Reads amounts as publishers print them into intervals of whole numbers. Letter case, and spaces around and between words, do
 * not matter.
 *
 * <table>
 * <caption>What is understood</caption>
 * <tr><td>{@code 956}, {@code 1,179}, {@code 1 179}, {@code 007}</td><td>exactly that</td></tr>
 * <tr><td>{@code at least}, {@code no fewer than}, {@code no less than}, {@code >=}, {@code ≥}, or {@code +} or
 * {@code or more} after it</td>
 * <td>n or more</td></tr>
 * <tr><td>{@code over}, {@code more than}, {@code >}</td><td>n + 1 or more</td></tr>
 * <tr><td>{@code up to}, {@code at most}, {@code no more than}, {@code <=}, {@code ≤}, or {@code or fewer} or {@code or less}
 * after it</td><td>0 to n</td></tr>
 * <tr><td>{@code under}, {@code fewer than}, {@code less than}, {@code <}</td><td>0 to n - 1</td></tr>
 * <tr><td>{@code nearly}, {@code almost}, {@code close to}</td>
 * <td>from {@link WordingSpans#nearly()} percent below n, rounded down, to n - 1</td></tr>
 * <tr><td>{@code around}, {@code about}, {@code roughly}, {@code approximately}, {@code approx.}, {@code circa}, {@code ca.},
 * {@code ~}</td>
 * <td>{@link WordingSpans#around()} percent on either side, rounded inward; the core is half a unit of the last non-zero digit
 * on either side, rounded inward, and never wider than those limits (around 100 has the core 50 to 150 cut to 90 to
 * 110)</td></tr>
 * <tr><td>{@code 1,200 to 1,500}, {@code 1,200-1,500} (any dash), {@code between 1,200 and 1,500}</td>
 * <td>both ends included; with {@code around} and its like before it, as far below and above them as around one number</td></tr>
 * </table>
 *
 * <p>Everything else is not understood, unless an {@link AmountStyle} says so: two wordings at once, ranges upside down,
 * decimals, footnote marks, units, and amounts of which a limit lies beyond {@link Amount#LARGEST}. Safe for use by several
 * threads.
 */
public final class AmountText {

    private static final int LONGEST = 100;
    private static final int LENGTH_THAT_ALWAYS_FITS = 15;

    private final WordingSpans spans;
    private final AmountStyle style;

    /** Reads what is printed in the usual way. */
    public AmountText(WordingSpans spans) {
        this(spans, AmountStyle.USUAL);
    }

    /**
     * @param spans each 0 to 100 percent
     * @throws IllegalArgumentException where a span is not
     */
    public AmountText(WordingSpans spans, AmountStyle style) {
        if (!isPercentage(spans.around()) || !isPercentage(spans.nearly())) {
            throw new IllegalArgumentException("spans of wordings are 0 to 100 percent, not " + spans);
        }
        this.spans = spans;
        this.style = style;
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
        String text = strip(printed);
        String unmarked = style.absent().containsKey(text) ? text : style.unmarked(text);
        try {
            String meant = style.absent().getOrDefault(unmarked, "");
            if (meant.equals(AmountStyle.UNKNOWN)) {
                return new NotKnown();
            }
            return new Understood(meant.isEmpty() ? amount(unmarked) : meant(meant), strip(text.substring(unmarked.length())));
        } catch (NotAnAmount reason) {
            return new NotUnderstood(reason.getMessage());
        }
    }

    private Amount meant(String absent) throws NotAnAmount {
        return absent.equals(AmountStyle.ZERO) ? Amount.exactly(0) : new AmountText(spans).amount(absent);
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
        Amount amount = style.corrections() && isBelowZero(text) ? correction(text) : wordedAmount(text);
        if (amount.largestLimit() > Amount.LARGEST) {
            throw new NotAnAmount(tooLarge(text));
        }
        return amount;
    }

    /** Whether it starts with a minus sign, or stands in the brackets by which accountants mean one. */
    private static boolean isBelowZero(String text) {
        return Misprint.isMinus(text.charAt(0)) || text.charAt(0) == '(' && text.endsWith(")");
    }

    private Amount correction(String text) throws NotAnAmount {
        int end = text.length() - (text.charAt(0) == '(' ? 1 : 0);
        Amount takenBack = number(text.substring(1, end), text, "a number below zero");
        return takenBack.highest() == 0 ? takenBack : new Amount(Math.max(1, takenBack.lowest()), takenBack.highest(),
                Math.max(1, takenBack.coreLowest()), takenBack.coreHighest()).negated();
    }

    private Amount wordedAmount(String text) throws NotAnAmount {
        Wording.Start start = Wording.startOf(text);
        if (start != null) {
            RangeSign within = start.wording() == Wording.AROUND ? RangeSign.in(start.rest()) : null;
            return worded(start.wording(), within != null ? range(start.rest(), within)
                    : number(start.rest(), text, "a number after '%s'".formatted(start.phrase())));
        }
        int between = afterPhrase(text, 0, "between");
        if (between >= 0) {
            return between(text, between);
        }
        if (text.endsWith("+")) {
            return worded(Wording.AT_LEAST, number(text.substring(0, text.length() - 1), text, "a number before '+'"));
        }
        Wording.End end = Wording.endOf(text);
        if (end != null) {
            return worded(end.wording(), number(end.before(), text, "a number before '%s'".formatted(end.phrase())));
        }
        RangeSign sign = RangeSign.in(text);
        return sign != null ? range(text, sign) : style.numbers().read(text);
    }

    private Amount range(String text, RangeSign sign) throws NotAnAmount {
        return range(text, text.substring(0, sign.start()), text.substring(sign.end()), sign.isDash());
    }

    private Amount between(String text, int start) throws NotAnAmount {
        // The space before the first number counts too, so that "between and 7" is told what it lacks.
        for (int i = start - 1; i < text.length(); i++) {
            int after = isSpace(text.charAt(i)) ? afterPhrase(text, i + 1, "and") : -1;
            if (after >= 0) {
                return range(text, text.substring(start, Math.max(start, i)), text.substring(after), false);
            }
        }
        throw new NotAnAmount("'between' without 'and' in %s: write between 1,200 and 1,500".formatted(Misprint.quoted(text)));
    }

    private Amount range(String text, String first, String last, boolean dashed) throws NotAnAmount {
        if (RangeSign.in(strip(last)) != null) {
            throw new NotAnAmount("more than one range in %s: write two ends, such as 1,200-1,500; a date is no amount"
                    .formatted(Misprint.quoted(text)));
        }
        Amount lowest = number(first, text, "the lower end of the range");
        Amount highest = number(last, text, "the upper end of the range");
        if (dashed && (startsWithZero(first) || startsWithZero(last))) {
            throw new NotAnAmount("%s may be a date: write a range without leading zeros, such as 1-26"
                    .formatted(Misprint.quoted(text)));
        }
        if (lowest.lowest() > highest.highest()) {
            throw new NotAnAmount("the range %s is upside down: write the smaller number first".formatted(Misprint.quoted(text)));
        }
        return Amount.between(lowest.lowest(), highest.highest());
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
    private Amount number(String part, String text, String wanted) throws NotAnAmount {
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
                || number.endsWith("+") || Wording.endOf(number) != null || RangeSign.in(number) != null;
        if (another) {
            throw new NotAnAmount("two wordings at once in %s: write one, such as at least 500, 500+ or 500-600"
                    .formatted(Misprint.quoted(text)));
        }
        return style.numbers().read(number);
    }

    /**
     * Reads a number that has nothing before or after it: {@code 956}, {@code 1,179}, {@code 1 179}. Thousands are set off by a
     * comma or by a space (plain, no-break, narrow no-break, thin or figure space), by the same one throughout and in groups of
     * three. Digits alone may start with zeros ({@code 007} is 7); digits in groups may not, because {@code 0,123} is a decimal
     * fraction to half of the world.
     *
     * @return 0 to {@link Amount#LARGEST}
     */
    static long wholeNumber(String text) throws NotAnAmount {
        int firstGroup = 0;
        while (firstGroup < text.length() && isDigit(text.charAt(firstGroup))) {
            firstGroup++;
        }
        boolean plain = firstGroup == text.length() && !text.isEmpty();
        if (!plain && !isGroupedAsUsual(text, firstGroup)) {
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
        if (!isGroupedAsUsual(text, firstGroup)) {
            return -1;
        }
        for (int i = firstGroup; i < length; i++) {
            if (isDigit(text.charAt(i))) {
                value = value * 10 + (text.charAt(i) - '0');
            }
        }
        return value;
    }

    private static boolean isGroupedAsUsual(String text, int firstGroup) {
        return firstGroup < text.length() && isThousandsSeparator(text.charAt(firstGroup)) && isGrouped(text, firstGroup);
    }

    /** @param firstGroup the length of the digits before the first mark */
    static boolean isGrouped(String text, int firstGroup) {
        if (firstGroup < 1 || firstGroup > 3 || text.charAt(0) == '0' || (text.length() - firstGroup) % 4 != 0) {
            return false;
        }
        char separator = text.charAt(firstGroup);
        for (int i = firstGroup; i < text.length(); i++) {
            boolean separatorIsDue = (i - firstGroup) % 4 == 0;
            if (separatorIsDue ? text.charAt(i) != separator : !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** What is left of a text in digits. */
    static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(AmountText::isDigit).forEach(digit -> digits.append((char) digit));
        return digits.toString();
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

    static String tooLarge(String text) {
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
    static final class NotAnAmount extends Exception {

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
        AROUND("around", "about", "roughly", "approximately", "approx.", "approx", "circa", "ca.", "ca", "~"),
        NEARLY("nearly", "almost", "close to");

        private static final List<Wording> ALL = List.of(values());
        private static final Map<String, Wording> ENDS = new TreeMap<>(Map.of(
                "or more", AT_LEAST, "or fewer", AT_MOST, "or less", AT_MOST));

        private final List<String> phrases;

        Wording(String... phrases) {
            this.phrases = List.of(phrases);
        }

        /** A wording as a text has it, and what follows it. */
        record Start(Wording wording, String phrase, String rest) {
        }

        /** A wording as a text ends with it, and what stands before. */
        record End(Wording wording, String phrase, String before) {
        }

        /** The wording a text ends with, or null where it ends with none. */
        static End endOf(String text) {
            for (int i = 0; i < text.length(); i++) {
                for (Map.Entry<String, Wording> end : ENDS.entrySet()) {
                    if (isSpace(text.charAt(i)) && afterPhrase(text, i + 1, end.getKey()) == text.length()) {
                        return new End(end.getValue(), end.getKey(), text.substring(0, i));
                    }
                }
            }
            return null;
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

    /**
     * What a number from 0 to {@link Amount#LARGEST} means after a wording, or between two; its limits may lie beyond that. Where
     * the number itself has limits, the wording is taken for any number between them.
     */
    private Amount worded(Wording wording, Amount number) throws NotAnAmount {
        if (number.highest() == 0 && (wording == Wording.UNDER || wording == Wording.NEARLY)) {
            throw new NotAnAmount("nothing is below zero: 'under' and 'nearly' need a number of 1 or more; write 0 for none");
        }
        long low = number.lowest();
        long high = number.highest();
        return switch (wording) {
            case AT_LEAST -> Amount.atLeast(low);
            case OVER -> Amount.atLeast(low + 1);
            case AT_MOST -> Amount.between(0, high);
            case UNDER -> Amount.between(0, high - 1);
            // At most 999,999,999,999,999 x 200, which fits a long.
            case NEARLY -> Amount.between(Math.min(low * (100 - spans.nearly()) / 100, high - 1), high - 1);
            case AROUND -> {
                long lowest = (low * (100 - spans.around()) + 99) / 100;
                long highest = high * (100 + spans.around()) / 100;
                long half = number.isExact() ? lastNonZeroUnit(low) / 2 : 0;
                yield new Amount(lowest, highest, Math.max(lowest, low - half), Math.min(highest, high + half));
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

        /** @param marks what stood behind it by way of footnotes, or empty */
        record Understood(Amount amount, String marks) implements AmountReading {

            public Understood(Amount amount) {
                this(amount, "");
            }
        }

        /** What is printed says that the amount is not known. */
        record NotKnown() implements AmountReading {
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

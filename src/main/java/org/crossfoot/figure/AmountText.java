package org.crossfoot.figure;

import org.crossfoot.figure.AmountReading.NotUnderstood;
import org.crossfoot.figure.AmountReading.Understood;

/**
 * Reads amounts as publishers print them into intervals of whole numbers. Letter case, and spaces around and between words, do not matter.
 *
 * <table>
 * <caption>What is understood</caption>
 * <tr><td>{@code 956}, {@code 1,179}, {@code 1 179}, {@code 007}</td><td>exactly that</td></tr>
 * <tr><td>{@code at least}, {@code no fewer than}, {@code no less than}, {@code >=}, {@code ≥}, or {@code +} after it</td><td>n or more</td></tr>
 * <tr><td>{@code over}, {@code more than}, {@code >}</td><td>n + 1 or more</td></tr>
 * <tr><td>{@code up to}, {@code at most}, {@code no more than}, {@code <=}, {@code ≤}</td><td>0 to n</td></tr>
 * <tr><td>{@code under}, {@code fewer than}, {@code less than}, {@code <}</td><td>0 to n - 1</td></tr>
 * <tr><td>{@code nearly}, {@code almost}, {@code close to}</td><td>from {@link WordingSpans#nearly()} percent below n, rounded down, to n - 1</td></tr>
 * <tr><td>{@code around}, {@code about}, {@code roughly}, {@code approximately}, {@code ~}</td>
 * <td>{@link WordingSpans#around()} percent on either side, rounded inward; the core is half a unit of the last non-zero digit
 * on either side, rounded inward, and never wider than those limits (around 100 has the core 50 to 150 cut to 90 to 110)</td></tr>
 * <tr><td>{@code 1,200 to 1,500}, {@code 1,200-1,500} (any dash), {@code between 1,200 and 1,500}</td><td>both ends included</td></tr>
 * </table>
 *
 * <p>Everything else is not understood: two wordings at once, ranges upside down, decimals, footnote marks, units, and amounts of which
 * a limit lies beyond {@link Amount#LARGEST}. Safe for use by several threads.
 */
public final class AmountText {

    private static final int LONGEST = 100;

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
            return new Understood(amount(Characters.strip(printed)));
        } catch (NotAnAmount reason) {
            return new NotUnderstood(reason.getMessage());
        }
    }

    /**
     * The amount where a number of up to 15 characters is printed and nothing else, as in nearly every cell of nearly every report;
     * null for any other text, which may be an amount all the same.
     */
    public static Amount ofNumber(String printed) {
        long number = WholeNumber.ofShort(printed);
        return number < 0 ? null : Amount.exactly(number);
    }

    private Amount amount(String text) throws NotAnAmount {
        if (text.isEmpty()) {
            throw new NotAnAmount("nothing is printed: write a number such as 1,179; if empty means 'not known', list it under 'missing' in source.yml");
        }
        if (text.length() > LONGEST) {
            throw new NotAnAmount(text.length() + " characters are too many for an amount: write a number such as 1,179");
        }
        Amount amount = wordedAmount(text);
        if (amount.largestLimit() > Amount.LARGEST) {
            throw new NotAnAmount(WholeNumber.tooLarge(text));
        }
        return amount;
    }

    private Amount wordedAmount(String text) throws NotAnAmount {
        Wording.Start start = Wording.startOf(text);
        if (start != null) {
            return start.wording().of(number(start.rest(), text, "a number after '%s'".formatted(start.phrase())), spans);
        }
        int between = Characters.afterPhrase(text, 0, "between");
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
        return Amount.exactly(WholeNumber.read(text));
    }

    private static Amount between(String text, int start) throws NotAnAmount {
        // The space before the first number counts too, so that "between and 7" is told what it lacks.
        for (int i = start - 1; i < text.length(); i++) {
            int after = Characters.isSpace(text.charAt(i)) ? Characters.afterPhrase(text, i + 1, "and") : -1;
            if (after >= 0) {
                return range(text, text.substring(start, Math.max(start, i)), text.substring(after), false);
            }
        }
        throw new NotAnAmount("'between' without 'and' in %s: write between 1,200 and 1,500".formatted(Characters.quoted(text)));
    }

    private static Amount range(String text, String first, String last, boolean dashed) throws NotAnAmount {
        if (RangeSign.in(Characters.strip(last)) != null) {
            throw new NotAnAmount("more than one range in %s: write two ends, such as 1,200-1,500; a date is no amount"
                    .formatted(Characters.quoted(text)));
        }
        long lowest = number(first, text, "the lower end of the range");
        long highest = number(last, text, "the upper end of the range");
        if (dashed && (startsWithZero(first) || startsWithZero(last))) {
            throw new NotAnAmount("%s may be a date: write a range without leading zeros, such as 1-26".formatted(Characters.quoted(text)));
        }
        if (lowest > highest) {
            throw new NotAnAmount("the range %s is upside down: write the smaller number first".formatted(Characters.quoted(text)));
        }
        return Amount.between(lowest, highest);
    }

    private static boolean startsWithZero(String number) {
        String digits = Characters.strip(number);
        return digits.length() > 1 && digits.charAt(0) == '0';
    }

    /**
     * The one number that belongs to a wording.
     *
     * @param text   the whole amount
     * @param wanted what is missing where there is no number
     */
    private static long number(String part, String text, String wanted) throws NotAnAmount {
        String number = Characters.strip(part);
        if (number.isEmpty()) {
            throw new NotAnAmount("%s is missing in %s: write at least 500, 500+ or 500-600".formatted(wanted, Characters.quoted(text)));
        }
        if (!Characters.hasDigit(number)) {
            throw new NotAnAmount("no number in %s of %s: write it in digits, such as 1,179"
                    .formatted(Characters.quoted(number), Characters.quoted(text)));
        }
        boolean another = Wording.startOf(number) != null || Characters.afterPhrase(number, 0, "between") >= 0
                || number.endsWith("+") || RangeSign.in(number) != null;
        if (another) {
            throw new NotAnAmount("two wordings at once in %s: write one, such as at least 500, 500+ or 500-600".formatted(Characters.quoted(text)));
        }
        return WholeNumber.read(number);
    }
}

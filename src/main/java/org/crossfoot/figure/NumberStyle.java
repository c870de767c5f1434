package org.crossfoot.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.crossfoot.figure.AmountText.NotAnAmount;

/**
 * How a publisher prints numbers, and how far the true one may be from what is printed. A half is rounded up.
 *
 * @param decimal the mark before a fraction, or {@link #NONE}
 * @param unit    what a printed 1 stands for: with 1,000 the number 39 is 38,500 to 39,499, and 39.2 is 39,150 to 39,249
 * @param rounded numbers are printed to the nearest multiple of it: with 5 the number 115 is 113 to 117
 * @param nearest whether a fraction is that of an average: 24.2 is 24 or 25, most likely 24
 */
public record NumberStyle(Thousands thousands, char decimal, int unit, int rounded, boolean nearest) {

    public static final char NONE = 0;
    public static final NumberStyle USUAL = new NumberStyle(Thousands.COMMA_OR_SPACE, NONE, 1, 1, false);

    /** What sets off thousands; it does so throughout a number, in groups of three. */
    public enum Thousands {
        COMMA_OR_SPACE("", AmountText::isThousandsSeparator),
        COMMA(",", mark -> mark == ','),
        POINT(".", mark -> mark == '.'),
        SPACE(" ", mark -> mark != ',' && AmountText.isThousandsSeparator(mark)),
        APOSTROPHE("'", mark -> mark == '\'' || mark == '\u2019' || mark == '\u02bc'),
        /** Thousands, and then hundreds of thousands and of hundred thousands: {@code 1,23,456}. */
        INDIAN("indian", COMMA.marks);

        private final String word;
        private final IntPredicate marks;

        Thousands(String word, IntPredicate marks) {
            this.word = word;
            this.marks = marks;
        }

        public static Optional<Thousands> of(String word) {
            return Arrays.stream(values()).filter(style -> !word.isEmpty() && style.word.equals(word)).findFirst();
        }

        public boolean isMark(char mark) {
            return marks.test(mark);
        }

        private String example() {
            return this == INDIAN ? "1,23,456" : "1" + (word.isEmpty() ? "," : word) + "234";
        }
    }

    boolean isUsual() {
        return equals(USUAL);
    }

    /** Whether digits alone, and digits in groups as they are mostly printed, are exactly that number. */
    public boolean readsShortNumbersAsUsual() {
        return thousands == Thousands.COMMA_OR_SPACE && decimal != ',' && unit == 1 && rounded == 1;
    }

    /** Reads a number that has nothing before or after it. */
    Amount read(String text) throws NotAnAmount {
        if (isUsual()) {
            return Amount.exactly(AmountText.wholeNumber(text));
        }
        int point = decimal == NONE ? -1 : text.lastIndexOf(decimal);
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        if (!isWhole(whole) || !isDigits(fraction) || point >= 0 && fraction.isEmpty()) {
            throw new NotAnAmount(reason(text));
        }
        BigDecimal number = new BigDecimal(AmountText.digits(whole) + "." + fraction + "0").multiply(BigDecimal.valueOf(unit));
        if (number.compareTo(BigDecimal.valueOf(Amount.LARGEST)) > 0) {
            throw new NotAnAmount(AmountText.tooLarge(text));
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return between(number, text);
        }
        long printed = number.longValueExact();
        long step = step(fraction.length());
        return new Amount(Math.max(0, printed - step / 2), printed + (step + 1) / 2 - 1, printed, printed);
    }

    private Amount between(BigDecimal number, String text) throws NotAnAmount {
        if (!nearest) {
            throw new NotAnAmount(("a fraction in %s: people are counted in whole numbers; for averages write round: nearest in"
                    + " source.yml, for thousands unit: 1000").formatted(Misprint.quoted(text)));
        }
        long near = number.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Amount(number.setScale(0, RoundingMode.FLOOR).longValueExact(),
                number.setScale(0, RoundingMode.CEILING).longValueExact(), near, near);
    }

    /** What the last digit printed counts: with decimals less than a unit. */
    private long step(int decimals) {
        if (rounded > 1) {
            return (long) rounded * unit;
        }
        return BigDecimal.valueOf(unit).movePointLeft(decimals).max(BigDecimal.ONE).longValue();
    }

    /** Digits alone, which may start with zeros, or in groups. */
    private boolean isWhole(String text) {
        int first = 0;
        while (first < text.length() && AmountText.isDigit(text.charAt(first))) {
            first++;
        }
        return !text.isEmpty() && (first == text.length() || isMark(text.charAt(first)) && isGrouped(text, first));
    }

    private boolean isGrouped(String text, int firstGroup) {
        if (thousands != Thousands.INDIAN) {
            return AmountText.isGrouped(text, firstGroup);
        }
        int last = text.length() - ",000".length();
        return last >= firstGroup && (last - firstGroup) % ",00".length() == 0 && firstGroup <= 2
                && AmountText.isGrouped(text.substring(last - 1), 1) && text.charAt(0) != '0'
                && text.substring(0, last).matches("[0-9]{1,2}(,[0-9]{2})*");
    }

    private boolean isMark(char character) {
        return thousands.isMark(character) && character != decimal;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(AmountText::isDigit);
    }

    /** Numbers that are printed in another way than the settings say are told so; for all else it does not matter. */
    private String reason(String text) {
        boolean otherwise = AmountText.hasDigit(text) && AmountText.isDigit(text.charAt(0)) && text.chars()
                .allMatch(character -> AmountText.isDigit(character) || Arrays.stream(Thousands.values())
                .anyMatch(style -> style.isMark((char) character)));
        return !otherwise ? Misprint.reason(text) : "%s is not printed as 'numbers' in source.yml says, such as %s: %s"
                .formatted(Misprint.quoted(text), thousands.example() + (decimal == NONE ? "" : decimal + "0"),
                        "correct one of the two; an entry may have 'numbers' of its own");
    }
}

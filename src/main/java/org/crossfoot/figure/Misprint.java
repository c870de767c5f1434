package org.crossfoot.figure;

import java.util.Locale;

/** Says to an administrator why a text is no whole number, and what would be right. */
final class Misprint {

    private static final String SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String FOOTNOTE_MARKS = "*\u2020\u2021\u00a7\u00b6#^([" + SUPERSCRIPTS;
    private static final String APOSTROPHES = "'`\u2018\u2019\u02bc\u00b4";
    private static final int MINUS = '\u2212';

    private Misprint() {
    }

    /** The reason why a text that is not empty is no whole number. */
    static String reason(String text) {
        if (!AmountText.hasDigit(text)) {
            return ("no number in %s: write it in digits, such as 1,179; if it means 'not known', list it under 'missing' in"
                    + " source.yml")
                    .formatted(quoted(text));
        }
        int first = text.codePointAt(0);
        if (isMinus(first)) {
            return "%s is below zero: a count is 0 or more".formatted(quoted(text));
        }
        if (first == '+') {
            return "a plus sign before the number in %s: write 5 for exactly 5, or 5+ for 5 or more".formatted(quoted(text));
        }
        if (first == '(') {
            return ("brackets around the number in %s: accountants mean below zero by them; write a count, which is 0 or more,"
                    + " without them").formatted(quoted(text));
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!AmountText.isDigit(character) && !AmountText.isThousandsSeparator(character)) {
                return strayCharacter(text, i, character);
            }
        }
        return "digits in %s are not in groups of three, or are set apart in two ways: write 1234, 1,234 or 1 234; %s"
                .formatted(quoted(text), "a comma is not a decimal point");
    }

    private static String strayCharacter(String text, int index, int character) {
        String found = found(text, index, character);
        return "%s in %s: %s".formatted(found, quoted(text), right(index, character));
    }

    private static String found(String text, int index, int character) {
        if (Character.isLetter(character)) {
            return "the letters " + quoted(letters(text, index));
        }
        if (isFullWidthDigit(character)) {
            return "full-width digits";
        }
        if (Character.isDigit(character)) {
            return "digits of another script";
        }
        if (isFootnoteMark(character)) {
            return "the footnote mark " + visible(character);
        }
        if (isApostrophe(character)) {
            return "an apostrophe";
        }
        if (isMinus(character)) {
            return "a minus sign or dash";
        }
        if (Character.getType(character) == Character.CURRENCY_SYMBOL) {
            return "the sign of a currency " + visible(character);
        }
        return switch (character) {
            case '.' -> "a point";
            case '%' -> "a percent sign";
            case '_' -> "an underscore";
            case '+' -> "a plus sign";
            default -> AmountText.isSpace(character) ? "an unusual space (" + code(character) + ")"
                    : isVisible(character) ? "the character " + visible(character)
                    : "a character that cannot be seen (" + code(character) + ")";
        };
    }

    private static String right(int index, int character) {
        if (Character.isLetter(character)) {
            return index == 0
                    ? "the wordings known are at least, over, up to, under, around, nearly, between ... and ..., and their like"
                    : "write the number alone and in full, such as 2,000";
        }
        if (Character.isDigit(character)) {
            return "write them as 0 to 9";
        }
        if (isFootnoteMark(character)) {
            return "write the number alone";
        }
        if (isApostrophe(character) || character == '_') {
            return "write 1,234 for thousands";
        }
        if (isMinus(character)) {
            return "write 1,200-1,500 for a range";
        }
        if (character == '.') {
            return "write 1,234 for thousands; parts of people are not counted";
        }
        if (character == '%' || Character.getType(character) == Character.CURRENCY_SYMBOL) {
            return "write a number of people";
        }
        return "write the number in digits alone, such as 1,179";
    }

    private static String letters(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(start, end);
    }

    private static String visible(int character) {
        return quoted(Character.toString(character));
    }

    private static boolean isMinus(int character) {
        return character == MINUS || AmountText.isDash(character);
    }

    private static boolean isFullWidthDigit(int character) {
        return character >= '\uff10' && character <= '\uff19';
    }

    private static boolean isFootnoteMark(int character) {
        return FOOTNOTE_MARKS.indexOf(character) >= 0;
    }

    private static boolean isApostrophe(int character) {
        return APOSTROPHES.indexOf(character) >= 0;
    }

    /** The text in quotes; what cannot be seen, or would not survive being written to a file, as its code such as U+0000. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().forEach(character -> {
            if (isVisible(character)) {
                quoted.appendCodePoint(character);
            } else {
                quoted.append(code(character));
            }
        });
        return quoted.append('\'').toString();
    }

    private static boolean isVisible(int character) {
        return character == ' ' || switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String code(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}

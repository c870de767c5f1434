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
        boolean isFormula = first == '=' && text.length() > 1 && Character.isLetter(text.codePointAt(1));
        if (isFormula || text.startsWith("#DIV/0")) {
            return "%s of a spreadsheet: have it calculated and saved again; if it means 'not known', list it under 'missing' in"
                    .formatted((isFormula ? "the formula " : "the error ") + quoted(text)) + " source.yml";
        }
        if (text.indexOf('%') >= 0) {
            return stray("a percent sign", text, "write a number of people");
        }
        if (isMinus(first)) {
            return "%s is below zero: a count is 0 or more; if it corrects days before it, write corrections: true in source.yml"
                    .formatted(quoted(text));
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

    private static String strayCharacter(String text, int at, int character) {
        if (Character.isLetter(character)) {
            return stray("the letters " + quoted(letters(text, at)), text, at == 0
                    ? "the wordings known are at least, over, up to, under, around, nearly, between ... and ..., and their like"
                    : "write the number alone and in full, such as 2,000");
        }
        if (Character.isDigit(character)) {
            boolean fullWidth = character >= '\uff10' && character <= '\uff19';
            return stray(fullWidth ? "full-width digits" : "digits of another script", text, "write them as 0 to 9");
        }
        if (FOOTNOTE_MARKS.indexOf(character) >= 0) {
            return stray("the footnote mark " + visible(character), text,
                    "write the number alone, or list the mark under 'marks' in source.yml");
        }
        if (APOSTROPHES.indexOf(character) >= 0 || character == '_') {
            return stray(character == '_' ? "an underscore" : "an apostrophe", text,
                    "write 1,234 for thousands" + (character == '_' ? "" : ", or say in source.yml how 'numbers' are"));
        }
        if (isMinus(character)) {
            return stray("a minus sign or dash", text, "write 1,200-1,500 for a range");
        }
        if (Character.getType(character) == Character.CURRENCY_SYMBOL) {
            return stray("the sign of a currency " + visible(character), text, "write a number of people");
        }
        if (character == '.') {
            return stray("a point", text, "write 1,234 for thousands, or say in source.yml how 'numbers' are; parts of people"
                    + " are not counted");
        }
        return stray(character == '+' ? "a plus sign"
                : AmountText.isSpace(character) ? "an unusual space (" + code(character) + ")"
                : isVisible(character) ? "the character " + visible(character)
                : "a character that cannot be seen (" + code(character) + ")", text,
                "write the number in digits alone, such as 1,179");
    }

    private static String stray(String found, String text, String right) {
        return found + " in " + quoted(text) + ": " + right;
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

    static boolean isMinus(int character) {
        return character == MINUS || AmountText.isDash(character);
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

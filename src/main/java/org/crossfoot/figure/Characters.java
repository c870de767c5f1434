package org.crossfoot.figure;

import java.util.Locale;

/** The characters of which printed amounts are made. Letters are compared in ASCII only, so that no locale changes a reading. */
final class Characters {

    private Characters() {
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Every space a publisher may type, wide, narrow or no-break, and the ends of lines. */
    static boolean isSpace(int character) {
        return Character.isSpaceChar(character) || character == '\t' || character == '\n' || character == '\r';
    }

    /** The dashes that stand between the ends of a range: the hyphen of the keyboard, and U+2010 (hyphen) to U+2015 (horizontal bar). */
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

    private static char lowerCase(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
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

    static boolean isVisible(int character) {
        return character == ' ' || switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    static String code(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}

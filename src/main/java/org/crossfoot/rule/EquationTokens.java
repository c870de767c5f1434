package org.crossfoot.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crossfoot.rule.EquationToken.Kind;

/** Cuts the text of an equation into its words. */
final class EquationTokens {

    private final String text;
    private final List<EquationToken> tokens = new ArrayList<>();

    private EquationTokens(String text) {
        this.text = text;
    }

    /** The words in their order; the last one is the end. */
    static List<EquationToken> of(String text) throws EquationNotUnderstood {
        EquationTokens cutting = new EquationTokens(text);
        int at = 0;
        while (at < text.length()) {
            at = Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)) ? at + 1 : cutting.cut(at);
        }
        cutting.add(Kind.END, at, at);
        return cutting.tokens;
    }

    private int cut(int start) throws EquationNotUnderstood {
        char character = text.charAt(start);
        if (isDigit(character)) {
            return add(Kind.NUMBER, start, endOfNumber(start));
        }
        if (isLetter(character)) {
            return add(Kind.NAME, start, endOfName(start));
        }
        return switch (character) {
            case '+' -> add(Kind.PLUS, start, start + 1);
            case '-' -> add(Kind.MINUS, start, start + 1);
            case '*' -> add(Kind.TIMES, start, start + 1);
            case '\u2264' -> add(Kind.AT_MOST, start, start + 1);
            case '\u2265' -> add(Kind.AT_LEAST, start, start + 1);
            case '=' -> equalSign(start);
            case '<' -> add(Kind.AT_MOST, start, endOfInequality(start, "a + 1 <= b"));
            case '>' -> add(Kind.AT_LEAST, start, endOfInequality(start, "a >= b + 1"));
            default -> throw unknown(start);
        };
    }

    private int add(Kind kind, int start, int end) {
        tokens.add(new EquationToken(kind, text.substring(start, end), start + 1));
        return end;
    }

    private int endOfNumber(int start) throws EquationNotUnderstood {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && (isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
            throw wrong("a name right after a number", end, "write 2*a for twice a");
        }
        return end;
    }

    private int endOfName(int start) {
        int end = start;
        while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private int equalSign(int start) throws EquationNotUnderstood {
        char next = after(start);
        if (next == '=' || next == '<' || next == '>') {
            throw wrong("'=" + next + "'", start, "the signs are =, <= and >=");
        }
        return add(Kind.EQUAL, start, start + 1);
    }

    private int endOfInequality(int start, String instead) throws EquationNotUnderstood {
        if (after(start) != '=') {
            throw wrong("'" + text.charAt(start) + "' without '='", start, "of whole numbers write " + instead);
        }
        return start + 2;
    }

    /** The character after an index, or a space at the end. */
    private char after(int index) {
        return index + 1 < text.length() ? text.charAt(index + 1) : ' ';
    }

    private EquationNotUnderstood unknown(int at) {
        return switch (text.charAt(at)) {
            case '/' -> wrong("a division", at, "multiply the other side: 2*a = b");
            case '.' -> wrong("a point", at, "coefficients are whole numbers, so write 3*a = 2*b for 1.5*a = b");
            case ',' -> wrong("a comma", at, "write 1000 for a thousand");
            case '(', ')' -> wrong("a bracket", at, "write the sum out: 2*a + 2*b");
            case '_' -> wrong("an underscore", at, "names of measures start with a letter");
            case '\u2212', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> wrong("a dash", at, "write the minus of the keyboard, -");
            default -> wrong("the character " + shown(text.codePointAt(at)), at,
                    "a check has measures, whole numbers, + - * and one of = <= >=");
        };
    }

    private static String shown(int character) {
        boolean visible = Character.isLetterOrDigit(character) || character > ' ' && character <= '~';
        return visible ? "'" + Character.toString(character) + "'" : String.format(Locale.ROOT, "U+%04X", character);
    }

    private static EquationNotUnderstood wrong(String found, int at, String right) {
        return new EquationNotUnderstood(found + " at character " + (at + 1) + ": " + right);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }
}

package org.crossfoot.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.figure.Amount;
import org.crossfoot.rule.Equation.Sign;
import org.crossfoot.rule.Equation.Term;
import org.crossfoot.rule.Equation.Word;

/**
 * Reads the checks of the settings: linear equations and inequalities of measures with whole coefficients and constants, such as
 * {@code 2*a + b = c}, {@code 2*y + 1 = z}, {@code a <= b} or {@code a >= 10}; {@code ≤} and {@code ≥} are read as well.
 * The name of a measure is an ASCII letter followed by letters, digits and underscores; letter case matters, and a hyphen is a
 * minus.
 */
public final class EquationText {

    /** The largest coefficient of a measure, also after the same measure's terms are added up. */
    static final long LARGEST_COEFFICIENT = 1_000;

    /** Keeps the sum of all constants of a text within a long. */
    private static final int LONGEST = 10_000;

    private static final Pattern WORD =
            Pattern.compile("[0-9]++(?![A-Za-z_])|[A-Za-z][A-Za-z0-9_]*|=(?![=<>])|[<>]=|[+*\u2264\u2265-]");

    private final List<Token> tokens;
    private final Map<String, Long> coefficients = new LinkedHashMap<>();
    private long constant;
    private int next;

    private EquationText(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads one check. All measures are brought to the left, in the order of their first naming, and all constants to the right:
     * {@code 2*y + 1 = z} becomes 2*y - z = -1. The terms of a measure that is named twice are added up.
     *
     * @throws EquationNotUnderstood where the text is no such equation, where a measure cancels out, or where a coefficient is
     *                               beyond 1,000 or a constant beyond {@link Amount#LARGEST}
     */
    public static Equation read(String text) throws EquationNotUnderstood {
        if (text == null || text.isBlank()) {
            throw new EquationNotUnderstood("an empty check: write an equation such as a + b = c");
        }
        if (text.length() > LONGEST) {
            throw new EquationNotUnderstood("a check of " + text.length() + " characters: it may have " + LONGEST);
        }
        return new EquationText(tokens(text)).equation(text);
    }

    private Equation equation(String text) throws EquationNotUnderstood {
        readSide(1);
        Token relation = take();
        if (!relation.isRelation()) {
            throw unexpected(relation, relation.is(Token.Symbol.END) ? "a check needs one of = <= >= and a second side"
                    : "put + - * or one of = <= >= before it");
        }
        readSide(-1);
        Token end = take();
        if (!end.is(Token.Symbol.END)) {
            throw unexpected(end, end.isRelation() ? "a check has one relation; make it two checks" : "put + - or * before it");
        }
        return new Equation(terms(), sign(relation), constant(), words(text));
    }

    private List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (Token token : tokens) {
            int at = token.position() - 1;
            if (token.is(Token.Symbol.NAME) || token.is(Token.Symbol.END)) {
                words.add(new Word(text.substring(from, at), false));
                words.add(new Word(token.text(), token.is(Token.Symbol.NAME)));
                from = at + token.text().length();
            }
        }
        return words;
    }

    private void readSide(int side) throws EquationNotUnderstood {
        int sign = side;
        if (peek().is(Token.Symbol.MINUS)) {
            take();
            sign = -side;
        }
        readTerm(sign);
        while (peek().is(Token.Symbol.PLUS) || peek().is(Token.Symbol.MINUS)) {
            readTerm(take().is(Token.Symbol.PLUS) ? side : -side);
        }
    }

    private void readTerm(int sign) throws EquationNotUnderstood {
        Token first = take();
        if (first.is(Token.Symbol.NAME)) {
            if (peek().is(Token.Symbol.TIMES)) {
                throw unexpected(peek(), "measures are multiplied by whole numbers only, and the number stands first: 2*a");
            }
            add(sign, first.text());
        } else if (!first.is(Token.Symbol.NUMBER)) {
            throw unexpected(first, "a measure or a whole number is missing before it");
        } else if (peek().is(Token.Symbol.TIMES)) {
            take();
            Token measure = take();
            if (!measure.is(Token.Symbol.NAME)) {
                throw unexpected(measure, "after '" + first.text() + "*' comes a measure");
            }
            add(sign * number(first, LARGEST_COEFFICIENT, "coefficients"), measure.text());
        } else {
            constant -= sign * number(first, Amount.LARGEST, "constants");
        }
    }

    private void add(long coefficient, String measure) {
        coefficients.merge(measure, coefficient, Long::sum);
    }

    private static long number(Token token, long largest, String what) throws EquationNotUnderstood {
        long value = 0;
        for (int i = 0; i < token.text().length(); i++) {
            value = value * 10 + (token.text().charAt(i) - '0');
            if (value > largest) {
                throw unexpected(token, what + " go up to " + largest);
            }
        }
        return value;
    }

    private List<Term> terms() throws EquationNotUnderstood {
        if (coefficients.isEmpty()) {
            throw new EquationNotUnderstood("numbers only: a check names at least one measure, such as a >= 10");
        }
        List<Term> terms = new ArrayList<>();
        for (Map.Entry<String, Long> term : coefficients.entrySet()) {
            if (term.getValue() == 0) {
                throw new EquationNotUnderstood("'" + term.getKey()
                        + "' cancels out: the check says nothing of it, so leave it out");
            }
            if (Math.abs(term.getValue()) > LARGEST_COEFFICIENT) {
                throw new EquationNotUnderstood("the terms of '" + term.getKey() + "' add up to " + term.getValue()
                        + ": coefficients go up to " + LARGEST_COEFFICIENT);
            }
            terms.add(new Term(term.getValue(), term.getKey()));
        }
        return terms;
    }

    private long constant() throws EquationNotUnderstood {
        if (Math.abs(constant) > Amount.LARGEST) {
            throw new EquationNotUnderstood("the numbers add up to " + constant + ": constants go up to " + Amount.LARGEST);
        }
        return constant;
    }

    private static Sign sign(Token token) {
        return token.is(Token.Symbol.EQUAL) ? Sign.EQUAL : token.is(Token.Symbol.AT_MOST) ? Sign.AT_MOST : Sign.AT_LEAST;
    }

    private Token peek() {
        return tokens.get(next);
    }

    /** The next word; the end is never passed. */
    private Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private static EquationNotUnderstood unexpected(Token token, String right) {
        return new EquationNotUnderstood("found " + token.found() + ": " + right);
    }

    /** The words of a text in their order; the last one is the end. */
    private static List<Token> tokens(String text) throws EquationNotUnderstood {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at))) {
                at++;
            } else {
                Matcher word = WORD.matcher(text).region(at, text.length());
                if (!word.lookingAt()) {
                    throw Slip.in(text, at);
                }
                tokens.add(new Token(kind(word.group()), word.group(), at + 1));
                at = word.end();
            }
        }
        tokens.add(new Token(Token.Symbol.END, "", at + 1));
        return tokens;
    }

    private static Token.Symbol kind(String word) {
        return switch (word) {
            case "+" -> Token.Symbol.PLUS;
            case "-" -> Token.Symbol.MINUS;
            case "*" -> Token.Symbol.TIMES;
            case "=" -> Token.Symbol.EQUAL;
            case "<=", "\u2264" -> Token.Symbol.AT_MOST;
            case ">=", "\u2265" -> Token.Symbol.AT_LEAST;
            default -> word.charAt(0) <= '9' ? Token.Symbol.NUMBER : Token.Symbol.NAME;
        };
    }

    /**
     * What people write in the place of a word.
     *
     * @param pattern its first group is what is found
     */
    private record Slip(Pattern pattern, String found, String right) {

        private static final List<Slip> ALL = List.of(
                new Slip("[0-9]+([A-Za-z_])", "a name right after a number", "write 2*a for twice a"),
                new Slip("(=[=<>])", "'%s'", "the signs are =, <= and >="),
                new Slip("(<)", "'<' without '='", "of whole numbers write a + 1 <= b"),
                new Slip("(>)", "'>' without '='", "of whole numbers write a >= b + 1"),
                new Slip("(/)", "a division", "multiply the other side: 2*a = b"),
                new Slip("([.])", "a point", "coefficients are whole numbers, so write 3*a = 2*b for 1.5*a = b"),
                new Slip("(,)", "a comma", "write 1000 for a thousand"),
                new Slip("([()])", "a bracket", "write the sum out: 2*a + 2*b"),
                new Slip("(_)", "an underscore", "names of measures start with a letter"),
                new Slip("([\u2212\u2010-\u2014])", "a dash", "write the minus of the keyboard, -"));

        Slip(String pattern, String found, String right) {
            this(Pattern.compile(pattern), found, right);
        }

        static EquationNotUnderstood in(String text, int at) {
            for (Slip slip : ALL) {
                Matcher matcher = slip.pattern.matcher(text).region(at, text.length());
                if (matcher.lookingAt()) {
                    return wrong(slip.found.formatted(matcher.group(1)), matcher.start(1), slip.right);
                }
            }
            int character = text.codePointAt(at);
            boolean visible = Character.isLetterOrDigit(character) || character > ' ' && character <= '~';
            return wrong("the character " + (visible ? "'" + Character.toString(character) + "'"
                    : String.format(Locale.ROOT, "U+%04X", character)), at,
                    "a check has measures, whole numbers, + - * and one of = <= >=");
        }

        private static EquationNotUnderstood wrong(String found, int at, String right) {
            return new EquationNotUnderstood(found + " at character " + (at + 1) + ": " + right);
        }
    }

    /**
     * One word of an equation.
     *
     * @param text     as written; empty for the end
     * @param position of its first character, counted from 1
     */
    private record Token(Symbol kind, String text, int position) {

        enum Symbol { NUMBER, NAME, PLUS, MINUS, TIMES, EQUAL, AT_MOST, AT_LEAST, END }

        boolean is(Symbol wanted) {
            return kind == wanted;
        }

        boolean isRelation() {
            return is(Token.Symbol.EQUAL) || is(Token.Symbol.AT_MOST) || is(Token.Symbol.AT_LEAST);
        }

        /** As it stands in a message: {@code 'arrests' at character 5}, {@code the end after character 9}. */
        String found() {
            return is(Token.Symbol.END) ? "the end after character " + (position - 1) : "'" + text + "' at character " + position;
        }
    }

    /**
     * A check of the settings is no linear equation. The message says what was found, at which character (counted from 1), and
     * what would be right.
     */
    public static final class EquationNotUnderstood extends Exception {

        private static final long serialVersionUID = 1L;

        public EquationNotUnderstood(String message) {
            super(message);
        }
    }
}

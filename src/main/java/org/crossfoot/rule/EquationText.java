package org.crossfoot.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Amount;
import org.crossfoot.rule.Equation.Relation;
import org.crossfoot.rule.Equation.Term;
import org.crossfoot.rule.Equation.Word;
import org.crossfoot.rule.EquationToken.Kind;

/**
 * Reads the checks of the settings: linear equations and inequalities of measures with whole coefficients and constants, such as
 * {@code 2*a + b = c}, {@code 2*y + 1 = z}, {@code a <= b} or {@code a >= 10}; {@code ≤} and {@code ≥} are read as well.
 * The name of a measure is an ASCII letter followed by letters, digits and underscores; letter case matters, and a hyphen is a minus.
 */
public final class EquationText {

    /** The largest coefficient of a measure, also after the same measure's terms are added up. */
    static final long LARGEST_COEFFICIENT = 1_000;

    /** Keeps the sum of all constants of a text within a long. */
    private static final int LONGEST = 10_000;

    private final List<EquationToken> tokens;
    private final Map<String, Long> coefficients = new LinkedHashMap<>();
    private long constant;
    private int next;

    private EquationText(List<EquationToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads one check. All measures are brought to the left, in the order of their first naming, and all constants to the right:
     * {@code 2*y + 1 = z} becomes 2*y - z = -1. The terms of a measure that is named twice are added up.
     *
     * @throws EquationNotUnderstood where the text is no such equation, where a measure cancels out, or where a coefficient is beyond
     *                               1,000 or a constant beyond {@link Amount#LARGEST}
     */
    public static Equation read(String text) throws EquationNotUnderstood {
        if (text == null || text.isBlank()) {
            throw new EquationNotUnderstood("an empty check: write an equation such as a + b = c");
        }
        if (text.length() > LONGEST) {
            throw new EquationNotUnderstood("a check of " + text.length() + " characters: it may have " + LONGEST);
        }
        return new EquationText(EquationTokens.of(text)).equation(text);
    }

    private Equation equation(String text) throws EquationNotUnderstood {
        readSide(1);
        EquationToken relation = take();
        if (!relation.isRelation()) {
            throw unexpected(relation, relation.is(Kind.END) ? "a check needs one of = <= >= and a second side" : "put + - * or one of = <= >= before it");
        }
        readSide(-1);
        EquationToken end = take();
        if (!end.is(Kind.END)) {
            throw unexpected(end, end.isRelation() ? "a check has one relation; make it two checks" : "put + - or * before it");
        }
        return new Equation(terms(), relation(relation), constant(), words(text));
    }

    private List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (EquationToken token : tokens) {
            int at = token.position() - 1;
            if (token.is(Kind.NAME) || token.is(Kind.END)) {
                words.add(new Word(text.substring(from, at), false));
                words.add(new Word(token.text(), token.is(Kind.NAME)));
                from = at + token.text().length();
            }
        }
        return words;
    }

    private void readSide(int side) throws EquationNotUnderstood {
        int sign = side;
        if (peek().is(Kind.MINUS)) {
            take();
            sign = -side;
        }
        readTerm(sign);
        while (peek().is(Kind.PLUS) || peek().is(Kind.MINUS)) {
            readTerm(take().is(Kind.PLUS) ? side : -side);
        }
    }

    private void readTerm(int sign) throws EquationNotUnderstood {
        EquationToken first = take();
        if (first.is(Kind.NAME)) {
            if (peek().is(Kind.TIMES)) {
                throw unexpected(peek(), "measures are multiplied by whole numbers only, and the number stands first: 2*a");
            }
            add(sign, first.text());
        } else if (!first.is(Kind.NUMBER)) {
            throw unexpected(first, "a measure or a whole number is missing before it");
        } else if (peek().is(Kind.TIMES)) {
            take();
            EquationToken measure = take();
            if (!measure.is(Kind.NAME)) {
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

    private static long number(EquationToken token, long largest, String what) throws EquationNotUnderstood {
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
                throw new EquationNotUnderstood("'" + term.getKey() + "' cancels out: the check says nothing of it, so leave it out");
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

    private static Relation relation(EquationToken token) {
        return token.is(Kind.EQUAL) ? Relation.EQUAL : token.is(Kind.AT_MOST) ? Relation.AT_MOST : Relation.AT_LEAST;
    }

    private EquationToken peek() {
        return tokens.get(next);
    }

    /** The next word; the end is never passed. */
    private EquationToken take() {
        EquationToken token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private static EquationNotUnderstood unexpected(EquationToken token, String right) {
        return new EquationNotUnderstood("found " + token.found() + ": " + right);
    }
}

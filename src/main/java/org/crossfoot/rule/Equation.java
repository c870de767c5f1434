package org.crossfoot.rule;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A linear equation or inequality of measures with whole coefficients, brought to one side:
 * the sum of its terms {@code sign} {@code constant}. It holds per area and period.
 *
 * @param terms in the order the settings name them; each measure once, no coefficient 0
 * @param words as the settings write it
 */
public record Equation(List<Term> terms, Sign sign, long constant, List<Word> words) {

    public record Term(long coefficient, String measure) {
    }

    /** The id of a measure, or what stands before, between or after them. */
    record Word(String text, boolean isMeasure) {
    }

    public enum Sign {
        EQUAL("="), AT_MOST("<="), AT_LEAST(">=");

        private final String sign;

        Sign(String sign) {
            this.sign = sign;
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    public Equation {
        terms = List.copyOf(terms);
        words = List.copyOf(words);
    }

    /** As the settings write it. */
    public String text() {
        return text(UnaryOperator.identity());
    }

    /** With the names of its measures, which are given by their ids. */
    public String text(UnaryOperator<String> names) {
        return words.stream().map(word -> word.isMeasure ? names.apply(word.text) : word.text).collect(Collectors.joining());
    }
}

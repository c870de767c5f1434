package org.crossfoot.rule;

import java.util.List;

/**
 * A linear equation or inequality of measures with whole coefficients, brought to one side:
 * the sum of its terms {@code sign} {@code constant}. It holds per area and period.
 *
 * @param terms in the order the settings name them; each measure once, no coefficient 0
 * @param text  as the settings write it
 */
public record Equation(List<Term> terms, Sign sign, long constant, String text) {

    public record Term(long coefficient, String measure) {
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
    }
}

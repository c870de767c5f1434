package org.crossfoot.rule;

import java.util.List;

/**
 * A linear equation or inequality of measures with whole coefficients, brought to one side:
 * the sum of its terms {@code relation} {@code constant}. It holds per area and period.
 *
 * @param terms in the order the settings name them; each measure once, no coefficient 0
 * @param text  as the settings write it
 */
public record Equation(List<Term> terms, Relation relation, long constant, String text) {

    public record Term(long coefficient, String measure) {
    }

    public enum Relation {
        EQUAL("="), AT_MOST("<="), AT_LEAST(">=");

        private final String sign;

        Relation(String sign) {
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

package org.crossfoot.reconcile.outcome;

import java.util.function.UnaryOperator;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.rule.Equation;

/** What the first sentence on a check of the settings says: which equation cannot hold, where and when. */
public record BrokenCheck(Vocabulary vocabulary, String area, Period period, Equation equation) {

    /** As {@code discrepancies.csv} has it. */
    public String withIds() {
        return text(UnaryOperator.identity());
    }

    /** As pages have it. */
    public String withTitles() {
        return text(vocabulary::measureTitle);
    }

    private String text(UnaryOperator<String> names) {
        return vocabulary.areas().name(area) + ", " + period + ": " + equation.text(names) + " cannot hold.";
    }
}

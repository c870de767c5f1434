package org.crossfoot.rule;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.rule.Equation.Sign;
import org.crossfoot.rule.Equation.Term;
import org.crossfoot.rule.Equation.Word;

/**
 * One way to take a measure apart into kinds, which add up to it in each area and period.
 *
 * @param breakdown its name, as {@code criminality}
 * @param complete  whether the kinds make up the measure; otherwise they only bound it from below
 * @param of        the measures that are its kinds
 */
public record Kinds(String measure, String breakdown, boolean complete, List<String> of) {

    public Kinds {
        of = List.copyOf(of);
    }

    /** What they ask as a check of measures, with the severity and tolerance of a rule. */
    Rule asCheck(Rule rule) {
        Sign sign = complete ? Sign.EQUAL : Sign.AT_LEAST;
        List<Term> terms = new ArrayList<>(List.of(new Term(1, measure)));
        List<Word> words = new ArrayList<>(List.of(new Word(measure, true)));
        for (String kind : of) {
            terms.add(new Term(-1, kind));
            words.add(new Word(words.size() == 1 ? " " + sign + " " : " + ", false));
            words.add(new Word(kind, true));
        }
        return new Rule(rule.id(), rule.severity(), rule.tolerance(), true, new Equation(terms, sign, 0, words));
    }
}

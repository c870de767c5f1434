package org.crossfoot.reconcile.outcome;

import static org.crossfoot.figure.FigureWording.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.outcome.LimitReasons.Repair;
import org.crossfoot.reconcile.outcome.TotalReasons.Said;

/** The reasons behind a total in plain sentences. */
final class TotalReasonsText {

    private static final int FIGURES_SHOWN = 14;

    private TotalReasonsText() {
    }

    static List<String> sentences(TotalReasons reasons) {
        Total total = reasons.total();
        List<String> sentences = new ArrayList<>();
        sentences.add(reasons.about() + ": " + (total.best() == null ? "no one value" : number(total.best()))
                + (total.lowest() == total.highest() ? ""
                : " (" + FigureWording.limits(Amount.between(total.lowest(), total.highest())) + ")")
                + ", " + total.basis() + ".");
        if (!total.note().isEmpty()) {
            sentences.add("It " + total.note() + ".");
        }
        if (!reasons.setAside().isEmpty()) {
            sentences.add("Set aside as probably wrong: " + list(reasons.setAside()) + ".");
        }
        if (!reasons.decided().isEmpty()) {
            sentences.add("Set aside as was decided: " + list(reasons.decided()) + ".");
        }
        ProofText both = ProofText.ofBoth(reasons.lowest(), reasons.highest());
        if (both != null) {
            sentences.add(both.text("Exactly " + number(total.lowest()), " is "));
        } else {
            sentences.add(limit(reasons.lowest(), false, total.lowest()));
            sentences.add(limit(reasons.highest(), true, total.highest()));
        }
        if (total.lowest() != total.highest()) {
            sentences.add(best(reasons));
        }
        return sentences;
    }

    private static String limit(LimitReasons why, boolean upper, long limit) {
        String head = upper ? "At most " + number(limit) : "At least " + number(limit);
        if (why instanceof LimitReasons.Nothing nothing) {
            return upper ? "Nothing limits it from above" + repaired(nothing.repair()) + "."
                    : "At least 0: a count cannot be below zero.";
        }
        if (why instanceof LimitReasons.Proven proven) {
            return new ProofText(proven.steps()).text(head + repaired(proven.repair()), upper ? " is at most " : " is at least ");
        }
        return head + because(why) + ".";
    }

    /** Of a limit that no chain of steps leads to. */
    private static String because(LimitReasons why) {
        if (why instanceof LimitReasons.Tried tried) {
            return repaired(tried.repair()) + ": " + (tried.figures().isEmpty() ? "" : list(tried.figures()) + "; ")
                    + shown(tried.rules())
                    + "; together these leave no other value, found by trying values, not by one chain of sums";
        }
        if (why instanceof LimitReasons.BetweenSources between) {
            return ": figures differ, " + (between.tolerated() ? "within the tolerance of sources-agree"
                    : "and sources need not agree")
                    + ", and the truth may lie anywhere between them: " + list(between.figures());
        }
        if (why instanceof LimitReasons.IfFiguresAreWrong wrong) {
            return ": one figure of a sum is wrong, which of several cannot be told; it would be this if it were "
                    + list(wrong.figures());
        }
        if (why instanceof LimitReasons.WhatWasSaid said) {
            return ": the rules cannot hold together here, so this is only what was said: " + list(said.figures());
        }
        return repaired(((LimitReasons.Untold) why).repair())
                + ": nothing beyond is possible, but which figures do that could not be told within the limits of the search";
    }

    private static String repaired(Repair repair) {
        return repair == null ? "" : repair.readings() == 0
                ? ", as it could not be decided which figures are wrong and none of them counts"
                : ", if " + list(repair.setAside()) + (repair.setAside().size() == 1 ? " is" : " are") + " set aside (one of "
                + repair.readings() + " equally cheap repairs; no other leaves more room)";
    }

    private static String best(TotalReasons reasons) {
        TotalReasons.BestValue best = reasons.best();
        if (reasons.total().best() == null) {
            return reasons.total().highest() == Amount.NO_LIMIT ? "No best value: only a lower limit is known."
                    : "No best value: equally cheap repairs leave separate ones.";
        }
        List<Said> follows = best.follows();
        String wish = follows.isEmpty() ? "the middle of what is possible"
                : (follows.size() == 1 ? ""
                : best.ofMost() ? "what most of these say, or the middle one of them: " : "the mean, by trust, of ")
                + list(follows);
        return "Best value " + number(reasons.total().best()) + ": "
                + (best.wished() != reasons.total().best().longValue()
                ? "as near as the sums allow to " + number(best.wished()) + ", " : "")
                + (follows.isEmpty() ? wish + ", as no figure is kept" : "nearest to " + wish)
                + (best.addsUp() ? "." : "; no values that add up were found.");
    }

    static String list(List<Said> said) {
        return shown(said.stream().map(TotalReasonsText::said).toList());
    }

    private static String shown(List<String> all) {
        return all.stream().limit(FIGURES_SHOWN).collect(Collectors.joining("; "))
                + (all.size() > FIGURES_SHOWN ? "; and " + (all.size() - FIGURES_SHOWN) + " more" : "");
    }

    static String said(Said said) {
        return ExplanationText.said(said.publisher(), said.figure());
    }
}

package org.crossfoot.reconcile.outcome;

import static org.crossfoot.figure.FigureWording.number;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.outcome.ProofStep.RuleApplied;
import org.crossfoot.reconcile.outcome.ProofStep.Addend;
import org.crossfoot.reconcile.outcome.ProofStep.Bound;
import org.crossfoot.reconcile.outcome.ProofStep.FromVerdict;
import org.crossfoot.reconcile.outcome.ProofStep.Printed;

/** The steps of a proof as numbered sentences. */
record ProofText(List<ProofStep> steps) {

    private static final int FIRST_SHOWN = 10;
    private static final int LAST_SHOWN = 4;
    private static final int NUMBERS_SHOWN = 8;

    /** Where both limits are the same number for the same reasons, these reasons told once; otherwise null. */
    static ProofText ofBoth(LimitReasons lowest, LimitReasons highest) {
        if (lowest instanceof LimitReasons.Proven one && highest instanceof LimitReasons.Proven other && one.repair() == null
                && other.repair() == null && one.steps().size() == other.steps().size()) {
            for (int i = 0; i < one.steps().size(); i++) {
                if (!isSame(one.steps().get(i), other.steps().get(i))) {
                    return null;
                }
            }
            return new ProofText(one.steps());
        }
        return null;
    }

    private static boolean isSame(ProofStep one, ProofStep other) {
        boolean same = one instanceof Printed here && other instanceof Printed there ? here.said().equals(there.said())
                : one instanceof RuleApplied mine && other instanceof RuleApplied its && mine.words().equals(its.words())
                && mine.constant() == its.constant() && mine.addends().equals(its.addends());
        return same && one.bound().cell().equals(other.bound().cell()) && one.bound().limit() == other.bound().limit();
    }

    /**
     * @param is what is shown of the total asked for: {@code " is at least "}; {@code " is "} where both limits are shown at once
     */
    String text(String head, String is) {
        boolean both = is.equals(" is ");
        ProofStep last = steps.get(steps.size() - 1);
        if (last instanceof Printed printed && steps.size() == 1) {
            return head + ": " + printed(printed) + ".";
        }
        List<String> sentences = new ArrayList<>(List.of(head + ", because:"));
        int more = steps.size() - FIRST_SHOWN - LAST_SHOWN;
        for (int i = 0; i < steps.size(); i++) {
            if (more <= 0 || i < FIRST_SHOWN || i >= FIRST_SHOWN + more) {
                sentences.add((i + 1) + ". " + sentence(steps.get(i), both) + ".");
            } else if (i == FIRST_SHOWN) {
                sentences.add("And " + more + " more " + (more == 1 ? "step." : "steps."));
            }
        }
        return String.join(" ", sentences);
    }

    private static String sentence(ProofStep step, boolean both) {
        Bound bound = step.bound();
        String claim = bound.about() + (both ? " is " : bound.upper() ? " is at most " : " is at least ");
        if (step instanceof Printed printed) {
            return claim + number(bound.limit()) + ": " + printed(printed);
        }
        if (step instanceof FromVerdict judged) {
            return claim + number(bound.limit()) + ", judged by itself" + judged(judged.why());
        }
        RuleApplied added = (RuleApplied) step;
        return added.words() + ": so " + claim + arithmetic(added) + number(bound.limit());
    }

    private static String printed(Printed printed) {
        Amount allowed = printed.allowed();
        return TotalReasonsText.said(printed.said())
                + (printed.isWidened() ? ", taken for " + FigureWording.limits(allowed) + " as others may differ from it" : "");
    }

    private static String judged(LimitReasons why) {
        List<TotalReasons.Said> figures = why instanceof LimitReasons.Proven proven ? proven.steps().stream()
                .filter(Printed.class::isInstance).map(step -> ((Printed) step).said()).toList()
                : why instanceof LimitReasons.Tried tried ? tried.figures() : List.of();
        return ", whichever of its repairs is right" + (figures.isEmpty() ? "" : ": " + TotalReasonsText.list(figures));
    }

    /** {@code 956 - 613 = }; nothing where there is only one number, or so many that they would not be read. */
    private static String arithmetic(RuleApplied added) {
        List<Addend> inOrder = new ArrayList<>(added.addends().stream().filter(addend -> addend.factor() > 0).toList());
        if (added.constant() > 0) {
            inOrder.add(new Addend(1, added.constant(), 0));
        }
        added.addends().stream().filter(addend -> addend.factor() < 0).forEach(inOrder::add);
        if (added.constant() < 0) {
            inOrder.add(new Addend(-1, -added.constant(), 0));
        }
        boolean plain = added.divisor() == 1 && inOrder.stream().allMatch(addend -> addend.factor() == 1);
        if (inOrder.isEmpty() || inOrder.size() > NUMBERS_SHOWN || plain && inOrder.size() == 1) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Addend addend : inOrder) {
            text.append(text.isEmpty() ? addend.factor() < 0 ? "-" : "" : addend.factor() < 0 ? " - " : " + ");
            text.append(Math.abs(addend.factor()) == 1 ? "" : Math.abs(addend.factor()) + " x ").append(number(addend.limit()));
        }
        return added.divisor() == 1 ? text + " = " : "(" + text + ") / " + added.divisor() + ", rounded, = ";
    }
}

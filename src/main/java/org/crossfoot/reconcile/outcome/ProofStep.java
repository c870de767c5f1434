package org.crossfoot.reconcile.outcome;

import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.outcome.TotalReasons.Said;

/** One step of a proof: a limit of a cell, and what it follows from. */
public sealed interface ProofStep {

    Bound bound();

    /**
     * What is shown.
     *
     * @param about the cell in words, without what it shares with the total asked for
     * @param upper whether the cell is at most the limit; otherwise at least
     */
    record Bound(Cell cell, String about, boolean upper, long limit) {
    }

    /**
     * A figure says so.
     *
     * @param allowed what it is taken for: its amount, or more where others may differ from it
     */
    record Printed(Bound bound, Said said, Amount allowed) implements ProofStep {

        boolean isWidened() {
            return allowed.lowest() != said.figure().amount().lowest() || allowed.highest() != said.figure().amount().highest();
        }
    }

    /**
     * A rule says so: the limit is the constant and the addends, divided, and rounded to the safe side.
     *
     * @param rule    id
     * @param words   what the rule asks
     * @param addends limits of earlier steps; those that are 0 are left out
     * @param divisor 1 or more
     */
    record RuleApplied(Bound bound, String rule, String words, long constant, List<Addend> addends, long divisor)
            implements ProofStep {
    }

    /**
     * Part of a sum.
     *
     * @param step number of the step that gave the limit, from 1
     */
    record Addend(long factor, long limit, int step) {
    }

    /**
     * An area and period of a large date that was judged by itself, as it can be mended in several ways.
     *
     * @param why the reasons there
     */
    record FromVerdict(Bound bound, LimitReasons why) implements ProofStep {
    }
}

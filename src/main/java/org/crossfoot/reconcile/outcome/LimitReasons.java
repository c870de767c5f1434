package org.crossfoot.reconcile.outcome;

import java.util.List;
import org.crossfoot.reconcile.outcome.TotalReasons.Said;

/** Why a total cannot be lower than its lowest value, or higher than its highest. */
public sealed interface LimitReasons {

    /**
     * Of several repairs that are equally cheap, the one that leaves the cell most room.
     *
     * @param setAside  figures; none where it could not be decided which are wrong, so that none of them counts
     * @param readings  how many such repairs were looked at; 0 where it could not be decided
     */
    record Repair(List<Said> setAside, int readings) {
    }

    /**
     * No limit: nothing but that a count is never below zero, or that nothing ends it above.
     *
     * @param repair null where it makes no difference
     */
    record Nothing(Repair repair) implements LimitReasons {
    }

    /**
     * A chain of sums.
     *
     * @param steps  each follows from earlier ones; the last is the limit
     * @param repair null where it makes no difference
     */
    record Proven(List<ProofStep> steps, Repair repair) implements LimitReasons {
    }

    /**
     * Figures and rules that leave no other value together, which only trying values shows.
     *
     * @param rules  in words
     * @param repair null where it makes no difference
     */
    record Tried(List<Said> figures, List<String> rules, Repair repair) implements LimitReasons {
    }

    /** The search found no value beyond, but which figures do it could not be told within its limits. */
    record Untold(Repair repair) implements LimitReasons {
    }

    /** The rules cannot hold: what was said, from the lowest to the highest. */
    record WhatWasSaid(List<Said> figures) implements LimitReasons {
    }

    /**
     * Figures that differ and may: the truth may lie anywhere between them.
     *
     * @param tolerated whether within the tolerance of {@code sources-agree}; otherwise sources need not agree at all
     */
    record BetweenSources(List<Said> figures, boolean tolerated) implements LimitReasons {
    }

    /** One of several figures on a sum is wrong: what the cell would hold if it were this one. */
    record IfFiguresAreWrong(List<Said> figures) implements LimitReasons {
    }
}

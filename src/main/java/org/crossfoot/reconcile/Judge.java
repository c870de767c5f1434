package org.crossfoot.reconcile;

import java.util.List;
import java.util.Set;

/** Decides which claims are most likely wrong. */
interface Judge {

    /**
     * @param setAside  every claim that is set aside
     * @param byFinding in the order of the findings
     */
    record Judgement(Set<Claim> setAside, List<Ruling> byFinding) {
    }

    /**
     * What is said of one finding.
     *
     * @param blamed claims of the finding that are set aside
     * @param reason a sentence, or empty
     * @param tied   claims any of which may be wrong, where it cannot be told which
     */
    record Ruling(Verdict verdict, List<Claim> blamed, String reason, List<Claim> tied) {
    }

    Judgement judge(List<Finding> findings);
}

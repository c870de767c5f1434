package org.crossfoot.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crossfoot.reconcile.Discrepancy;
import org.crossfoot.reconcile.Explanation;
import org.crossfoot.reconcile.Outcome;

/** {@code explanations.json}: by id, what {@code discrepancies.csv} says in its explanations, as data. */
final class ExplanationsFile {

    private ExplanationsFile() {
    }

    static byte[] of(Outcome outcome) {
        Map<String, Explanation> explanations = new LinkedHashMap<>();
        for (Discrepancy found : outcome.discrepancies()) {
            explanations.put(found.id(), found.explained());
        }
        return JsonText.bytes(explanations);
    }
}

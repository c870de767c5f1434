package org.crossfoot.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Outcome;
import tools.jackson.databind.JsonNode;

/** {@code explanations.json}: by id, what {@code discrepancies.csv} says in its explanations, as data. */
public final class ExplanationsFile {

    private ExplanationsFile() {
    }

    static byte[] of(Outcome outcome) {
        Map<String, Explanation> explanations = new LinkedHashMap<>();
        for (Discrepancy found : outcome.discrepancies()) {
            explanations.put(found.id(), found.explained());
        }
        return of(explanations);
    }

    static byte[] of(Map<String, Explanation> explanations) {
        return JsonText.bytes(explanations);
    }

    /** What such a file says, by id; nothing where it is empty. */
    public static Map<String, Explanation> all(byte[] file) {
        return file.length == 0 ? Map.of() : JsonText.readAll(file, Explanation.class);
    }

    /** What such a file says of one discrepancy; empty where it says nothing, or is itself empty. */
    public static Optional<Explanation> find(byte[] file, String id) {
        return file.length == 0 ? Optional.empty()
                : Optional.of(JsonText.read(file).path(id)).filter(JsonNode::isObject).map(one -> JsonText.read(one, Explanation.class));
    }
}

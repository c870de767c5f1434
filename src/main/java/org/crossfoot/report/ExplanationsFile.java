package org.crossfoot.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Outcome;
import tools.jackson.databind.JsonNode;

/** {@code explanations.json}: by id, what {@code discrepancies.csv} says in its explanations, as data. */
public final class ExplanationsFile {

    private ExplanationsFile() {
    }

    static ResultFile of(Outcome outcome) {
        Map<String, Explanation> explanations = new LinkedHashMap<>();
        outcome.discrepancies().forEach(found -> explanations.put(found.id(), found.explained()));
        return of(explanations);
    }

    static ResultFile of(Map<String, Explanation> explanations) {
        return ResultFile.json(RevisionRecord.EXPLANATIONS, explanations);
    }

    /** What a revision's file says of one discrepancy; empty where it says nothing, or there is no such file. */
    public static Optional<Explanation> find(RevisionRecord revision, String id) {
        return Optional.ofNullable(revision.files().get(RevisionRecord.EXPLANATIONS)).map(file -> JsonText.read(file).path(id))
                .filter(JsonNode::isObject).map(one -> JsonText.read(one, Explanation.class));
    }
}

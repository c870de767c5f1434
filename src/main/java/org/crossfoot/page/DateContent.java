package org.crossfoot.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.report.ExplanationsFile;

/**
 * What a revision says of a date, as its page reads it: just found out, or taken from the files that are published. Both are the
 * same, text for text.
 */
public interface DateContent {

    /** From the first one on. */
    FigureRows figures();

    List<TotalRow> totals();

    /** By id of the discrepancy. */
    Map<String, Explanation> explanations();

    static DateContent of(Outcome outcome) {
        return new DateContent() {
            @Override
            public FigureRows figures() {
                return new FigureRows.Made(outcome.figures());
            }

            @Override
            public List<TotalRow> totals() {
                return TotalRow.all(outcome);
            }

            @Override
            public Map<String, Explanation> explanations() {
                Map<String, Explanation> explanations = new LinkedHashMap<>();
                outcome.discrepancies().forEach(found -> explanations.put(found.id(), found.explained()));
                return explanations;
            }
        };
    }

    static DateContent of(RevisionRecord.Files files) {
        return new DateContent() {
            @Override
            public FigureRows figures() {
                return new FigureRows.Kept(files.figures());
            }

            @Override
            public List<TotalRow> totals() {
                return TotalRow.all(files.totals());
            }

            @Override
            public Map<String, Explanation> explanations() {
                return ExplanationsFile.all(files.explanations());
            }
        };
    }
}

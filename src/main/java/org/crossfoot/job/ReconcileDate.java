package org.crossfoot.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.crossfoot.job.AssembleEvidence.Assembled;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.PackedRevision;
import org.crossfoot.reconcile.Reconciliation;
import org.crossfoot.report.Input;
import org.crossfoot.report.RevisionMaker;
import org.crossfoot.report.RevisionMaker.Draft;
import org.crossfoot.settings.Settings;

/**
 * Step 3, per date: from everything known of it to a revision that is ready to be stored, and to its folder's draft, while all it is
 * made of is at hand. May be called by several threads.
 */
final class ReconcileDate {

    /**
     * What came of a date.
     *
     * @param number of the revision that stands from now on
     * @param made   null where the result is that of the revision before
     */
    record Result(LocalDate date, LocalDate contextFrom, int number, PackedRevision made) {
    }

    private final RunContext context;
    private final RevisionMaker maker;
    private final DateDrafts drafts;
    private final Reconciliation reconciliation;
    private AssembleEvidence evidence;

    ReconcileDate(RunContext context, RevisionMaker maker, DateDrafts drafts) {
        this.context = context;
        this.maker = maker;
        this.drafts = drafts;
        Settings settings = context.snapshot().settings();
        this.reconciliation = new Reconciliation(settings.vocabulary(), settings.rules());
    }

    Result process(LocalDate date) throws IOException {
        Assembled assembled = evidence().of(date);
        Draft draft = maker.draft(reconciliation.of(assembled.evidence()), waivedBefore(date));
        // Only now: while it was reconciled, neighbouring dates may have been looked at.
        List<Input> inputs = List.copyOf(assembled.inputs());
        NextRevision next = NextRevision.of(date, draft, inputs, maker, context.ledger());
        if (next.made() == null) {
            drafts.drop(date);
            return new Result(date, assembled.contextFrom(), next.number(), null);
        }
        drafts.make(next.made(), draft.outcome(), inputs);
        return new Result(date, assembled.contextFrom(), next.number(), PackedRevision.of(next.made()));
    }

    private List<DiscrepancyRecord> waivedBefore(LocalDate date) {
        return context.snapshot().settings().waivers().isEmpty() ? List.of() : context.ledger().revisions().waived(date, Integer.MAX_VALUE);
    }

    /** Made when the first date comes, since the reports of this run are in by then. */
    private synchronized AssembleEvidence evidence() {
        if (evidence == null) {
            evidence = new AssembleEvidence(context.ledger().reports(), context.snapshot().settings());
        }
        return evidence;
    }
}

package org.crossfoot.job;

import java.util.List;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.report.RevisionMaker;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Step 3, per chunk: makes a new revision of each date whose result changed, and takes it off the list of waiting dates. */
final class StoreRevisions implements ItemWriter<ReconcileDate.Result> {

    private final RunContext context;
    private final Ledger ledger;
    private final RevisionMaker maker;

    StoreRevisions(RunContext context, RevisionMaker maker) {
        this.context = context;
        this.ledger = context.ledger();
        this.maker = maker;
    }

    @Override
    public void write(Chunk<? extends ReconcileDate.Result> results) {
        for (ReconcileDate.Result result : results) {
            int newest = ledger.dates().state(result.date()).map(state -> state.revision()).orElse(0);
            boolean same = ledger.revisions().result(result.date(), newest).map(result.draft().result()::equals).orElse(false);
            if (!same) {
                List<DiscrepancyRecord> before = newest == 0 ? List.of() : ledger.revisions().discrepancies(result.date(), newest);
                ledger.revisions().store(maker.revision(result.draft(), newest + 1, before,
                        ledger.revisions().firstSeen(result.date(), newest + 1), result.inputs(), ledger.reports().lastChange()));
            }
            ledger.dates().reconciled(result.date(), result.contextFrom(), same ? newest : newest + 1);
            context.progress().step();
        }
    }
}

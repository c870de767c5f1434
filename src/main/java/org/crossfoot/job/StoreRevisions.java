package org.crossfoot.job;

import org.crossfoot.ledger.Ledger;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Step 3, per chunk: stores the revisions that were made, and takes their dates off the list of waiting ones. */
final class StoreRevisions implements ItemWriter<ReconcileDate.Result> {

    private final RunContext context;
    private final Ledger ledger;

    StoreRevisions(RunContext context) {
        this.context = context;
        this.ledger = context.ledger();
    }

    @Override
    public void write(Chunk<? extends ReconcileDate.Result> results) {
        for (ReconcileDate.Result result : results) {
            if (result.made() != null) {
                ledger.revisions().store(result.made());
            }
            ledger.dates().reconciled(result.date(), result.contextFrom(), result.number());
            context.progress().step();
        }
    }
}

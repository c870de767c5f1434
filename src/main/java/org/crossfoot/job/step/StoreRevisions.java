package org.crossfoot.job.step;

import org.crossfoot.ledger.Ledger;
import org.crossfoot.reconcile.outcome.Stage;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Step 3, per chunk: stores the revisions that were made, and takes their dates off the list of waiting ones. A date that the
 * ledger does not take is left out whole, and costs nobody else. One of which a later date was meanwhile found to tell otherwise
 * goes on waiting: a night makes one revision of a date.
 */
public final class StoreRevisions implements ItemWriter<DateResult> {

    private final RunContext context;
    private final Ledger ledger;
    private final DateDrafts drafts;
    private final TransactionTemplate apart;

    public StoreRevisions(RunContext context, DateDrafts drafts, PlatformTransactionManager transactions) {
        this.context = context;
        this.ledger = context.ledger();
        this.drafts = drafts;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public void write(Chunk<? extends DateResult> results) {
        for (DateResult result : results) {
            DateResult stored = result instanceof ReconcileDate.Reconciled made ? stored(made) : result;
            if (stored instanceof FailedDate failed) {
                drafts.forget(failed.date());
                failed.note(context);
            }
            context.progress().step();
        }
    }

    private DateResult stored(ReconcileDate.Reconciled result) {
        try {
            apart.executeWithoutResult(status -> store(result));
            FailedDate.forget(context, result.date());
            return result;
        } catch (RuntimeException | Error e) {
            if (FailedDate.isOfAll(e)) {
                throw e;
            }
            return FailedDate.of(context, result.date(), e);
        }
    }

    private void store(ReconcileDate.Reconciled result) {
        context.stages().begin(result.date(), Stage.STORING);
        ledger.ties().store(result.date(), result.ties());
        if (!ledger.ties().on(result.date()).equals(result.tied())) {
            drafts.forget(result.date());
            return;
        }
        if (result.made() != null) {
            ledger.revisions().store(result.made(), result.tied());
        }
        ledger.dates().reconciled(result.state());
    }
}

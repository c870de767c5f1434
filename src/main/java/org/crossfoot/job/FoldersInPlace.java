package org.crossfoot.job;

import java.io.IOException;
import org.crossfoot.ledger.Revisions;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.report.PublishedFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has published folders that somebody took away, or a rerun asks for, published again from the ledger. */
final class FoldersInPlace {

    private static final Logger LOG = LoggerFactory.getLogger(FoldersInPlace.class);

    private final RunContext context;
    private final PublishedFolder folder;

    FoldersInPlace(RunContext context) {
        this.context = context;
        this.folder = new PublishedFolder(context.workspace().output());
    }

    /** Whether all is in place; looks at each date's link alone, never into the folders. */
    boolean check() throws IOException {
        Revisions revisions = context.ledger().revisions();
        boolean all = revisions.standing().isEmpty() || folder.has("summary.csv");
        for (Unpublished standing : revisions.standing()) {
            boolean asked = context.isRerun() && standing.date().equals(context.run().businessDate());
            if (!asked && folder.stands(standing.date(), standing.number())) {
                continue;
            }
            if (!asked) {
                LOG.warn("{}/ is missing or not the current revision: it is published again", standing.date());
            }
            revisions.publishAgain(standing.date(), standing.number());
            all = false;
        }
        return all;
    }
}

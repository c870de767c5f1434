package org.crossfoot.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        List<Unpublished> standing = revisions.standing();
        List<LocalDate> gone = new ArrayList<>();
        boolean all = standing.isEmpty() || folder.has("summary.csv") && folder.has("index.html");
        for (Unpublished each : standing) {
            boolean stands = folder.stands(each.date(), each.number());
            if (!stands) {
                gone.add(each.date());
            }
            if (!stands || context.isRerun() && each.date().equals(context.run().businessDate())) {
                revisions.publishAgain(each.date(), each.number());
                all = false;
            }
        }
        if (!gone.isEmpty()) {
            LOG.warn("missing, or not the current revision, and to be published again: {}{}", gone.get(0),
                    gone.size() == 1 ? "" : " and " + (gone.size() - 1) + " more");
        }
        return all;
    }
}

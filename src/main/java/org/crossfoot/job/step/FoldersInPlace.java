package org.crossfoot.job.step;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.ledger.Revisions;
import org.crossfoot.page.OverviewPages;
import org.crossfoot.report.FolderContent;
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

    /**
     * Whether all is in place; looks at each date's link alone, never into the folders, and whether all that the pages need is
     * there.
     */
    boolean check() throws IOException {
        Revisions revisions = context.ledger().revisions();
        List<Unpublished> standing = revisions.standing();
        List<LocalDate> gone = new ArrayList<>();
        boolean all = standing.isEmpty() || overviewStands();
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

    private boolean overviewStands() throws IOException {
        Optional<String> published = context.ledger().dates().overview();
        Optional<String> lost = published.isEmpty() ? Optional.empty()
                : folder.lost(FolderContent.listed(published.get()), OverviewPages.PAGE);
        lost.ifPresent(file -> LOG.warn("published again, since missing or changed: {}", file));
        return published.isPresent() && lost.isEmpty();
    }
}

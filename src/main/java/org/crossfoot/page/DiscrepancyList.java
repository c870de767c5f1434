package org.crossfoot.page;

import java.util.List;
import java.util.Set;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.page.DatePage.Listed;

/** The lists that a date's page has, in their order. */
enum DiscrepancyList {
    NEW("new", "New and changed", "What was not there, or not like this, in the result before.", "Nothing new.",
            Set.of("new", "changed", "reopened")),
    KNOWN("known", "Known before", "What stood in the result before, and what has been resolved since.", "Nothing was known before.",
            Set.of("persisting", "resolved")),
    WAIVED("waived", "Accepted for now",
            "Somebody decided to live with these until a day. They stay in sight, and no longer count as open.", "Nothing is accepted.",
            Set.of("waived"));

    private final String id;
    private final String title;
    private final String lead;
    private final String none;
    private final Set<String> statuses;

    DiscrepancyList(String id, String title, String lead, String none, Set<String> statuses) {
        this.id = id;
        this.title = title;
        this.lead = lead;
        this.none = none;
        this.statuses = statuses;
    }

    String id() {
        return id;
    }

    boolean holds(DiscrepancyRecord row) {
        return statuses.contains(row.status());
    }

    Listed of(List<Item> shown, int all) {
        return new Listed(id, title, lead, none, shown, all);
    }
}

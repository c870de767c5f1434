package org.crossfoot.page;

import java.util.List;
import java.util.SortedSet;

/**
 * The page of one date, as its template reads it.
 *
 * @param title         the day in words
 * @param verdict       the first sentence: how many discrepancies are open
 * @param lists         new ones, those that stood before, accepted ones
 * @param rules         that have a discrepancy, for the filter
 * @param detailsAside  whether some discrepancies stand in files of their own
 * @param totals        the first ones
 * @param totalsInAll   how many there are
 * @param rejects       the first ones
 * @param rejectsInAll  how many there are
 */
record DatePage(String date, String title, int revision, String verdict, Coverage coverage, List<Listed> lists, SortedSet<RuleChoice> rules,
        boolean detailsAside, List<TotalLine> totals, int totalsInAll, List<PublishedRows.RejectRow> rejects, int rejectsInAll) {

    /**
     * A list of discrepancies.
     *
     * @param shown the first ones
     * @param all   how many there are
     */
    record Listed(String id, String title, String lead, String none, List<Item> shown, int all) {
    }

    /** A rule to choose in the filter. */
    record RuleChoice(String word, String key) implements Comparable<RuleChoice> {

        @Override
        public int compareTo(RuleChoice other) {
            return word.equals(other.word) ? key.compareTo(other.key) : word.compareTo(other.word);
        }
    }

    /** One total, in words. */
    record TotalLine(String measure, String area, String period, String best, String limits, Term basis, String sources) {
    }

    /** Where an asset stands, seen from this page. */
    String asset(String name) {
        return "../" + Assets.path(name);
    }

    Listed list(String id) {
        return lists.stream().filter(list -> list.id().equals(id)).findFirst().orElseThrow();
    }
}

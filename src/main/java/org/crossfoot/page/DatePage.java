package org.crossfoot.page;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.SortedSet;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.page.TotalLines.TotalLine;
import org.crossfoot.report.RejectLines;

/**
 * The page of one date, as its template reads it.
 *
 * @param title         the day in words
 * @param data          names of the files beside it
 * @param verdict       the first sentence: how many discrepancies are open
 * @param lists         new ones, those that stood before, accepted ones
 * @param rules         that have a discrepancy, for the filter
 * @param totals        the first ones; the rest stand in a file of their own
 * @param totalsInAll   how many there are
 * @param rejects       the first ones; more of them stand in a file of their own
 * @param rejectsInAll  how many there are
 * @param forTools      names of the files for spreadsheets and other tools that stand beside it
 */
record DatePage(String date, String title, DataFiles data, String verdict, Coverage coverage, List<ItemList> lists,
        SortedSet<RuleChoice> rules, List<TotalLine> totals, int totalsInAll, List<RejectRow> rejects, int rejectsInAll,
        List<String> forTools) {

    static final int REJECTS_KEPT = 10_000;
    static final int ROWS_SHOWN = 50;

    /**
     * A list of discrepancies.
     *
     * @param shown the first ones
     * @param all   how many there are
     */
    record ItemList(String id, String title, String lead, String none, List<Item> shown, int all) {
    }

    /** A rule to choose in the filter. */
    record RuleChoice(String word, String key) implements Comparable<RuleChoice> {

        @Override
        public int compareTo(RuleChoice other) {
            return word.equals(other.word) ? key.compareTo(other.key) : word.compareTo(other.word);
        }
    }

    /** A row of {@code rejects.csv}. */
    record RejectRow(String file, String line, String column, String reason, String detail, String text) {

        /**
         * Adds rows to a list as long as it is not full.
         *
         * @param csv lines without a header
         * @return how many rows there are
         */
        static int addAll(byte[] csv, List<RejectRow> list, int full) {
            int count = 0;
            for (NamedCsvRecord row : RejectLines.read(csv)) {
                if (list.size() < full) {
                    list.add(new RejectRow(row.getField("file"), row.getField("line"), row.getField("column"),
                            row.getField("reason"), row.getField("detail"), row.getField("text")));
                }
                count++;
            }
            return count;
        }

        String place() {
            return line.isEmpty() ? file : file + ":" + line;
        }

        String[] cells() {
            return new String[] {place(), column, Words.spelled(reason) + "\n" + detail, text};
        }
    }

    /** Where an asset stands, seen from this page. */
    String asset(String name) {
        return "../" + Assets.path(name);
    }

    /** Whether the date has files with a row a figure for other tools: a large one has none where nobody asks for them. */
    boolean hasWorkbook() {
        return forTools.contains(RevisionRecord.WORKBOOK);
    }

    /** Rejected rows in the page and in its file. */
    int rejectsAtHand() {
        return Math.min(rejectsInAll, REJECTS_KEPT);
    }

    /** The rows of a table that stand in the page. */
    static <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(rows.size(), ROWS_SHOWN));
    }

    /** Whether a table has rows that stand in a file of their own. */
    static boolean isAside(int rows) {
        return rows > ROWS_SHOWN;
    }

    ItemList list(String id) {
        return lists.stream().filter(list -> list.id().equals(id)).findFirst().orElseThrow();
    }
}

package org.crossfoot.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.report.JsonText;

/**
 * The files beside a date's page that it takes more from when somebody asks for it: classic scripts that hand data over, the one
 * kind of file that a page opened from a disk may read. A page may stay open while another revision is published in its place, so
 * their names have the revision's number, and each says whose it is.
 *
 * @param revision number
 * @param content  what tells it from another revision of that number, of a ledger that was made anew
 */
record DataFiles(int revision, String content) {

    private static final int DIGITS = 10;

    static DataFiles of(RevisionRecord revision) {
        String content = Archive.sha256(revision.files().get(RevisionRecord.DATA_PACKAGE));
        return new DataFiles(revision.number(), content.substring(0, DIGITS));
    }

    /** Where one stands in the date's folder. */
    String path(String name) {
        return "report-data/" + revision + "-" + name + ".js";
    }

    /** One with this data. */
    byte[] script(String name, Object data) {
        return script(name, data, "");
    }

    /**
     * One with all rows of a table, for {@code tables.js}: each column's different texts once, and rows that name them by number.
     * A cell's first line is the cell, further ones stand small below it; cells beyond the table's columns are what one of them
     * is
     * ordered by.
     *
     * @param rows one at least, each with as many cells as all others
     */
    byte[] table(String name, List<String[]> rows) {
        List<Map<String, Integer>> columns = new ArrayList<>();
        for (int i = 0; i < rows.get(0).length; i++) {
            columns.add(new LinkedHashMap<>());
        }
        StringBuilder numbers = new StringBuilder();
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                Map<String, Integer> column = columns.get(i);
                Integer known = column.putIfAbsent(row[i], column.size());
                numbers.append(i > 0 ? "," : numbers.isEmpty() ? "" : ";")
                        .append(known == null ? column.size() - 1 : known.intValue());
            }
        }
        return script(name, columns.stream().map(Map::keySet).toList(), ", \"" + numbers + '"');
    }

    private byte[] script(String name, Object data, String more) {
        return ("crossfootData(\"" + content + "\", \"" + name + "\", "
                + new String(JsonText.within(data), StandardCharsets.UTF_8) + more + ");\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

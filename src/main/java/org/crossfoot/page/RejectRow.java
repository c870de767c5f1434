package org.crossfoot.page;

import java.util.List;
import org.crossfoot.report.CsvRows;

/** A row of {@code rejects.csv}. */
record RejectRow(String file, String line, String column, String reason, String detail, String text) {

    /**
     * Adds rows to a list as long as it is not full.
     *
     * @param csv lines without a header
     * @return how many rows there are
     */
    static int addAll(byte[] csv, List<RejectRow> list, int full) {
        CsvRows rows = new CsvRows(csv);
        int count = 0;
        for (; rows.next(); count++) {
            if (list.size() < full) {
                list.add(new RejectRow(rows.cell(1), rows.cell(2), rows.cell(3), rows.cell(4), rows.cell(5), rows.cell(6)));
            }
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

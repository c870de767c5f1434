package org.crossfoot.report;

import java.util.List;
import org.crossfoot.intake.row.Reject;

/** Lines of {@code rejects.csv}; each report's are kept, and put together under one header. */
public final class RejectLines {

    private final CsvTable table = new CsvTable();
    private long count;

    public void add(Reject reject) {
        table.row(reject.source(), reject.file(), reject.line() == 0 ? null : reject.line(), reject.column(), reject.reason(),
                reject.detail(), reject.text());
        count++;
    }

    public long count() {
        return count;
    }

    public byte[] bytes() {
        return table.bytes();
    }

    public static byte[] header() {
        return new CsvTable(List.of("source", "file", "line", "column", "reason", "detail", "text")).bytes();
    }
}

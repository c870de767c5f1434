package org.crossfoot.intake;

import java.util.HashSet;
import java.util.Set;

/** Writes the rejects of one report; says the same of one row only once, and nothing of any cell where rows are single events. */
final class Rejects {

    private static final int LONGEST_TEXT = 500;

    private final String source;
    private final String file;
    private final boolean hidesText;
    private final ReportSink sink;
    private final Set<Reject> ofRow = new HashSet<>();

    Rejects(String source, String file, boolean hidesText, ReportSink sink) {
        this.source = source;
        this.file = file;
        this.hidesText = hidesText;
        this.sink = sink;
    }

    boolean hidesText() {
        return hidesText;
    }

    /** Refuses a whole row; the detail must not quote a cell. */
    void row(Row row, Refusal refusal) {
        hand(new Reject(source, file, row.line(), "", refusal.reason().id(), refusal.detail(), ""));
    }

    /** Refuses what a row prints in one place. */
    void cell(Row row, String column, Refusal refusal, String text) {
        String detail = hidesText ? refusal.reason().inGeneral() : CellText.shortened(refusal.detail(), LONGEST_TEXT);
        hand(new Reject(source, file, row.line(), column, refusal.reason().id(), detail,
                hidesText ? "" : CellText.shortened(text, LONGEST_TEXT)));
    }

    private void hand(Reject reject) {
        if (ofRow.add(reject)) {
            sink.accept(reject);
        }
    }

    /** Tells that a row has ended; returns whether it was refused anything. */
    boolean rowEnds() {
        if (ofRow.isEmpty()) {
            return false;
        }
        ofRow.clear();
        return true;
    }

    /** Refuses the whole report; the detail must not quote a cell where text is hidden. */
    UnreadableReport unreadable(long line, RejectReason reason, String detail) {
        return new UnreadableReport(new Reject(source, file, line, "", reason.id(), detail, ""));
    }
}

package org.crossfoot.intake.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.figure.Keyword;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;

/**
 * Writes the rejects of one report; says the same of one row only once, and nothing of any cell where rows are single events, nor
 * of one in a column that looks like a person's. The first rejects are held until that is known.
 */
public final class Rejects {

    private static final int LONGEST_TEXT = 500;
    /** A regular expression of the settings may be quoted in it, and the ledger keeps no more. */
    private static final int LONGEST_OF_REPORT = 2_000;
    private static final int MOST_HELD = 10_000;
    private static final String NOT_SHOWN = "(not shown)";

    private final String source;
    private final String file;
    private final boolean hidesText;
    private final ReportSink sink;
    private final Set<Reject> ofRow = new HashSet<>();
    private final List<Reject> held = new ArrayList<>();
    private PersonalColumns lookedAt;
    private Set<String> personal = Set.of();

    public Rejects(String source, String file, boolean hidesText, ReportSink sink) {
        this.source = source;
        this.file = file;
        this.hidesText = hidesText;
        this.sink = sink;
    }

    boolean hidesText() {
        return hidesText;
    }

    /** @param columns null where nothing has to be looked at */
    public void holdUntilLookedAt(PersonalColumns columns) {
        lookedAt = columns;
    }

    /** Looks at a row that was read; once enough rows were seen, it is told which columns look like a person's. */
    public void lookAt(Row row) {
        if (lookedAt != null && (!lookedAt.add(row) || held.size() > MOST_HELD)) {
            release();
        }
    }

    /** Hands on what is held. */
    public void release() {
        if (lookedAt != null) {
            List<PersonalColumn> found = lookedAt.found();
            personal = found.stream().map(PersonalColumn::column).collect(Collectors.toSet());
            lookedAt = null;
            found.forEach(sink::accept);
            held.forEach(this::handOn);
            held.clear();
        }
    }

    /** Refuses a whole row; the detail must not quote a cell. */
    public void row(Row row, Refusal refusal) {
        hand(new Reject(source, file, row.line(), "", refusal.reason().id(), refusal.detail(), ""));
    }

    /** Refuses what the whole report says, and no row alone; the detail must not quote a cell. */
    public void report(long line, Refusal refusal) {
        sink.accept(new Reject(source, file, line, "", refusal.reason().id(), refusal.detail(), ""));
    }

    /** Refuses what a row prints in one place. */
    public void cell(Row row, String column, Refusal refusal, String text) {
        String detail = hidesText ? refusal.reason().inGeneral() : CellText.shortened(refusal.detail(), LONGEST_TEXT);
        hand(new Reject(source, file, row.line(), column, refusal.reason().id(), detail,
                hidesText ? "" : CellText.shortened(text, LONGEST_TEXT)));
    }

    private void hand(Reject reject) {
        if (ofRow.add(reject)) {
            if (lookedAt == null) {
                handOn(reject);
            } else {
                held.add(reject);
            }
        }
    }

    private void handOn(Reject reject) {
        sink.accept(!personal.contains(reject.column()) ? reject
                : new Reject(source, file, reject.line(), reject.column(), reject.reason(),
                Keyword.read(RejectReason.class, reject.reason()).inGeneral(), NOT_SHOWN));
    }

    /** Tells that a row has ended; returns whether it was refused anything. */
    public boolean rowEnds() {
        if (ofRow.isEmpty()) {
            return false;
        }
        ofRow.clear();
        return true;
    }

    /** Refuses the whole report; the detail must not quote a cell where text is hidden. */
    public UnreadableReport unreadable(long line, RejectReason reason, String detail) {
        return new UnreadableReport(new Reject(source, file, line, "", reason.id(), CellText.shortened(detail, LONGEST_OF_REPORT),
                ""));
    }
}

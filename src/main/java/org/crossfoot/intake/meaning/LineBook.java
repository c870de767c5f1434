package org.crossfoot.intake.meaning;

import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.ReportSink;
import org.crossfoot.intake.row.Row;

/** Hands figures on and keeps the account of where the lines went. */
public final class LineBook {

    private final ReportSink sink;
    private final Rejects rejects;
    private boolean gaveFigure;
    private boolean taken;
    private long header;
    private long figures;
    private long rejected;
    private long skipped;
    private long notBegun;
    private long listedAgain;

    public LineBook(ReportSink sink, Rejects rejects) {
        this.sink = sink;
        this.rejects = rejects;
    }

    void figure(Measure measure, String area, Period period, Amount amount, String asPrinted, Origin origin) {
        gaveFigure = true;
        sink.accept(measure, area, period, amount, asPrinted, origin);
    }

    /** Tells that an entry is for the row, whatever comes of it. */
    void taken() {
        taken = true;
    }

    /** Tells whether the row was counted, and will stand behind a figure in the end. */
    void counted(boolean counted) {
        gaveFigure |= counted;
    }

    void notBegun(int number) {
        notBegun += number;
    }

    /** Tells that the row lists an event that was counted before. */
    void listedAgain() {
        listedAgain++;
    }

    public void columns(List<String> used, List<String> unused) {
        sink.columns(used, unused);
    }

    public void header(long lines) {
        header += lines;
    }

    /** Tells how many lines follow the table. */
    public void below(long lines) {
        skipped += lines;
    }

    public void rowEnds(Row row) {
        boolean refused = rejects.rowEnds();
        if (gaveFigure) {
            figures += row.lines();
        } else if (refused) {
            rejected += row.lines();
        } else {
            skipped += row.lines();
            if (!taken && !row.isBlank()) {
                sink.unused(row.line());
            }
        }
        gaveFigure = false;
        taken = false;
    }

    public LineAccount account(long lines) {
        return new LineAccount(lines, header, figures, rejected, skipped, notBegun, listedAgain);
    }

    /**
     * Where a report's lines went: {@code lines = header + figures + rejected + skipped}, always. A row that gave figures and
     * rejects counts under figures.
     *
     * @param header     header line(s) and lines above them
     * @param figures    lines of rows that gave at least one figure
     * @param rejected   lines of rows that gave only rejects
     * @param skipped    lines below the table, blank lines, rows no entry applies to, rows whose amounts are all absent, periods
     *                   that had not begun, and events that were counted before
     * @param notBegun   figures skipped because their period had not begun when published
     * @param listedAgain events not counted because the report had listed them before: one for each measure, area and period
     */
    public record LineAccount(long lines, long header, long figures, long rejected, long skipped, long notBegun,
            long listedAgain) {
    }
}

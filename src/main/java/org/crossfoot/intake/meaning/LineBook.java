package org.crossfoot.intake.meaning;

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

    /** Tells that the row was counted, and will stand behind a figure in the end. */
    void counted() {
        gaveFigure = true;
    }

    void notBegun(int number) {
        notBegun += number;
    }

    /** Tells that the row lists an event that was counted before. */
    void listedAgain() {
        listedAgain++;
    }

    public void header(long lines) {
        header += lines;
    }

    public void rowEnds(Row row) {
        boolean refused = rejects.rowEnds();
        if (gaveFigure) {
            figures += row.lines();
        } else if (refused) {
            rejected += row.lines();
        } else {
            skipped += row.lines();
        }
        gaveFigure = false;
    }

    public LineAccount account(long lines) {
        return new LineAccount(lines, header, figures, rejected, skipped, notBegun, listedAgain);
    }
}

package org.crossfoot.intake.meaning;

import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.ReportSink;

/** Takes a report's figures as objects. */
public interface FigureSink extends ReportSink {

    void accept(Figure figure);

    @Override
    default void accept(Measure measure, String area, Period period, Amount amount, String asPrinted, Origin origin) {
        accept(origin.figure(new Cell(measure.id(), area, period), amount, asPrinted));
    }
}

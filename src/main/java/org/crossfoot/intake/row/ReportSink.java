package org.crossfoot.intake.row;

import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;

/** Takes what a report holds, in the order it is read. */
public interface ReportSink {

    /** Takes nothing. */
    ReportSink NONE = new ReportSink() {

        @Override
        public void accept(Measure measure, String area, Period period, Amount amount, String asPrinted, Origin origin) {
        }

        @Override
        public void accept(Reject reject) {
        }
    };

    /**
     * Takes a figure, in parts: of a long report there are millions, and nobody keeps most of them as objects.
     *
     * @param area      its id
     * @param asPrinted the amount in the publisher's own wording
     * @param origin    the same object for what one row says in one way
     */
    void accept(Measure measure, String area, Period period, Amount amount, String asPrinted, Origin origin);

    void accept(Reject reject);

    /** Takes that a column looks like a person's. */
    default void accept(PersonalColumn column) {
    }

    /** Takes that no entry is for a row. */
    default void unused(long line) {
    }

    /**
     * Takes the names of the columns, as they may be told.
     *
     * @param used those that an entry uses
     */
    default void columns(List<String> used, List<String> unused) {
    }

    /** Takes a report's figures as objects. */
    public interface FigureSink extends ReportSink {

        void accept(Figure figure);

        @Override
        default void accept(Measure measure, String area, Period period, Amount amount, String asPrinted, Origin origin) {
            accept(origin.figure(new Cell(measure.id(), area, period), amount, asPrinted));
        }
    }
}

package org.crossfoot.intake.meaning;

import java.util.List;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;

/** Reads the period of a figure by one of the ways a profile may give it. */
interface PeriodReader {

    /**
     * The period, or null where there is none and that was rejected.
     *
     * @param measure what is counted, or null where that is not known
     */
    Period read(Row row, int valueColumn, Measure measure, Rejects rejects);

    /** The places it is read from. */
    List<PlacedText> places();
}

package org.crossfoot.intake.meaning;

import org.crossfoot.intake.row.Row;

/** Reads, by one entry of a profile, what a row claims. */
public interface EntryReader {

    /** Reads one row; what it cannot take goes to the rejects. */
    void read(Row row);

    /** The column whose cell spans lines although it holds a number, a date or a name and the entry needs it; or null. */
    String brokenColumn(Row row);

    /** Tells that there was a row that could not be read, and that might have said anything. */
    default void rowLost() {
    }

    /** Tells that the report has ended. */
    default void end() {
    }
}

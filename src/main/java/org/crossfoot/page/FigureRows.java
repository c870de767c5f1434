package org.crossfoot.page;

import java.time.LocalDate;

/** Goes through a date's figures row by row; of the thousands a date has, its page looks at few cells and needs few rows whole. */
interface FigureRows {

    /**
     * A row, with its texts as {@code figures.csv} shows them.
     *
     * @param published null where the report does not say
     * @param end       null where the period has none
     * @param highest   null where there is no upper limit
     */
    record FigureRow(String source, String file, String line, LocalDate published, LocalDate start, LocalDate end, String area,
            String measure, String printed, long lowest, Long highest, String use) {
    }

    /** Goes on to the next row; false where there is none. */
    boolean next();

    String source();

    String file();

    String area();

    String measure();

    /** Of this date, not of an earlier period that a longer one needs. */
    boolean isOfTheDate();

    FigureRow whole();
}

package org.crossfoot.ledger;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All parts of the ledger. */
public record Ledger(Archive archive, Runs runs, Reports reports, Dates dates, Ties ties, Revisions revisions,
        AcrossDates acrossDates, SeatDates seatDates, SeatReadings seatReadings) {

    public static Ledger of(DataSource database, Archive archive) {
        JdbcTemplate template = new JdbcTemplate(database);
        JdbcClient client = JdbcClient.create(template);
        Dialect dialect = Dialect.of(database);
        Dates dates = new Dates(client);
        return new Ledger(archive, new Runs(client), new Reports(client), dates, new Ties(client, dates),
                new Revisions(template, dialect), new AcrossDates(client, dialect),
                new SeatDates(client), new SeatReadings(client));
    }

    /**
     * A night makes one revision of a date: what seats made of one before a later date was found to tell otherwise of it, and no
     * reader saw, is taken back, and made again.
     */
    public void takeBackWhatWaits() {
        for (SeatDates.SeatDate again : seatDates.thatWait()) {
            if (again.made()) {
                revisions.takeBack(again.date(), again.revision());
                dates.takenBack(again.date(), again.revision());
            }
            seatDates.forget(again.date());
        }
    }
}

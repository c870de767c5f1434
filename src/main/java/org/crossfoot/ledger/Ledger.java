package org.crossfoot.ledger;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All parts of the ledger. */
public record Ledger(Archive archive, Runs runs, Reports reports, Dates dates, Ties ties, Revisions revisions,
        AcrossDates acrossDates, SeatDates seatDates) {

    /** @param archive the folder of the archive */
    public static Ledger of(DataSource database, Path archive) {
        JdbcTemplate template = new JdbcTemplate(database);
        JdbcClient client = JdbcClient.create(template);
        Dialect dialect = Dialect.of(database);
        Dates dates = new Dates(client);
        return new Ledger(new Archive(archive), new Runs(client), new Reports(client), dates, new Ties(client, dates),
                new Revisions(template, dialect), new AcrossDates(client, dialect),
                new SeatDates(client));
    }
}

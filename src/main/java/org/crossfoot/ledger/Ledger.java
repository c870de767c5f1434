package org.crossfoot.ledger;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All parts of the ledger. */
public record Ledger(Archive archive, Runs runs, Reports reports, Dates dates, Revisions revisions, AcrossDates acrossDates) {

    /** @param archive the folder of the archive */
    public static Ledger of(DataSource database, Path archive) {
        JdbcTemplate template = new JdbcTemplate(database);
        JdbcClient client = JdbcClient.create(template);
        return new Ledger(new Archive(archive), new Runs(client), new Reports(client), new Dates(client), new Revisions(template),
                new AcrossDates(client));
    }
}

package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of discrepancies from revision to revision. */
public final class History {

    /** @param row null where the revision does not list the discrepancy */
    public record Chapter(int revision, LocalDate businessDate, String run, DiscrepancyRecord row) {
    }

    private final JdbcClient database;

    public History(JdbcClient database) {
        this.database = database;
    }

    /**
     * Dates on which a discrepancy stood in some revision; first those on which it still does, and of these the newest first.
     */
    public List<LocalDate> dates(String id) {
        return database.sql("""
                select d.date from discrepancy d join date_state s on s.date = d.date where d.id = ? and d.status <> ?
                group by d.date order by max(case when d.revision = s.revision then 1 else 0 end) desc, d.date desc""")
                .params(id, Status.RESOLVED.toString()).query(LocalDate.class).list();
    }

    /** Ids that begin in a certain way, sorted. */
    public List<String> idsFrom(String beginning, int most) {
        return database.sql("select distinct id from discrepancy where left(id, ?) = ? order by id fetch first ? rows only")
                .params(beginning.length(), beginning, most).query(String.class).list();
    }

    /** One chapter for every revision of a date, by number. */
    public List<Chapter> of(String id, LocalDate date) {
        return database.sql("""
                select r.number, r.business_date, r.run, d.* from revision r
                left join discrepancy d on d.date = r.date and d.revision = r.number and d.id = ?
                where r.date = ? order by r.number""").params(id, date)
                .query((row, count) -> new Chapter(row.getInt("number"), row.getObject("business_date", LocalDate.class),
                        row.getString("run"), row.getString("id") == null ? null : Revisions.DISCREPANCY.mapRow(row, count)))
                .list();
    }
}

package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What seats of a night reconciled: a row a date, written in the commit that did it, which says that no seat is to do it again,
 * and has the pages of its revision for whoever publishes it. Between nights there are none, unless one was interrupted.
 */
public final class SeatDates {

    /**
     * @param worker   who did it
     * @param revision that its pages are of; null where there is nothing to publish
     * @param made     whether that revision was made then
     * @param position in the order of the commits
     */
    public record SeatDate(LocalDate date, String worker, Integer revision, boolean made, long position) {
    }

    private static final RecordMapper<SeatDate> DONE = new RecordMapper<>(SeatDate.class);
    private static final String COLUMNS = "select date, worker, revision, made, position from seat_date ";

    private final JdbcClient database;

    SeatDates(JdbcClient database) {
        this.database = database;
    }

    /**
     * Dates that wait and that no seat did, the latest first, held until the transaction ends; those that others hold are passed
     * over. On a server alone.
     *
     * @param run whose failed dates are left out
     */
    public List<LocalDate> claim(String run, int most) {
        return database.sql("""
                select w.date from waiting_date w where not exists (select 1 from seat_date s where s.date = w.date)
                and not exists (select 1 from run_note n
                  where n.run = ? and n.kind = 'failed' and n.path = cast(w.date as varchar))
                order by w.date desc limit ? for update of w skip locked""").params(run, most).query(LocalDate.class).list();
    }

    /**
     * In the transaction that did it; one commit at a time, so that positions follow them.
     *
     * @param revision null where there is nothing to publish
     * @param pages    packed
     */
    public void done(LocalDate date, String worker, Integer revision, boolean made, byte[] pages) {
        forget(date);
        database.sql("""
                insert into seat_date (date, worker, revision, made, pages, position)
                values (?, ?, ?, ?, ?, (select coalesce(max(position), 0) + 1 from seat_date))""")
                .params(date, worker, revision, made, pages).update();
    }

    /** Those done after a position, in the order of their commits. */
    public List<SeatDate> after(long position) {
        return database.sql(COLUMNS + "where position > ? order by position").param(position).query(DONE).list();
    }

    /** Those that wait nevertheless, since a later date was then found to tell otherwise of them, or since they failed. */
    public List<SeatDate> thatWait() {
        return database.sql(COLUMNS + "where date in (select date from waiting_date) order by date").query(DONE).list();
    }

    /** Numbers of the revisions that there are pages of. */
    public SortedMap<LocalDate, Integer> laidOut() {
        SortedMap<LocalDate, Integer> revisions = new TreeMap<>();
        database.sql(COLUMNS + "where revision is not null").query(DONE).list()
                .forEach(done -> revisions.put(done.date(), done.revision()));
        return revisions;
    }

    /** The packed pages of a revision. */
    public byte[] pages(LocalDate date, int revision) {
        return database.sql("select pages from seat_date where date = ? and revision = ?").params(date, revision)
                .query((row, number) -> row.getBytes("pages")).optional().orElseThrow(() -> new IllegalStateException(
                "revision " + revision + " of " + date + " is stored, and nobody laid it out"));
    }

    public void forget(LocalDate date) {
        database.sql("delete from seat_date where date = ?").param(date).update();
    }

    /**
     * Forgets all but those whose revision is still to be published: where a later date is then found to tell otherwise of one,
     * it is taken back as in the execution that made it.
     */
    public void keepUnpublished() {
        database.sql("""
                delete from seat_date where not exists (select 1 from revision r
                where r.date = seat_date.date and r.number = seat_date.revision and not r.published)""").update();
    }

    public void clear() {
        database.sql("delete from seat_date").update();
    }
}

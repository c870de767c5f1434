package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which dates are known, and which of them wait to be reconciled. */
public final class Dates {

    /**
     * @param contextFrom the first day its longer periods reach back to, or null
     * @param revision    the newest revision
     */
    public record DateState(LocalDate date, LocalDate contextFrom, int revision) {
    }

    private final JdbcClient database;

    public Dates(JdbcClient database) {
        this.database = database;
    }

    public Optional<DateState> state(LocalDate date) {
        return database.sql("select * from date_state where date = ?").param(date).query((row, number) -> new DateState(
                row.getObject("date", LocalDate.class), row.getObject("context_from", LocalDate.class), row.getInt("revision"))).optional();
    }

    public List<LocalDate> known() {
        return database.sql("select date from date_state order by date").query(LocalDate.class).list();
    }

    public List<LocalDate> waiting() {
        return database.sql("select date from waiting_date order by date").query(LocalDate.class).list();
    }

    /**
     * Lets dates wait whose figures changed, every later date whose longer periods reach back to one of them, and the dates next
     * to them that have a discrepancy, since the neighbouring day's figure may be its cause.
     */
    public void figuresChanged(Collection<LocalDate> dates) {
        for (LocalDate date : dates) {
            wait(date);
            database.sql("""
                    merge into waiting_date (date) key (date)
                    select date from date_state where date > ? and context_from <= ?""").params(date, date).update();
            database.sql("""
                    merge into waiting_date (date) key (date)
                    select s.date from date_state s where s.date in (?, ?) and exists (select 1 from discrepancy d
                    where d.date = s.date and d.revision = s.revision and d.status <> 'resolved')""")
                    .params(date.minusDays(1), date.plusDays(1)).update();
        }
    }

    public void wait(LocalDate date) {
        database.sql("merge into waiting_date (date) key (date) values (?)").param(date).update();
    }

    /** Lets every known date from a day on wait. */
    public void waitFrom(LocalDate first) {
        database.sql("merge into waiting_date (date) key (date) select date from date_state where date >= ?").param(first).update();
    }

    /** Lets a known date wait; one that was never reconciled is left alone. */
    public void waitIfKnown(LocalDate date) {
        database.sql("merge into waiting_date (date) key (date) select date from date_state where date = ?").param(date).update();
    }

    /** Lets every date wait on which a waiver that ended before a day still holds. */
    public void waitWhereWaiversEnded(LocalDate day) {
        database.sql("""
                merge into waiting_date (date) key (date)
                select distinct s.date from date_state s join discrepancy d on d.date = s.date and d.revision = s.revision
                where d.status = 'waived' and d.waived_until < ?""").param(day).update();
    }

    public void reconciled(LocalDate date, LocalDate contextFrom, int revision) {
        database.sql("merge into date_state (date, context_from, revision) key (date) values (?, ?, ?)")
                .params(date, contextFrom, revision).update();
        database.sql("delete from waiting_date where date = ?").param(date).update();
    }

    /** What was published beside a date's tables, as a list of digests and paths; empty where an older Crossfoot published it. */
    public Optional<String> pages(LocalDate date) {
        return setting("pages " + date);
    }

    public void rememberPages(LocalDate date, String list) {
        remember("pages " + date, list);
    }

    /** What was published beside the folders of the dates; like the above. */
    public Optional<String> overview() {
        return setting("overview");
    }

    public void rememberOverview(String list) {
        remember("overview", list);
    }

    /** Lets a date wait whose newest revision was taken back. */
    public void takenBack(LocalDate date, int number) {
        if (number > 1) {
            database.sql("update date_state set revision = ? where date = ?").params(number - 1, date).update();
        } else {
            database.sql("delete from date_state where date = ?").param(date).update();
        }
        wait(date);
    }

    /** A remembered value, or empty. */
    public Optional<String> setting(String name) {
        return database.sql("select text from setting where name = ?").param(name).query(String.class).optional();
    }

    public void remember(String name, String text) {
        database.sql("merge into setting (name, text) key (name) values (?, ?)").params(name, text).update();
    }
}

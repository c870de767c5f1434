package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands on the newest sixty dates: looking at these costs the same on the first night and the thousandth. */
public final class NewestDates {

    private static final int LOOKED_BACK = 60;

    /**
     * A discrepancy that a waiver is about.
     *
     * @param gapWhenWaived the gap it had when it was waived first, or null where it never was
     */
    public record Accepted(LocalDate date, String id, boolean isWaived, long gap, Long gapWhenWaived) {

        public boolean hasOutgrown() {
            return isWaived && gapWhenWaived != null && gap > gapWhenWaived;
        }
    }

    private final JdbcClient database;

    public NewestDates(JdbcClient database) {
        this.database = database;
    }

    /** Open discrepancies that stand on three or more dates in a row, among the newest dates; the longest streaks first. */
    public List<Streak> streaks(int most) {
        return database.sql("""
                with numbered as (
                  select date, revision, row_number() over (order by date) as number
                  from (select date, revision from date_state order by date desc fetch first ? rows only)),
                broken as (
                  select d.rule, d.area, d.measure, d.severity, n.date, n.number, min(d.id) as id,
                    n.number - row_number() over (partition by d.rule, d.area, d.measure, d.severity order by n.number) as streak
                  from discrepancy d join numbered n on n.date = d.date and n.revision = d.revision
                  where d.status not in ('resolved', 'waived')
                  group by d.rule, d.area, d.measure, d.severity, n.date, n.number),
                streaks as (
                  select rule, area, measure, severity, min(date) as first_date, max(date) as last_date, count(*) as dates
                  from broken group by rule, area, measure, severity, streak having count(*) >= 3)
                select b.id, s.* from streaks s join broken b on b.rule = s.rule and b.area = s.area and b.measure = s.measure
                  and b.severity = s.severity and b.date = s.last_date
                order by s.dates desc, s.rule, s.area, s.measure, s.last_date, b.id fetch first ? rows only""")
                .params(LOOKED_BACK, most)
                .query((row, number) -> new Streak(row.getString("id"), row.getString("severity"), row.getString("rule"), row.getString("area"),
                        row.getString("measure"), row.getObject("first_date", LocalDate.class), row.getObject("last_date", LocalDate.class),
                        row.getInt("dates")))
                .list();
    }

    /**
     * Discrepancies that stand and that a waiver is about, by date.
     *
     * @param waiver a discrepancy's id, or {@code rule/area/measure}
     */
    public List<Accepted> acceptedBy(String waiver) {
        return database.sql("""
                select d.date, d.id, d.status, d.gap, (select w.gap from discrepancy w where w.date = d.date and w.id = d.id
                  and w.status = 'waived' order by w.revision fetch first row only) as gap_when_waived
                from discrepancy d join (select date, revision from date_state order by date desc fetch first ? rows only) s
                  on s.date = d.date and s.revision = d.revision
                where d.status <> 'resolved' and (d.id = ? or d.rule || '/' || d.area || '/' || d.measure = ?)
                order by d.date, d.id""").params(LOOKED_BACK, waiver, waiver)
                .query((row, number) -> new Accepted(row.getObject("date", LocalDate.class), row.getString("id"),
                        row.getString("status").equals("waived"), row.getLong("gap"), row.getObject("gap_when_waived", Long.class)))
                .list();
    }
}

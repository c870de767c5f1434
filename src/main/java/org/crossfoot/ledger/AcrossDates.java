package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands on many dates at once. */
public final class AcrossDates {

    /** What counts no more. */
    static final List<String> CLOSED = List.of(Status.RESOLVED.toString(), Status.WAIVED.toString());

    /** Rules whose findings are about what people decided. */
    static final List<String> ON_WAIVERS = List.of(BuiltIn.WAIVER_EXPIRED.id(), BuiltIn.WAIVER_OUTGROWN.id(),
            BuiltIn.DECISION_ENDED.id(), BuiltIn.DECISION_CONTRADICTED.id());

    /** Of the newest dates. */
    private static final int LOOKED_BACK = 60;

    /**
     * Findings on waivers of one rule, area and measure.
     *
     * @param id    of the one on the last date
     * @param dates on how many of the newest sixty dates there are some
     */
    public record WaiverFinding(String id, Severity severity, String rule, String area, String measure, LocalDate lastDate,
            int dates, long gap, String gapPercent) {
    }

    private final JdbcClient database;
    private final Dialect dialect;

    AcrossDates(JdbcClient database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    /**
     * Rules that are broken in the same place on three or more dates in a row, among the newest dates; the longest streaks
     * first.
     */
    public List<Streak> streaks(int most) {
        return new Streaks(database, dialect, LOOKED_BACK).longest(most);
    }

    /** Waivers that ran out or were outgrown, decisions that ended or are contradicted; those of the latest date first. */
    public List<WaiverFinding> onWaivers(int most) {
        return database.sql("""
                with found as (
                  select d.* from discrepancy d %s join date_state s on s.date = d.date and s.revision = d.revision
                  where d.rule in (:on_waivers) and d.status <> :resolved
                    and d.date in (select date from date_state order by date desc fetch first :looked_back rows only)),
                gathered as (
                  select severity, rule, area, measure, max(date) as last_date, count(distinct date) as dates
                  from found group by severity, rule, area, measure)
                select min(f.id) as id, max(f.gap) as gap, max(f.gap_percent) as gap_percent,
                g.* from gathered g join found f on f.severity = g.severity and f.rule = g.rule \
                and f.area = g.area
                  and f.measure = g.measure and f.date = g.last_date
                group by g.severity, g.rule, g.area, g.measure, g.last_date, g.dates
                order by g.last_date desc, g.rule, g.area, g.measure, g.severity fetch first :most rows only"""
                .formatted(dialect.by("discrepancy_place")))
                .param("on_waivers", ON_WAIVERS).param("resolved", Status.RESOLVED.toString()).param("looked_back", LOOKED_BACK)
                .param("most", most).query(new RecordMapper<>(WaiverFinding.class)).list();
    }

    /** Whether a rule is broken on a date, and not waived there. */
    public boolean isOpen(String rule, LocalDate date) {
        return database.sql("""
                select count(*) from date_state s join discrepancy d on d.date = s.date and d.revision = s.revision
                where s.date = :date and d.rule = :rule and d.status not in (:closed)""").param("date", date).param("rule", rule)
                .param("closed", CLOSED).query(Integer.class).single() > 0;
    }

    /** On which dates a rule on reports has something to say, by the ids of what it says; what is accepted too. */
    public Map<String, LocalDate> told(BuiltIn rule) {
        Map<String, LocalDate> told = new TreeMap<>();
        database.sql("""
                select d.id, d.date from discrepancy d %s join date_state s on s.date = d.date and s.revision = d.revision
                where d.rule = ? and d.area = '' and d.measure = '' and d.status <> ?"""
                .formatted(dialect.by("discrepancy_place")))
                .params(rule.id(), Status.RESOLVED.toString())
                .query((row, count) -> told.put(row.getString("id"), row.getObject("date", LocalDate.class))).list();
        return told;
    }

    /** Sentences on what did not arrive for a date, or not as before, and on what lapsed: open ones that are more than notes. */
    public List<String> ofArrivals(LocalDate date) {
        return database.sql("""
                select d.date, d.rule, d.id, d.area, d.measure, d.status, d.explanation from date_state s join discrepancy d \
                on d.date = s.date and d.revision = s.revision
                where s.date = :date and (d.rule in (:rules) and d.severity <> :info and d.status not in (:closed) \
                or d.status = :lapsed)
                order by d.position""").param("date", date).param("info", Severity.INFO.toString()).param("closed", CLOSED)
                .param("rules", Arrays.stream(BuiltIn.values()).filter(BuiltIn::isOfArrivals).map(BuiltIn::id).toList())
                .param("lapsed", Status.LAPSED.toString())
                .query((row, count) -> row.getString("date") + ", " + row.getString("rule")
                + (row.getString("status").equals(Status.LAPSED.toString()) ? ", " + row.getString("measure") + ", "
                + row.getString("area")
                + ": no longer broken only because figures it rested on are gone; explain " + row.getString("id") + " tells which"
                : ": " + row.getString("explanation"))).list();
    }

    /**
     * Whether anything stands on any date that a waiver can be about.
     *
     * @param waiver a discrepancy's id, or {@code rule/area/measure}
     */
    public boolean canBeWaived(String waiver) {
        return !whereWaivable(waiver, 1).isEmpty();
    }

    /** The dates on which something stands that a waiver can be about, in their order. */
    public List<LocalDate> whereWaivable(String waiver) {
        return whereWaivable(waiver, Integer.MAX_VALUE).stream().distinct().sorted().toList();
    }

    private List<LocalDate> whereWaivable(String waiver, int most) {
        String[] place = waiver.split("/", -1);
        boolean isId = place.length == 1;
        return database.sql("""
                select s.date from date_state s join discrepancy d on d.date = s.date and d.revision = s.revision
                where %s and d.status <> :resolved and d.rule not in (:on_waivers)
                order by s.date desc fetch first :most rows only"""
                .formatted(isId ? "d.id = :id" : "d.rule = :rule and d.area = :area and d.measure = :measure"))
                .params(isId ? Map.of("id", waiver) : Map.of("rule", place[0], "area", place[1], "measure", place[2]))
                .param("resolved", Status.RESOLVED.toString()).param("on_waivers", ON_WAIVERS)
                .param("most", most).query(LocalDate.class).list();
    }

    /** What stands on dates and is accepted by a waiver; each as {@code 2025-01-26 sources-agree 0123456789ab}. */
    public List<String> acceptedBy(String waiver) {
        String[] place = waiver.split("/", -1);
        return standing(place.length == 1 ? "d.id = :id" : "d.rule = :rule and d.area = :area and d.measure = :measure",
                place.length == 1 ? Map.of("id", waiver) : Map.of("rule", place[0], "area", place[1], "measure", place[2]),
                "d.status = :status", Status.WAIVED.toString());
    }

    /** What stands on dates and is told with certain words; each like these. */
    public List<String> toldWith(String words) {
        return standing("position(:words in d.explanation) > 0", Map.of("words", words), "d.status <> :status",
                Status.RESOLVED.toString());
    }

    private List<String> standing(String which, Map<String, String> named, String how, String status) {
        return database.sql("""
                select s.date, d.rule, d.id from date_state s join discrepancy d on d.date = s.date and s.revision = d.revision
                where %s and %s and d.rule not in (:on_waivers) order by s.date, d.rule, d.id"""
                .formatted(which, how)).params(named)
                .param("status", status).param("on_waivers", ON_WAIVERS)
                .query((row, count) -> row.getString("date") + " " + row.getString("rule") + " " + row.getString("id")).list();
    }

    /**
     * A rule that is broken in the same area and measure date after date.
     *
     * @param id    of the discrepancy of the last date, of which the gap is too
     * @param dates how many dates in a row, none of the dates between them being sound
     */
    public record Streak(String id, Severity severity, String rule, String area, String measure, LocalDate first, LocalDate last,
            int dates, long gap, String gapPercent) {

        /** The same, when it is found to have begun earlier. */
        Streak begunOn(LocalDate day, int moreDates) {
            return new Streak(id, severity, rule, area, measure, day, last, dates + moreDates, gap, gapPercent);
        }
    }
}

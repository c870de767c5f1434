package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Keyword;
import org.crossfoot.ledger.AcrossDates.Streak;
import org.crossfoot.rule.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds rules that are broken in the same place date after date: first among the newest dates, and those that already were on the
 * first of these by walking back until the last of them breaks. A night without such habits looks at the newest dates alone.
 */
final class Streaks {

    /** Fewer are no habit. */
    private static final int FEWEST = 3;

    private static final Comparator<Streak> ORDER = Comparator.comparingInt(Streak::dates).reversed().thenComparing(Streak::rule)
            .thenComparing(Streak::area).thenComparing(Streak::measure).thenComparing(Streak::last)
            .thenComparing(streak -> streak.severity().toString());

    /** A rule in one place, broken with one severity. */
    private record BrokenPlace(String rule, String area, String measure, Severity severity) {

        static BrokenPlace of(Streak streak) {
            return new BrokenPlace(streak.rule(), streak.area(), streak.measure(), streak.severity());
        }

        Streak streak(BrokenThere there, LocalDate date) {
            return new Streak(there.id, severity, rule, area, measure, date, date, 1, there.gap, there.gapPercent);
        }
    }

    private record BrokenThere(String id, long gap, String gapPercent) {
    }

    private static final RecordMapper<BrokenPlace> BROKEN_PLACE = new RecordMapper<>(BrokenPlace.class);

    private final JdbcClient database;
    private final Dialect dialect;
    private final int step;

    /** @param step how many dates are looked at together */
    Streaks(JdbcClient database, Dialect dialect, int step) {
        this.database = database;
        this.dialect = dialect;
        this.step = step;
    }

    List<Streak> longest(int most) {
        List<LocalDate> newest = datesBefore(LocalDate.MAX);
        if (newest.isEmpty()) {
            return List.of();
        }
        LocalDate oldest = newest.get(newest.size() - 1);
        return among(newest, broken(oldest, LocalDate.MAX)).stream()
                .map(streak -> streak.first().equals(oldest) ? walkBack(streak) : streak).sorted(ORDER).limit(most).toList();
    }

    /** @param dates the latest first */
    private static List<Streak> among(List<LocalDate> dates, Map<LocalDate, Map<BrokenPlace, BrokenThere>> broken) {
        List<Streak> ended = new ArrayList<>();
        Map<BrokenPlace, Streak> going = new HashMap<>();
        for (LocalDate date : dates) {
            Map<BrokenPlace, BrokenThere> here = broken.getOrDefault(date, Map.of());
            going.entrySet().removeIf(streak -> !here.containsKey(streak.getKey()) && ended.add(streak.getValue()));
            here.forEach((place, there) -> going.merge(place, place.streak(there, date), (later, first) -> later.begunOn(date,
                    1)));
        }
        ended.addAll(going.values());
        return ended.stream().filter(streak -> streak.dates() >= FEWEST).toList();
    }

    /** The same streak, begun on the first of the dates in a row on which the place was broken. */
    private Streak walkBack(Streak streak) {
        List<LocalDate> dates = datesBefore(streak.first());
        if (dates.isEmpty()) {
            return streak;
        }
        Set<LocalDate> broken = broken(BrokenPlace.of(streak), dates.get(dates.size() - 1), streak.first());
        int more = 0;
        while (more < dates.size() && broken.contains(dates.get(more))) {
            more++;
        }
        Streak longer = more == 0 ? streak : streak.begunOn(dates.get(more - 1), more);
        return more < dates.size() ? longer : walkBack(longer);
    }

    /** The dates known before a day, the latest first; not more than a step. */
    private List<LocalDate> datesBefore(LocalDate day) {
        return database.sql("select date from date_state where date < ? order by date desc fetch first ? rows only")
                .params(day, step).query(LocalDate.class).list();
    }

    /** Where rules are broken on the dates from a first one to the day before another, with the one of the lowest id there. */
    private Map<LocalDate, Map<BrokenPlace, BrokenThere>> broken(LocalDate first, LocalDate before) {
        Map<LocalDate, Map<BrokenPlace, BrokenThere>> broken = new HashMap<>();
        database.sql("""
                select d.date, d.rule, d.area, d.measure, d.severity, d.id, d.gap, d.gap_percent
                from date_state s join discrepancy d %s on d.date = s.date and d.revision = s.revision
                where s.date >= :first and s.date < :before and d.status not in (:closed) and d.rule not in (:on_waivers)"""
                .formatted(dialect.by("discrepancy_standing"))).param("first", first).param("before", before)
                .param("closed", AcrossDates.CLOSED).param("on_waivers", AcrossDates.ON_WAIVERS)
                .query(row -> {
                    broken.computeIfAbsent(row.getObject("date", LocalDate.class), date -> new HashMap<>())
                            .merge(new BrokenPlace(row.getString("rule"), row.getString("area"), row.getString("measure"),
                                    Keyword.read(Severity.class, row.getString("severity"))),
                                    new BrokenThere(row.getString("id"), row.getLong("gap"), row.getString("gap_percent")),
                                    (one, other) -> one.id.compareTo(other.id) < 0 ? one : other);
                });
        return broken;
    }

    /** On which dates from a first one to the day before another a place is broken. */
    private Set<LocalDate> broken(BrokenPlace place, LocalDate first, LocalDate before) {
        return database.sql("""
                select d.date from discrepancy d %s join date_state s on s.date = d.date and s.revision = d.revision
                where d.rule = :rule and d.area = :area and d.measure = :measure and d.date >= :first and d.date < :before
                  and d.severity = :severity and d.status not in (:closed)""".formatted(dialect.by("discrepancy_place")))
                .params(BROKEN_PLACE.values(place)).param("first", first).param("before", before)
                .param("closed", AcrossDates.CLOSED).query(LocalDate.class).set();
    }
}

package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds rules that are broken in the same place date after date: first among the newest dates, and those that already were on the
 * first of these by walking back until the last of them breaks. A night without such habits looks at the newest dates alone.
 */
final class Streaks {

    private static final Comparator<Streak> ORDER = Comparator.comparingInt(Streak::dates).reversed().thenComparing(Streak::rule)
            .thenComparing(Streak::area).thenComparing(Streak::measure).thenComparing(Streak::last).thenComparing(Streak::severity);

    /** A rule in one place, broken with one severity. */
    private record Place(String rule, String area, String measure, String severity) {

        static Place of(Streak streak) {
            return new Place(streak.rule(), streak.area(), streak.measure(), streak.severity());
        }
    }

    private final JdbcClient database;
    private final int step;

    /** @param step how many dates are looked at together */
    Streaks(JdbcClient database, int step) {
        this.database = database;
        this.step = step;
    }

    List<Streak> longest(int most) {
        List<LocalDate> newest = datesBefore(LocalDate.MAX);
        return newest.isEmpty() ? List.of()
                : walkBack(amongNewest(), newest.get(newest.size() - 1)).stream().sorted(ORDER).limit(most).toList();
    }

    private List<Streak> amongNewest() {
        return database.sql("""
                with numbered as (
                  select date, revision, row_number() over (order by date) as number
                  from (select date, revision from date_state order by date desc fetch first ? rows only)),
                broken as (
                  select d.rule, d.area, d.measure, d.severity, n.date, n.number, min(d.id) as id,
                    n.number - row_number() over (partition by d.rule, d.area, d.measure, d.severity order by n.number) as streak
                  from discrepancy d join numbered n on n.date = d.date and n.revision = d.revision
                  where d.status not in ('resolved', 'waived') and d.rule not in ('waiver-expired', 'waiver-outgrown')
                  group by d.rule, d.area, d.measure, d.severity, n.date, n.number),
                streaks as (
                  select rule, area, measure, severity, min(date) as first_date, max(date) as last_date, count(*) as dates
                  from broken group by rule, area, measure, severity, streak having count(*) >= 3)
                select b.id, s.* from streaks s join broken b on b.rule = s.rule and b.area = s.area and b.measure = s.measure
                  and b.severity = s.severity and b.date = s.last_date""")
                .param(step)
                .query((row, number) -> new Streak(row.getString("id"), row.getString("severity"), row.getString("rule"), row.getString("area"),
                        row.getString("measure"), row.getObject("first_date", LocalDate.class), row.getObject("last_date", LocalDate.class),
                        row.getInt("dates")))
                .list();
    }

    private List<Streak> walkBack(List<Streak> streaks, LocalDate oldest) {
        List<Streak> ended = new ArrayList<>(streaks.stream().filter(streak -> !streak.first().equals(oldest)).toList());
        List<Streak> going = streaks.stream().filter(streak -> streak.first().equals(oldest)).toList();
        LocalDate before = oldest;
        while (!going.isEmpty()) {
            List<LocalDate> dates = datesBefore(before);
            Map<LocalDate, Set<Place>> broken = dates.isEmpty() ? Map.of() : broken(dates.get(dates.size() - 1), before);
            List<Streak> stillGoing = new ArrayList<>();
            for (Streak streak : going) {
                int more = 0;
                while (more < dates.size() && broken.getOrDefault(dates.get(more), Set.of()).contains(Place.of(streak))) {
                    more++;
                }
                Streak longer = more == 0 ? streak : streak.begunOn(dates.get(more - 1), more);
                (more > 0 && more == dates.size() ? stillGoing : ended).add(longer);
            }
            going = stillGoing;
            before = dates.isEmpty() ? before : dates.get(dates.size() - 1);
        }
        return ended;
    }

    /** The dates known before a day, the latest first; not more than a step. */
    private List<LocalDate> datesBefore(LocalDate day) {
        return database.sql("select date from date_state where date < ? order by date desc fetch first ? rows only").params(day, step)
                .query(LocalDate.class).list();
    }

    private Map<LocalDate, Set<Place>> broken(LocalDate first, LocalDate before) {
        Map<LocalDate, Set<Place>> broken = new HashMap<>();
        database.sql("""
                select distinct d.date, d.rule, d.area, d.measure, d.severity
                from date_state s join discrepancy d on d.date = s.date and d.revision = s.revision
                where s.date >= ? and s.date < ? and d.status not in ('resolved', 'waived')""").params(first, before)
                .query((row, number) -> broken.computeIfAbsent(row.getObject("date", LocalDate.class), date -> new HashSet<>())
                        .add(new Place(row.getString("rule"), row.getString("area"), row.getString("measure"), row.getString("severity"))))
                .list();
        return broken;
    }
}

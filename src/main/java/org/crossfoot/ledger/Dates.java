package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which dates are known, and which of them wait to be reconciled. */
public final class Dates {

    /**
     * @param contextFrom  the first day its longer periods reach back to, or null
     * @param contextDates a line for each source of which earlier figures were read, with their dates; null where that was not
     *                     kept
     * @param revision     the newest revision
     */
    public record DateState(LocalDate date, LocalDate contextFrom, String contextDates, int revision) {

        public DateState(LocalDate date, LocalDate contextFrom, SortedMap<String, SortedSet<LocalDate>> contextDates,
                int revision) {
            this(date, contextFrom, contextDates.entrySet().stream().map(source -> source.getKey() + "\t"
                    + source.getValue().stream().map(LocalDate::toString).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("\n")), revision);
        }

        private boolean reachesTo(LocalDate earlier) {
            return contextFrom != null && earlier.isBefore(date) && !contextFrom.isAfter(earlier);
        }

        private boolean hasRead(String source, LocalDate earlier) {
            return reachesTo(earlier) && (contextDates == null || contextDates.lines()
                    .anyMatch(line -> line.startsWith(source + "\t") && line.contains(earlier.toString())));
        }
    }

    private static final RecordMapper<DateState> STATE = new RecordMapper<>(DateState.class);

    /** Goes round a query for dates. */
    private static final String LET_WAIT = """
            merge into waiting_date w using (%s) s on w.date = s.date
            when not matched then insert (date) values (s.date)""";

    private final JdbcClient database;

    public Dates(JdbcClient database) {
        this.database = database;
    }

    public Optional<DateState> state(LocalDate date) {
        return database.sql("select * from date_state where date = ?").param(date)
                .query(STATE).optional();
    }

    public List<LocalDate> known() {
        return database.sql("select date from date_state order by date").query(LocalDate.class).list();
    }

    public List<LocalDate> waiting() {
        return database.sql("select date from waiting_date order by date").query(LocalDate.class).list();
    }

    public boolean waits(LocalDate date) {
        return database.sql("select count(*) from waiting_date where date = ?").param(date).query(Integer.class).single() > 0;
    }

    /**
     * Lets dates wait whose figures changed, every later date whose longer periods reach back to one of them, the dates that are
     * reconciled with what such a later date looks at, and the dates next to them that have a discrepancy, since the neighbouring
     * day's figure may be its cause.
     */
    public void figuresChanged(Collection<LocalDate> dates) {
        letWait(dates, DateState::reachesTo);
    }

    /**
     * The same where the figures of a source are of the same cells as before: which of them a later date reads depends on their
     * cells alone, so that it sees nothing new where it read none.
     */
    public void amountsChanged(String source, Collection<LocalDate> dates) {
        letWait(dates, (later, date) -> later.hasRead(source, date));
    }

    private void letWait(Collection<LocalDate> dates, BiPredicate<DateState, LocalDate> isConcerned) {
        if (dates.isEmpty()) {
            return;
        }
        SortedSet<LocalDate> touched = new TreeSet<>(dates);
        database.sql("select * from date_state where context_from <= ?").param(touched.last()).query(STATE).list().stream()
                .filter(later -> dates.stream().anyMatch(date -> isConcerned.test(later, date)))
                .forEach(later -> touched.add(later.date()));
        touched.forEach(this::wait);
        // What an earlier date is reconciled with is looked up by its cells, whoever speaks of them.
        database.sql("select later, date, cells from tie where later >= ?").param(touched.first()).query((row, number) -> {
            boolean sees = touched.contains(row.getObject("later", LocalDate.class)) || Ties.unpack(row.getBytes("cells"))
                    .stream()
                    .anyMatch(cell -> dates.contains(cell.period().date()));
            return sees ? row.getObject("date", LocalDate.class) : null;
        }).list().stream().filter(Objects::nonNull).forEach(this::wait);
        for (LocalDate date : dates) {
            letWait("""
                    select s.date from date_state s where s.date in (:neighbours) and exists (select 1 from discrepancy d
                    where d.date = s.date and d.revision = s.revision and d.status <> :resolved)""",
                    Map.of("neighbours", List.of(date.minusDays(1), date.plusDays(1)), "resolved", Status.RESOLVED.toString()));
        }
    }

    public void wait(LocalDate date) {
        letWait("select cast(:date as date) as date", Map.of("date", date));
    }

    /** Lets every known date from a day on wait. */
    public void waitFrom(LocalDate first) {
        letWait("select date from date_state where date >= :first", Map.of("first", first));
    }

    /** Lets a known date wait; one that was never reconciled is left alone. */
    public void waitIfKnown(LocalDate date) {
        letWait("select date from date_state where date = :date", Map.of("date", date));
    }

    /** Lets every date wait on which a waiver that ended before a day still holds. */
    public void waitWhereWaiversEnded(LocalDate day) {
        letWait("""
                select distinct s.date from date_state s join discrepancy d on d.date = s.date and d.revision = s.revision
                where d.status = :waived and d.waived_until < :day""", Map.of("waived", Status.WAIVED.toString(), "day", day));
    }

    private void letWait(String which, Map<String, ?> parameters) {
        database.sql(LET_WAIT.formatted(which)).params(parameters).update();
    }

    public void reconciled(DateState state) {
        database.sql("""
                merge into date_state d
                using (values (cast(:date as date), cast(:context_from as date), cast(:context_dates as varchar),
                cast(:revision as integer))) as s (date, context_from, context_dates, revision) on d.date = s.date
                when matched then update set context_from = s.context_from, context_dates = s.context_dates,
                revision = s.revision
                when not matched then insert (date, context_from, context_dates, revision)
                values (s.date, s.context_from, s.context_dates, s.revision)""")
                .params(STATE.values(state)).update();
        database.sql("delete from waiting_date where date = ?").param(state.date()).update();
    }

    /**
     * What was published beside a date's tables, as a list of digests and paths; empty where an older Crossfoot published it.
     */
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
        // No merge: the long texts that a list of pages is have a type of another name in each database.
        if (database.sql("update setting set text = ? where name = ?").params(text, name).update() == 0) {
            database.sql("insert into setting (name, text) values (?, ?)").params(name, text).update();
        }
    }
}

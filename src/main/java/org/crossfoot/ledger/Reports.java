package org.crossfoot.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossfoot.figure.Keyword;
import org.crossfoot.ledger.ReportRecord.Contents;
import org.crossfoot.ledger.ReportRecord.Reading;
import org.crossfoot.ledger.ReportRecord.Standing;
import org.crossfoot.ledger.ReportRecord.ReadingState;
import org.crossfoot.ledger.pack.FigurePack;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports that were received, and the figures read from them. */
public final class Reports implements KnownReports {

    /** The figures of one report for one date. */
    public record DatedFigures(long report, LocalDate date, byte[] packed) {
    }

    private static final RecordMapper<ReportRecord> REPORT = new RecordMapper<>(ReportRecord.class);
    private static final RecordMapper<Reading> READING = new RecordMapper<>(Reading.class);
    private static final RecordMapper<Contents> CONTENTS = new RecordMapper<>(Contents.class);
    private static final RecordMapper<DatedFigures> DATED = new RecordMapper<>(DatedFigures.class);

    private static final RecordMapper<ReadWith> READ_WITH = new RecordMapper<>(ReadWith.class);
    private static final RecordMapper<Delivering> DELIVERING = new RecordMapper<>(Delivering.class);
    private static final RecordMapper<GoneFigures> GONE = new RecordMapper<>(GoneFigures.class);

    private static final int READ_TOGETHER = 2_000;

    private final JdbcClient database;

    public Reports(JdbcClient database) {
        this.database = database;
    }

    /** Reports that stand in {@code input/}, by path. */
    public SortedMap<String, ReportRecord> present() {
        SortedMap<String, ReportRecord> present = new TreeMap<>();
        database.sql("select * from report where standing = 'present'").query(REPORT).list()
                .forEach(report -> present.put(report.path(), report));
        return present;
    }

    /** The same, as far as every night asks of all of them. */
    public SortedMap<String, PresentReport> presentInBrief() {
        SortedMap<String, PresentReport> present = new TreeMap<>();
        long last = -1;
        List<PresentReport> some;
        do {
            // In parts, and by places: a hundred thousand rows at once, by names, take the time of a short night.
            some = database.sql("""
                    select id, source, path, sha256, state, repeats, seen from report where standing = 'present' and id > ?
                    order by id fetch first ? rows only""").params(last, READ_TOGETHER)
                    .query((row, number) -> new PresentReport(row.getLong(1), row.getString(2), row.getString(3),
                    row.getString(4), Keyword.read(ReadingState.class, row.getString(5)), row.getString(6),
                    row.getString(7))).list();
            for (PresentReport report : some) {
                present.put(report.path(), report);
                last = report.id();
            }
        } while (some.size() == READ_TOGETHER);
        return present;
    }

    /** Remembers how the file of a report looked when its bytes were compared. */
    public void seen(long id, String look) {
        database.sql("update report set seen = ? where id = ?").params(look, id).update();
    }

    /** Why reports that stand in {@code input/} could not be read, by path. */
    public List<String> failures() {
        return database.sql("select failure from report where standing = 'present' and state = 'unreadable' order by path")
                .query(String.class).list();
    }

    /**
     * What of a source stands in {@code input/}.
     *
     * @param lastDate the latest date that there is a figure for, or null
     */
    public record Delivering(String source, long reports, LocalDate lastDate) {
    }

    /** By source. */
    public Map<String, Delivering> delivering() {
        return database.sql("""
                select source, count(*) as reports, max(last_date) as last_date from report where standing = 'present'
                group by source""").query(DELIVERING).list().stream().collect(Collectors.toMap(Delivering::source, each -> each));
    }

    /**
     * Reports of a source that came in a month, whatever became of them since.
     *
     * @param month as {@code 2025-01}
     */
    public record ReceivedReports(String source, String month, long reports, long rejects) {

        public static ReceivedReports none(String source, String month) {
            return new ReceivedReports(source, month, 0, 0);
        }

        /** Both together, under the names of this one. */
        public ReceivedReports and(ReceivedReports other) {
            return new ReceivedReports(source, month, reports + other.reports, rejects + other.rejects);
        }
    }

    /** By source and month. */
    public List<ReceivedReports> received() {
        SortedMap<String, ReceivedReports> received = new TreeMap<>();
        database.sql("""
                select source, received_on, count(*) as reports, sum(rejects) as rejects from report
                group by source, received_on""").query((row, count) -> new ReceivedReports(row.getString("source"),
                YearMonth.from(row.getObject("received_on", LocalDate.class)).toString(), row.getLong("reports"),
                row.getLong("rejects"))).list()
                .forEach(each -> received.merge(each.source() + " " + each.month(), each, ReceivedReports::and));
        return List.copyOf(received.values());
    }

    /** Present reports with the bytes of another one of their source, and those that had: by path. */
    public List<ReportRecord> sameBytes() {
        return database.sql("""
                select r.* from report r
                where r.standing = 'present' and r.sha256 <> :none and (r.repeats is not null or exists (select 1 from report o
                where o.sha256 = r.sha256 and o.source = r.source and o.standing = 'present' and o.id <> r.id))
                order by r.path""").param("none", ReportRecord.NO_BYTES).query(REPORT).list();
    }

    @Override
    public List<ReportRecord> notWithdrawn() {
        return database.sql("select * from report where standing <> 'withdrawn' order by path, version").query(REPORT).list();
    }

    public ReportRecord find(long id) {
        return database.sql("select * from report where id = ?").param(id).query(REPORT).single();
    }

    /** The content that stood under a report's path before it, or empty where none did or the path was withdrawn meanwhile. */
    public Optional<ReportRecord> before(ReportRecord report) {
        return report.version() == 1 ? Optional.empty() : database
                .sql("select * from report where path = ? and version < ? and standing <> 'withdrawn' order by version desc")
                .params(report.path(), report.version()).query(REPORT).list().stream().findFirst();
    }

    /** The content in whose place a report came; empty where nothing stood under its path then. */
    public Optional<ReportRecord> replacedBy(ReportRecord report) {
        return report.version() == 1 ? Optional.empty() : database.sql("""
                select * from report r where path = ? and version = ? and standing = 'replaced' and exists
                (select 1 from report_change c where c.report = r.id and c.run = ? and c.standing = 'replaced')""")
                .params(report.path(), report.version() - 1, report.receivedRun()).query(REPORT).optional();
    }

    /** Dates that other reports of its source have figures for. */
    public Set<LocalDate> datesOfOthers(ReportRecord report) {
        return database.sql("""
                select distinct d.date from report_date d join report r on r.id = d.report
                where r.source = ? and r.path <> ? and r.standing <> 'withdrawn'""").params(report.source(), report.path())
                .query(LocalDate.class).set();
    }

    /** @param seen how its file looked before its bytes were read, or null */
    public void receive(String source, String path, String sha256, long bytes, String run, LocalDate on, String seen) {
        changed(run, "path = ? and standing = 'present'", path, Standing.REPLACED);
        database.sql("""
                insert into report (source, path, version, sha256, bytes, received_run, received_on, standing, state, seen)
                values (:source, :path, (select count(*) + 1 from report where path = :path), :sha256, :bytes, :run, :on,
                'present', 'waiting', :seen)""")
                .param("source", source).param("path", path).param("sha256", sha256).param("bytes", bytes)
                .param("run", run).param("on", on).param("seen", seen).update();
        noteChange(run, "path = ? and standing = 'present'", path);
    }

    /** Takes a path out: none of the contents that stood under it counts any more. */
    public void withdraw(String path, String run) {
        changed(run, "path = ? and standing <> 'withdrawn'", path, Standing.WITHDRAWN);
    }

    /** Takes a path out of what is present; what stood under it last still counts where nothing else speaks. */
    public void leave(String path, String run) {
        changed(run, "path = ? and standing = 'present'", path, Standing.REPLACED);
    }

    public void setRepeats(long id, String original, String run) {
        database.sql("update report set repeats = ? where id = ?").params(original, id).update();
        noteChange(run, "id = ?", id);
    }

    private void changed(String run, String which, Object key, Standing standing) {
        List<Long> ids = database.sql("select id from report where " + which + " order by id").param(key)
                .query(Long.class).list();
        for (Long id : ids) {
            database.sql("update report set standing = ? where id = ?").params(Keyword.of(standing), id).update();
            noteChange(run, "id = ?", id);
        }
    }

    private void noteChange(String run, String which, Object key) {
        database.sql("insert into report_change (report, run, standing, repeats)"
                + " select id, ?, standing, repeats from report where " + which)
                .params(run, key).update();
    }

    /** The number of the last change to how reports stand; 0 where there was none. */
    public long lastChange() {
        return database.sql("select coalesce(max(number), 0) from report_change").query(Long.class).single();
    }

    /**
     * Reports that were not withdrawn, as they stood after a change; what was read from them is as it is now. By path and
     * version.
     */
    public List<ReportRecord> notWithdrawnAfter(long change) {
        // Of columns with one name JDBC gives the first: how it stood, not how it stands.
        return database.sql("""
                select c.standing, c.repeats, r.*
                from report r join report_change c on c.report = r.id
                where c.standing <> 'withdrawn'
                and c.number = (select max(l.number) from report_change l where l.report = r.id and l.number <= ?)
                order by r.path, r.version""").param(change).query(REPORT).list();
    }

    /** The present reports that hold some bytes. */
    public List<ReportRecord> ofBytes(String sha256) {
        return database.sql("select * from report where sha256 = ? and standing = 'present'").param(sha256).query(REPORT).list();
    }

    /** The present reports that hold some figures, by their hash. */
    public List<ReportRecord> ofFigures(long figuresHash) {
        return database.sql("select * from report where figures_hash = ? and standing = 'present'").param(figuresHash)
                .query(REPORT).list();
    }

    /** How reports of each source that count were read; none that waits to be read. */
    public record ReadWith(String source, String readWith) {
    }

    public List<ReadWith> readWith() {
        return database.sql("""
                select distinct source, read_with from report where standing <> 'withdrawn' and state <> 'waiting'
                order by source, read_with""").query(READ_WITH).list();
    }

    /** Those of a source that were read in a way: by path and version. */
    public List<ReportRecord> readIn(ReadWith way) {
        return database.sql("""
                select * from report where source = :source and read_with is not distinct from :way and standing <> 'withdrawn'
                and state <> 'waiting' order by path, version""").param("source", way.source()).param("way", way.readWith())
                .query(REPORT).list();
    }

    public void readAgain(long id) {
        database.sql("update report set state = 'waiting' where id = ?").param(id).update();
    }

    /** Ids of reports that wait to be read, in the order of their paths. */
    public List<Long> waiting() {
        return database.sql("select id from report where state = 'waiting' and standing <> 'withdrawn' order by path, version")
                .query(Long.class).list();
    }

    public List<LocalDate> datesOf(long report) {
        return database.sql("select date from report_date where report = ? order by date").param(report)
                .query(LocalDate.class).list();
    }

    /** The first day of the earliest goal in a report, or empty. */
    public Optional<LocalDate> earliestGoal(long report) {
        return database.sql("select earliest_goal from report_date where report = ? and earliest_goal is not null order by 1")
                .param(report).query(LocalDate.class).list().stream().findFirst();
    }

    /** Replaces whatever was read from a report before. */
    public void storeReading(long id, String run, String settings, ReadingState state, LocalDate publishedOn, Reading reading,
            Contents contents, String failure, Map<LocalDate, FigurePack.Packed> figures, byte[] rejects) {
        database.sql("delete from report_date where report = ?").param(id).update();
        database.sql("delete from report_rejects where report = ?").param(id).update();
        LocalDate first = figures.keySet().stream().min(LocalDate::compareTo).orElse(null);
        LocalDate last = figures.keySet().stream().max(LocalDate::compareTo).orElse(null);
        database.sql("""
                update report set state = :state, read_run = :read_run, read_with = :read_with, published_on = :published_on,
                first_date = :first_date, last_date = :last_date, lines = :lines, header_lines = :header_lines,
                figure_lines = :figure_lines, rejected_lines = :rejected_lines, skipped_lines = :skipped_lines,
                not_begun = :not_begun, listed_again = :listed_again, figures = :figures, rejects = :rejects, failure = :failure,
                rejected_first = :rejected_first, unused_rows = :unused_rows, unused_line = :unused_line, \
                columns_used = :columns_used,
                columns_unused = :columns_unused, figures_hash = :figures_hash, areas_hash = :areas_hash where id = :id""")
                .params(READING.values(reading)).params(CONTENTS.values(contents)).param("state", Keyword.of(state))
                .param("read_run", run).param("read_with", settings).param("published_on", publishedOn)
                .param("first_date", first).param("last_date", last).param("failure", failure).param("id", id).update();
        figures.forEach((date, pack) -> database.sql("""
                insert into report_date (date, report, figures, earliest_goal, packed)
                values (:date, :report, :figures, :goal, :packed)""")
                .param("date", date).param("report", id).param("figures", pack.figures()).param("goal", pack.earliestGoal())
                .param("packed", pack.packed()).update());
        if (reading.rejects() > 0) {
            database.sql("insert into report_rejects (report, csv_gz) values (?, ?)").params(id, rejects).update();
        }
    }

    @Override
    public List<DatedFigures> figures(LocalDate first, LocalDate last) {
        return database.sql("""
                select d.report, d.date, d.packed from report_date d join report r on r.id = d.report
                where d.date between ? and ? and r.standing <> 'withdrawn' order by d.date, d.report""").params(first, last)
                .query(DATED).list();
    }

    @Override
    public List<DatedFigures> goals(LocalDate begunBy) {
        return database.sql("""
                select d.report, d.date, d.packed from report_date d join report r on r.id = d.report
                where d.earliest_goal <= ? and r.standing <> 'withdrawn' order by d.date, d.report""").param(begunBy)
                .query(DATED).list();
    }

    @Override
    public List<ReportRecord> takenAway(LocalDate businessDate) {
        return takenAway(businessDate, lastChange());
    }

    /** As it was known after a change. */
    public List<ReportRecord> takenAway(LocalDate businessDate, long change) {
        return database.sql("""
                select r.* from report r where r.id in (
                  select c.report from report_change c join run n on n.id = c.run join report_change p on p.report = c.report
                  where n.business_date = ? and c.number <= ? and c.standing <> 'present' and p.standing = 'present'
                  and p.number = (select max(q.number) from report_change q where q.report = c.report and q.number < c.number))
                order by r.path, r.version""").params(businessDate, change).query(REPORT).list();
    }

    @Override
    public List<GoneFigures> gone(LocalDate date) {
        return gone(date, lastChange());
    }

    /** As it was known after a change. */
    public List<GoneFigures> gone(LocalDate date, long change) {
        return database.sql("""
                select r.*, d.packed from report_date d join report r on r.id = d.report
                where d.date = ? and 'withdrawn' = (select c.standing from report_change c where c.number =
                  (select max(l.number) from report_change l where l.report = r.id and l.number <= ?))
                order by r.path, r.version""").params(date, change).query(GONE).list();
    }

    @Override
    public List<String> unread(LocalDate businessDate) {
        return unread(businessDate, null);
    }

    /** @param run as this run knew it; null as the last one does */
    public List<String> unread(LocalDate businessDate, String run) {
        return database.sql("""
                select path from run_note where kind = 'unread' and run = (select n.id from run n
                  join run u on u.id = coalesce(cast(? as varchar), (select id from run \
                order by started desc, id desc fetch first row only))
                  where n.business_date = ? and (n.started < u.started or n.started = u.started and n.id <= u.id)
                  order by n.started desc, n.id desc fetch first row only) order by path""").params(run, businessDate)
                .query(String.class).list();
    }

    @Override
    public List<DatedFigures> figuresOf(long report) {
        return database.sql("select report, date, packed from report_date where report = ? order by date")
                .param(report).query(DATED).list();
    }

    @Override
    public List<DatedFigures> saidInstead(String source, long report) {
        return database.sql("""
                select d.report, d.date, d.packed from report_date d join report r on r.id = d.report
                where r.source = ? and r.standing = 'present' and d.date in (select g.date from report_date g where g.report = ?)
                order by d.date, d.report""").params(source, report).query(DATED).list();
    }

    @Override
    public Optional<Long> withFigures(String source, LocalDate first, LocalDate last, boolean orReplaced) {
        return database.sql("""
                select r.id from report_date d join report r on r.id = d.report
                where d.date between ? and ? and r.source = ? and (r.standing = 'present' or ? and r.standing = 'replaced')
                order by r.path, r.version fetch first row only""")
                .params(first, last, source, orReplaced).query(Long.class).optional();
    }

    /** Reports that a run read, in the order of their paths. */
    public List<ReportRecord> readBy(String run) {
        return database.sql("select * from report where read_run = ? order by path, version").param(run).query(REPORT).list();
    }

    /** The rejects of a report as compressed CSV lines, or null where there are none. */
    public byte[] rejects(long id) {
        return database.sql("select csv_gz from report_rejects where report = ?").param(id)
                .query((row, number) -> row.getBytes("csv_gz")).optional().orElse(null);
    }

    /** Paths of reports that have rejects, in whatever version. */
    public Set<String> withRejects() {
        return database.sql("select distinct r.path from report r join report_rejects j on j.report = r.id")
                .query(String.class).set();
    }

    /** The rejects of a report, found by its path and content, as compressed CSV lines, or null where there are none. */
    public byte[] rejects(String path, String sha256) {
        return database
                .sql("select j.csv_gz from report r join report_rejects j on j.report = r.id where r.path = ? and r.sha256 = ?"
                + " order by r.version desc fetch first row only").params(path, sha256)
                .query((row, number) -> row.getBytes("csv_gz")).optional().orElse(null);
    }
}

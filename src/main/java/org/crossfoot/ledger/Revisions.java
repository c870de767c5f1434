package org.crossfoot.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.crossfoot.figure.Cell;
import org.crossfoot.ledger.pack.Compressed;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.crossfoot.rule.Severity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published results of every date. */
public final class Revisions {

    /**
     * One row per date of what stands. Counts are of open discrepancies; {@code fresh} are those new, changed or reopened in the
     * current revision, {@code worstPercent} is the largest gap of those of the worst severity, in percent; empty where none has
     * a gap.
     */
    public record DateSummary(LocalDate date, int revision, int sources, int figures, int errors, int warnings,
            int infos, int waived, int fresh, String worstPercent) {

        /** Of {@code summary.csv}. */
        public static final List<TableColumn<DateSummary>> COLUMNS = List.of(TableColumn.day("date", DateSummary::date),
                TableColumn.count("revision", DateSummary::revision), TableColumn.count("sources", DateSummary::sources),
                TableColumn.count("figures", DateSummary::figures), TableColumn.count("errors", DateSummary::errors),
                TableColumn.count("warnings", DateSummary::warnings), TableColumn.count("infos", DateSummary::infos),
                TableColumn.count("waived", DateSummary::waived), TableColumn.count("fresh", DateSummary::fresh),
                new TableColumn<>("worst_percent", TableColumn.Type.NUMBER, DateSummary::worstPercent));

        static DateSummary of(RevisionRecord revision) {
            List<DiscrepancyRecord> rows = revision.discrepancies();
            return new DateSummary(revision.date(), revision.number(), revision.sources(), revision.figures(),
                    open(rows, Severity.ERROR), open(rows, Severity.WARNING), open(rows, Severity.INFO),
                    count(rows, row -> row.status() == Status.WAIVED), count(rows, DiscrepancyRecord::isFresh),
                    worst(rows));
        }

        private static String worst(List<DiscrepancyRecord> rows) {
            return rows.stream().filter(row -> row.isOpen() && !row.gapPercent().isEmpty())
                    .min(Comparator.comparing(DiscrepancyRecord::severity)
                    .thenComparing(row -> new BigDecimal(row.gapPercent()), Comparator.reverseOrder()))
                    .map(DiscrepancyRecord::gapPercent).orElse("");
        }

        private static int open(List<DiscrepancyRecord> rows, Severity severity) {
            return count(rows, row -> row.isOpen() && row.severity() == severity);
        }

        private static int count(List<DiscrepancyRecord> rows, Predicate<DiscrepancyRecord> which) {
            return (int) rows.stream().filter(which).count();
        }
    }

    /** A revision that is stored and not yet published. */
    public record Unpublished(LocalDate date, int number) {
    }

    /**
     * What a new result of its date is held against.
     *
     * @param result    SHA-256 of it, without status and age
     * @param published whether readers see it
     */
    public record RevisionState(String result, LocalDate businessDate, boolean published) {
    }

    static final RecordMapper<DiscrepancyRecord> DISCREPANCY = new RecordMapper<>(DiscrepancyRecord.class);
    private static final RecordMapper<DateSummary> SUMMARY = new RecordMapper<>(DateSummary.class);
    private static final RecordMapper<Unpublished> UNPUBLISHED = new RecordMapper<>(Unpublished.class);

    private final JdbcTemplate batch;
    private final JdbcClient database;
    private final Dialect dialect;
    private final Ties ties;

    Revisions(JdbcTemplate batch, Dialect dialect) {
        this.batch = batch;
        this.dialect = dialect;
        this.database = JdbcClient.create(batch);
        this.ties = new Ties(database, new Dates(database));
    }

    /** @param tied the cells of other dates that it was reconciled with */
    public void store(PackedRevision packed, SortedSet<Cell> tied) {
        RevisionRecord revision = packed.revision();
        ties.store(revision.date(), revision.number(), tied);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("date", revision.date());
        row.put("number", revision.number());
        row.put("run", revision.run());
        row.put("business_date", revision.businessDate());
        row.put("settings", revision.settings());
        row.put("known_to", revision.knownTo());
        row.put("result_sha256", revision.result());
        row.put("published", false);
        row.put("figures", revision.figures());
        row.put("sources", revision.sources());
        row.put("discrepancy_figures", revision.about());
        revision.files().forEach((file, content) -> row.put(columnOf(file), content));
        database.sql("insert into revision (" + String.join(", ", row.keySet()) + ") values (?"
                + ", ?".repeat(row.size() - 1) + ")").params(new ArrayList<>(row.values())).update();
        store(DateSummary.of(revision));
        int[] position = {0};
        batch.batchUpdate(DISCREPANCY.insertInto("discrepancy", "revision", "position"), revision.discrepancies(), 500,
                (insert, one) -> DISCREPANCY.set(insert, one, revision.number(), position[0]++));
    }

    /** The ledger's column that keeps a published file: {@code totals_csv_gz}. */
    private static String columnOf(String file) {
        return file.replace('.', '_').replace('-', '_') + "_gz";
    }

    private void store(DateSummary date) {
        database.sql("delete from date_summary where date = ?").param(date.date()).update();
        batch.update(SUMMARY.insertInto("date_summary"), insert -> SUMMARY.set(insert, date));
    }

    public RevisionRecord find(LocalDate date, int number) {
        return database.sql("select * from revision where date = ? and number = ?").params(date, number)
                .query((row, count) -> new RevisionRecord(date, number, row.getString("run"),
                        row.getObject("business_date", LocalDate.class), row.getString("settings"),
                        row.getObject("known_to", Long.class),
                        row.getString("result_sha256"), row.getInt("figures"), row.getInt("sources"), files(row),
                        row.getBytes("discrepancy_figures"), List.of()))
                .single();
    }

    private static Map<String, byte[]> files(ResultSet row) throws SQLException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : RevisionRecord.FILES) {
            byte[] packed = row.getBytes(columnOf(file));
            byte[] content = packed == null ? new byte[0] : Compressed.unpack(packed);
            if (content.length > 0) {
                files.put(file, content);
            }
        }
        return files;
    }

    /** The data package of a revision. */
    public byte[] datapackage(LocalDate date, int number) {
        return database.sql("select datapackage_json_gz from revision where date = ? and number = ?").params(date, number)
                .query((row, count) -> Compressed.unpack(row.getBytes("datapackage_json_gz"))).single();
    }

    /** Which figures each discrepancy of a revision is about. */
    public DiscrepancyFigures discrepancyFigures(LocalDate date, int number) {
        return database.sql("select discrepancy_figures from revision where date = ? and number = ?"
                + " and discrepancy_figures is not null")
                .params(date, number).query((row, count) -> DiscrepancyFigures.unpack(row.getBytes(1))).optional()
                .orElse(DiscrepancyFigures.NOT_KEPT);
    }

    /** How many there are, all of them on the disk. */
    public long forced() {
        dialect.toDisk().ifPresent(words -> database.sql(words).update());
        return database.sql("select count(*) from revision").query(Long.class).single();
    }

    /** A revision without its files; empty where there is none of that number. */
    public Optional<RevisionState> state(LocalDate date, int number) {
        return database.sql("select result_sha256, business_date, published from revision where date = ? and number = ?")
                .params(date, number).query((row, count) -> new RevisionState(row.getString("result_sha256"),
                        row.getObject("business_date", LocalDate.class), row.getBoolean("published"))).optional();
    }

    public List<DiscrepancyRecord> discrepancies(LocalDate date, int revision) {
        return database.sql("select * from discrepancy where date = ? and revision = ? order by position").params(date, revision)
                .query(DISCREPANCY).list();
    }

    /** What was waived on a date before a revision, by revision. */
    public List<DiscrepancyRecord> waived(LocalDate date, int before) {
        return database
                .sql("select * from discrepancy where date = ? and revision < ? and status = ? order by revision, position")
                .params(date, before, Status.WAIVED.toString()).query(DISCREPANCY).list();
    }

    /** For every discrepancy that stood on a date before a revision, the first revision it stood in. */
    public Map<String, Integer> firstSeen(LocalDate date, int before) {
        Map<String, Integer> seen = new HashMap<>();
        database.sql("select id, min(first_seen) as first_seen from discrepancy where date = ? and revision < ? group by id")
                .params(date, before)
                .query((row, number) -> seen.put(row.getString("id"), row.getInt("first_seen"))).list();
        return seen;
    }

    public List<Unpublished> unpublished() {
        return database.sql("select date, number from revision where published = false order by date, number")
                .query(UNPUBLISHED).list();
    }

    /** The current revision of every date, where it was published. */
    public List<Unpublished> standing() {
        return database.sql("""
                select r.date, r.number from revision r join date_state s on s.date = r.date and s.revision = r.number
                where r.published = true order by r.date""")
                .query(UNPUBLISHED).list();
    }

    /** Lets a revision be published again. */
    public void publishAgain(LocalDate date, int number) {
        database.sql("update revision set published = false where date = ? and number = ?").params(date, number).update();
    }

    public void published(LocalDate date, int number) {
        database.sql("update revision set published = true where date = ? and number = ?").params(date, number).update();
    }

    /** Takes back a revision that no reader has seen. */
    public void takeBack(LocalDate date, int number) {
        ties.takeBack(date, number);
        database.sql("delete from discrepancy where date = ? and revision = ?").params(date, number).update();
        database.sql("delete from revision where date = ? and number = ?").params(date, number).update();
        database.sql("delete from date_summary where date = ?").param(date).update();
        if (number > 1) {
            store(DateSummary.of(find(date, number - 1).with(discrepancies(date, number - 1))));
        }
    }

    /** Dates and numbers of the revisions a run made. */
    public List<Unpublished> madeBy(String run) {
        return database.sql("select date, number from revision where run = ? order by date, number").param(run)
                .query(UNPUBLISHED).list();
    }

    /** The last runs that made a revision, the newest first. */
    public List<String> lastRuns(int most) {
        return database.sql("select id from run n where exists (select 1 from revision r where r.run = n.id)"
                + " order by started desc, id desc fetch first ? rows only").param(most).query(String.class).list();
    }

    /** One summary per date, by date. */
    public List<DateSummary> summaries() {
        return database.sql("select * from date_summary order by date").query(SUMMARY).list();
    }

    /** Of one date; empty where it has no revision. */
    public Optional<DateSummary> summary(LocalDate date) {
        return database.sql("select * from date_summary where date = ?").param(date).query(SUMMARY).optional();
    }
}

package org.crossfoot.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.crossfoot.ledger.pack.Compressed;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published results of every date. */
public final class Revisions {

    /**
     * One row per date of what stands. Counts are of open discrepancies; {@code fresh} are those new, changed or reopened in the
     * current revision.
     */
    public record DateSummary(LocalDate date, int revision, int sources, int figures, int errors, int warnings, int infos, int waived,
            int fresh) {

        /** Of {@code summary.csv}, and of the ledger's table. */
        public static final List<TableColumn<DateSummary>> COLUMNS = List.of(TableColumn.day("date", DateSummary::date),
                TableColumn.count("revision", DateSummary::revision), TableColumn.count("sources", DateSummary::sources),
                TableColumn.count("figures", DateSummary::figures), TableColumn.count("errors", DateSummary::errors),
                TableColumn.count("warnings", DateSummary::warnings), TableColumn.count("infos", DateSummary::infos),
                TableColumn.count("waived", DateSummary::waived), TableColumn.count("fresh", DateSummary::fresh));

        static DateSummary of(RevisionRecord revision) {
            List<DiscrepancyRecord> rows = revision.discrepancies();
            return new DateSummary(revision.date(), revision.number(), revision.sources(), revision.figures(), open(rows, "error"),
                    open(rows, "warning"), open(rows, "info"), count(rows, row -> row.status().equals("waived")),
                    count(rows, DiscrepancyRecord::isFresh));
        }

        private static int open(List<DiscrepancyRecord> rows, String severity) {
            return count(rows, row -> row.isOpen() && row.severity().equals(severity));
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

    private final JdbcTemplate batch;
    private final JdbcClient database;

    public Revisions(JdbcTemplate batch) {
        this.batch = batch;
        this.database = JdbcClient.create(batch);
    }

    public void store(PackedRevision packed) {
        RevisionRecord revision = packed.revision();
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
        database.sql(insert("revision", row.keySet())).params(List.copyOf(row.values())).update();
        store(DateSummary.of(revision));
        List<String> columns = new ArrayList<>(List.of("revision", "position"));
        columns.addAll(TableColumn.names(DiscrepancyRecord.COLUMNS));
        int[] position = {0};
        batch.batchUpdate(insert("discrepancy", columns), revision.discrepancies(), 500, (statement, one) -> {
            statement.setInt(1, revision.number());
            statement.setInt(2, position[0]++);
            for (int i = 0; i < DiscrepancyRecord.COLUMNS.size(); i++) {
                statement.setObject(3 + i, DiscrepancyRecord.COLUMNS.get(i).cell().apply(one));
            }
        });
    }

    private static String insert(String table, Collection<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** The ledger's column that keeps a published file: {@code totals_csv_gz}. */
    private static String columnOf(String file) {
        return file.replace('.', '_') + "_gz";
    }

    private void store(DateSummary date) {
        database.sql("delete from date_summary where date = ?").param(date.date()).update();
        database.sql(insert("date_summary", TableColumn.names(DateSummary.COLUMNS)))
                .params(DateSummary.COLUMNS.stream().<Object>map(column -> column.cell().apply(date)).toList()).update();
    }

    public RevisionRecord find(LocalDate date, int number) {
        return database.sql("select * from revision where date = ? and number = ?").params(date, number)
                .query((row, count) -> new RevisionRecord(date, number, row.getString("run"),
                        row.getObject("business_date", LocalDate.class), row.getString("settings"), row.getObject("known_to", Long.class),
                        row.getString("result_sha256"), row.getInt("figures"), row.getInt("sources"), files(row),
                        row.getBytes("discrepancy_figures"), List.of()))
                .single();
    }

    private static Map<String, byte[]> files(ResultSet row) throws SQLException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : RevisionRecord.FILES) {
            byte[] content = Compressed.unpack(row.getBytes(columnOf(file)));
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
        return database.sql("select discrepancy_figures from revision where date = ? and number = ? and discrepancy_figures is not null")
                .params(date, number).query((row, count) -> DiscrepancyFigures.unpack(row.getBytes(1))).optional()
                .orElse(DiscrepancyFigures.NOT_KEPT);
    }

    /** How many there are, all of them on the disk: H2 else writes what was committed half a second later. */
    public long forced() {
        database.sql("checkpoint sync").update();
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
                .query(Revisions::discrepancy).list();
    }

    /** What was waived on a date before a revision, by revision. */
    public List<DiscrepancyRecord> waived(LocalDate date, int before) {
        return database.sql("select * from discrepancy where date = ? and revision < ? and status = 'waived' order by revision, position")
                .params(date, before).query(Revisions::discrepancy).list();
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
                .query(Revisions::dateAndNumber).list();
    }

    /** The current revision of every date, where it was published. */
    public List<Unpublished> standing() {
        return database.sql("""
                select r.date, r.number from revision r join date_state s on s.date = r.date and s.revision = r.number
                where r.published = true order by r.date""")
                .query(Revisions::dateAndNumber).list();
    }

    private static Unpublished dateAndNumber(ResultSet row, int number) throws SQLException {
        return new Unpublished(row.getObject("date", LocalDate.class), row.getInt("number"));
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
                .query(Revisions::dateAndNumber).list();
    }

    /** One summary per date, by date. */
    public List<DateSummary> summaries() {
        return database.sql("select * from date_summary order by date").query(Revisions::dateSummary).list();
    }

    /** Of one date; empty where it has no revision. */
    public Optional<DateSummary> summary(LocalDate date) {
        return database.sql("select * from date_summary where date = ?").param(date).query(Revisions::dateSummary).optional();
    }

    private static DateSummary dateSummary(ResultSet row, int number) throws SQLException {
        return new DateSummary(row.getObject("date", LocalDate.class), row.getInt("revision"), row.getInt("sources"), row.getInt("figures"),
                row.getInt("errors"), row.getInt("warnings"), row.getInt("infos"), row.getInt("waived"), row.getInt("fresh"));
    }

    static DiscrepancyRecord discrepancy(ResultSet row, int number) throws SQLException {
        return new DiscrepancyRecord(row.getString("id"), row.getObject("date", LocalDate.class), row.getString("rule"),
                row.getString("area"), row.getString("measure"), row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class), row.getString("severity"), row.getString("status"),
                row.getInt("first_seen"), row.getString("figures"), row.getLong("gap"), row.getString("gap_percent"),
                row.getString("verdict"), row.getString("blamed"), row.getString("possible_cause"),
                row.getObject("waived_until", LocalDate.class), row.getString("explanation"));
    }
}

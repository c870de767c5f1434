package org.crossfoot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.crossfoot.ledger.Schema;
import org.crossfoot.store.LedgerReading.NoLedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves a ledger from a file to a server or back, row by row. The one it is copied from is left as it is; what stood where it is
 * copied to is set aside; the seal then names the new one, so that the old one is not gone on with by mistake.
 */
public final class LedgerCopy {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCopy.class);
    private static final int AT_ONCE = 500;

    /** The name by which H2 knows the number of a row, and the order in which runs began. */
    private static final String ROW_NUMBER = "_rowid_";

    private final Workspace from;
    private final Workspace to;

    /**
     * Of one output folder.
     *
     * @param workspace whose archive is kept in the ledger as far as that is on a server, where it says so
     */
    public LedgerCopy(Workspace workspace, Optional<String> from, Optional<String> to) {
        this.from = workspace.withLedger(from);
        this.to = workspace.withLedger(to);
    }

    /**
     * Copies it.
     *
     * @throws RunningException  where a run is at work
     * @throws NoLedgerException where there is none
     * @throws JobFailure        where the ledger to be copied is not what it was, or a run of it has not ended
     */
    public Copied copy() throws IOException, RunningException, JobFailure, NoLedgerException {
        LedgerReading.refuseMissing(from);
        try (OutputLock lock = OutputLock.take(from, "copy of the ledger");
                ServerLock other = to.server().isEmpty() ? null : ServerLock.take(to, lock.toString())) {
            LOG.info("{} to {}, {}", from.databaseName(), to.databaseName(), other == null ? lock : other);
            SealedLedger sealed = new SealedLedger(from);
            sealed.check();
            LedgerStore target = LedgerStore.of(to);
            Optional<String> aside = target.isThere() ? Optional.of(target.setAside()) : Optional.empty();
            long[] rows = {0};
            try (LedgerStore.Opened source = LedgerStore.of(from).openToAsk()) {
                refuseUnfinished(source.database());
                if (target instanceof LedgerInFile file) {
                    Files.createDirectories(to.ledger());
                    file.replace(false, draft -> rows[0] = copy(source.database(), draft), UnaryOperator.identity());
                }
                try (LedgerStore.Opened made = target.open(UnaryOperator.identity())) {
                    rows[0] += to.server().isEmpty() ? 0 : copy(source.database(), made.database());
                    if (from.archivedInLedger() || to.archivedInLedger()) {
                        from.archive(source.database()).copyTo(to.archive(made.database()));
                    }
                    LedgerSeal seal = LedgerSeal.of(made.database());
                    target.force();
                    new SealedLedger(to).close(seal);
                }
            }
            return new Copied(rows[0], aside);
        }
    }

    /** How many rows were copied, and as what the ledger was set aside that stood there; empty where none did. */
    public record Copied(long rows, Optional<String> aside) {
    }

    private void refuseUnfinished(DataSource source) throws JobFailure {
        Schema schema = new Schema(source);
        if (schema.isOlder()) {
            throw new JobFailure(from.databaseName() + ": was made by an older Crossfoot; a run brings it up to date,"
                    + " then copy it", null);
        }
        List<String> unfinished = JdbcClient.create(source).sql("select id from run where ended is null")
                .query(String.class).list();
        if (!unfinished.isEmpty()) {
            throw new JobFailure(from.databaseName() + ": run " + unfinished.get(0)
                    + " was interrupted; a run finishes it, then copy it", null);
        }
    }

    /** All of it in one commit. What Spring Batch keeps of runs that ended nothing asks for. */
    private static long copy(DataSource source, DataSource target) throws IOException {
        new Schema(target).bringUpToDate();
        try (Connection reading = source.getConnection(); Connection writing = target.getConnection()) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            long rows = 0;
            for (String table : tables(reading)) {
                rows += copy(table, reading, writing);
            }
            numberOn(writing);
            writing.commit();
            reading.rollback();
            return rows;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** What others refer to comes first. What is archived is no matter of rows, and may stand elsewhere. */
    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = texts(database, """
                select lower(table_name) from information_schema.tables
                where table_schema = current_schema and table_type = 'BASE TABLE'""");
        tables.removeIf(table -> table.startsWith("batch_") || table.startsWith("flyway_") || table.equals("archived"));
        tables.sort(Comparator.comparing((String table) -> !List.of("run", "report").contains(table))
                .thenComparing(Comparator.naturalOrder()));
        return tables;
    }

    private static long copy(String table, Connection from, Connection to) throws SQLException {
        String order = table.equals("run") ? " order by " + ROW_NUMBER
                : table.equals("setting") ? " where name <> 'ledger'" : "";
        try (Statement asked = from.createStatement()) {
            asked.setFetchSize(AT_ONCE);
            try (ResultSet row = asked.executeQuery("select * from " + table + order)) {
                ResultSetMetaData described = row.getMetaData();
                List<String> names = new ArrayList<>();
                for (int i = 1; i <= described.getColumnCount(); i++) {
                    names.add(described.getColumnName(i).toLowerCase(Locale.ROOT));
                }
                int[] kept = IntStream.range(0, names.size())
                        .filter(i -> !names.get(i).equals(ROW_NUMBER)).toArray();
                names.remove(ROW_NUMBER);
                try (PreparedStatement insert = to.prepareStatement("insert into " + table + " (" + String.join(", ", names)
                        + ") overriding system value values (" + String.join(", ", Collections.nCopies(kept.length, "?"))
                        + ")")) {
                    long rows = 0;
                    while (row.next()) {
                        for (int i = 0; i < kept.length; i++) {
                            insert.setObject(i + 1, value(row, kept[i] + 1, described.getColumnType(kept[i] + 1)));
                        }
                        insert.addBatch();
                        rows++;
                        if (rows % AT_ONCE == 0) {
                            insert.executeBatch();
                        }
                    }
                    insert.executeBatch();
                    return rows;
                }
            }
        }
    }

    private static Object value(ResultSet row, int column, int type) throws SQLException {
        return switch (type) {
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> row.getBytes(column);
            case Types.CLOB, Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> row.getString(column);
            default -> row.getObject(column);
        };
    }

    /** What is numbered by the database goes on behind the last one. */
    private static void numberOn(Connection database) throws SQLException {
        List<String> numbered = texts(database, """
                select lower(table_name) || ' ' || lower(column_name) from information_schema.columns
                where table_schema = current_schema and is_identity = 'YES' and lower(table_name) not like 'batch%'""");
        for (String each : numbered) {
            String[] place = each.split(" ");
            String last = texts(database, "select coalesce(max(" + place[1] + "), 0) + 1 from " + place[0]).get(0);
            try (Statement statement = database.createStatement()) {
                statement.execute("alter table " + place[0] + " alter column " + place[1] + " restart with " + last);
            }
        }
    }

    private static List<String> texts(Connection database, String question) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            List<String> texts = new ArrayList<>();
            while (answer.next()) {
                texts.add(answer.getString(1));
            }
            return texts;
        }
    }
}

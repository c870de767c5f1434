package org.crossfoot.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.h2.api.ErrorCode;
import org.h2.engine.DbObject;
import org.h2.engine.Right;
import org.h2.engine.SessionLocal;
import org.h2.engine.User;
import org.h2.jdbc.JdbcConnection;
import org.postgresql.core.Parser;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

/**
 * Questions in the user's own SQL. H2 answers them to a user of the database who may read the tables and do nothing else: no
 * file is read or written for them, but for what {@code csvread} names in plain text, which is read beforehand. PostgreSQL
 * answers one statement in a transaction that can only read, and what else its role may do is for the role's rights to say.
 */
public final class Questions {

    /** @param rows their cells are texts, numbers, truth values, or null */
    public record Answer(List<String> columns, List<List<Object>> rows) {
    }

    private final JdbcTemplate database;

    public Questions(JdbcTemplate database) {
        this.database = database;
    }

    private static final String MOMENT_OF_SERVER = "timestamptz";
    private static final String TEXT = "(?:'(?:[^']|'')*'|null)";
    private static final Pattern CSV_READ = Pattern.compile("csvread\\s*\\(\\s*" + TEXT + "(?:\\s*,\\s*" + TEXT + ")*\\s*\\)",
            Pattern.CASE_INSENSITIVE);

    /** @throws NotAnswered with what the database says about the question */
    public Answer ask(String sql) throws NotAnswered {
        try {
            Answer answer = database.execute((StatementCallback<Answer>) statement ->
                    Dialect.of(statement.getConnection()) == Dialect.H2 ? byFile(sql, statement) : byServer(sql, statement));
            if (answer == null) {
                throw new NotAnswered("this asks for nothing");
            }
            return answer;
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException failure
                    && failure.getErrorCode() == ErrorCode.ADMIN_RIGHTS_REQUIRED) {
                throw new NotAnswered("this would do more than read the ledger: write a file, read one that is not named"
                        + " in plain text to csvread,"
                        + " or change the database");
            }
            throw new NotAnswered(e.getMostSpecificCause().getMessage()
                    .replaceFirst("(?s); SQL statement:.*", "").lines().map(String::strip).collect(Collectors.joining("; ")));
        }
    }

    private static Answer byFile(String sql, Statement statement) throws SQLException {
        String question = withFilesRead(sql, statement);
        letReadAlone(statement.getConnection());
        return statement.execute(question) ? answer(statement.getResultSet()) : null;
    }

    /** Two statements could end the transaction and begin one that writes. */
    private static Answer byServer(String sql, Statement statement) throws SQLException {
        if (Parser.parseJdbcSql(sql, true, false, true, false, false).size() > 1) {
            throw new SQLException("these are several statements");
        }
        Connection connection = statement.getConnection();
        // Whoever asks decides how long that may take.
        connection.setNetworkTimeout(Runnable::run, 0);
        connection.setAutoCommit(false);
        try {
            // Once something was asked in a transaction, it can no longer be made one that writes.
            statement.execute("set transaction read only");
            statement.execute("select 1");
            return statement.execute(sql) ? answer(statement.getResultSet()) : null;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The question with what each file holds in its place; a database that is open for reading has no table for it. */
    private static String withFilesRead(String sql, Statement statement) throws SQLException {
        StringBuilder question = new StringBuilder();
        Matcher file = CSV_READ.matcher(sql);
        while (file.find()) {
            try (ResultSet content = statement.executeQuery("select * from " + file.group())) {
                file.appendReplacement(question, Matcher.quoteReplacement(asValues(answer(content), content.getMetaData())));
            }
        }
        return file.appendTail(question).toString();
    }

    private static String asValues(Answer file, ResultSetMetaData described) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> first = new ArrayList<>();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            names.add('"' + described.getColumnLabel(i).replace("\"", "\"\"") + '"');
            first.add("cast(null as varchar)");
        }
        // A row of nothing tells that all are texts, and is left out again.
        StringBuilder values = new StringBuilder("(select * from (values (" + String.join(", ", first) + ")");
        for (List<Object> row : file.rows()) {
            values.append(", (").append(row.stream().map(Questions::literal).collect(Collectors.joining(", "))).append(')');
        }
        return values.append(") as file(" + String.join(", ", names) + ") offset 1 rows)").toString();
    }

    private static String literal(Object text) {
        return text == null ? "null" : "'" + text.toString().replace("'", "''") + "'";
    }

    /** As long as the database is open. It is open for reading alone, so its users cannot be changed but in memory. */
    private static void letReadAlone(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        User user = session.getUser();
        DbObject tables = session.getDatabase().getMainSchema();
        user.grantRight(tables, new Right(session.getDatabase(), 0, user, Right.SELECT, tables));
        user.setAdmin(false);
    }

    private static Answer answer(ResultSet result) throws SQLException {
        ResultSetMetaData described = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            columns.add(name(described.getColumnLabel(i)));
        }
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> cells = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                cells.add(cell(result, i));
            }
            rows.add(cells);
        }
        return new Answer(columns, rows);
    }

    /** The database makes names that are not quoted all capitals. */
    private static String name(String label) {
        return label.equals(label.toUpperCase(Locale.ROOT)) ? label.toLowerCase(Locale.ROOT) : label;
    }

    /** Days and times as ISO 8601 has them, moments in UTC. */
    private static Object cell(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Timestamp && result.getMetaData().getColumnTypeName(column).equals(MOMENT_OF_SERVER)) {
            return result.getObject(column, OffsetDateTime.class).toInstant().toString();
        }
        return value instanceof OffsetDateTime moment ? moment.toInstant().toString()
                : value instanceof TemporalAccessor ? value.toString() : result.getString(column);
    }

    /** A question that the database does not understand; the message says why. */
    public static final class NotAnswered extends Exception {

        private static final long serialVersionUID = 1L;

        NotAnswered(String message) {
            super(message);
        }
    }
}

package org.crossfoot.ledger;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

/** Questions in the user's own SQL. */
public final class Questions {

    /** @param rows their cells are texts, numbers, truth values, or null */
    public record Answer(List<String> columns, List<List<Object>> rows) {
    }

    private final JdbcTemplate database;

    public Questions(JdbcTemplate database) {
        this.database = database;
    }

    /** @throws NotAnswered with what the database says about the question */
    public Answer ask(String sql) throws NotAnswered {
        try {
            Answer answer = database.execute((StatementCallback<Answer>) statement -> statement.execute(sql) ? answer(statement.getResultSet()) : null);
            if (answer == null) {
                throw new NotAnswered("this asks for nothing");
            }
            return answer;
        } catch (DataAccessException e) {
            throw new NotAnswered(e.getMostSpecificCause().getMessage().replaceFirst("(?s); SQL statement:.*", ""));
        }
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
        return value instanceof OffsetDateTime moment ? moment.toInstant().toString()
                : value instanceof TemporalAccessor ? value.toString() : result.getString(column);
    }
}

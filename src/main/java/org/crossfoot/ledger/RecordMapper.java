package org.crossfoot.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossfoot.figure.Keyword;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Makes records of rows by name: the component {@code periodEnd} is the column {@code period_end}, a component that is a record
 * is of the same row, an enum is its keyword. Spring's own mapper asks for a column {@code periodEnd} first, which H2
 * answers with an exception for each row.
 */
final class RecordMapper<R extends Record> implements RowMapper<R> {

    private record MappedColumn(String name, Class<?> type, RecordMapper<?> within, Method accessor) {

        Object value(Record one) {
            try {
                Object value = accessor.invoke(one);
                return value instanceof Enum<?> alternative ? Keyword.of(alternative)
                        : value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record does not say its " + name, e);
            }
        }
    }

    private final MappedColumn[] columns;
    private final Constructor<R> constructor;

    RecordMapper(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        columns = Arrays.stream(components).map(RecordMapper::column).toArray(MappedColumn[]::new);
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a constructor of its components", e);
        }
    }

    @Override
    public R mapRow(ResultSet row, int number) throws SQLException {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            MappedColumn column = columns[i];
            values[i] = column.within != null ? column.within.mapRow(row, number)
                    : column.type.isEnum() ? alternative(column.type, row.getString(column.name))
                    : column.type == Instant.class ? moment(row.getObject(column.name, OffsetDateTime.class))
                    : JdbcUtils.getResultSetValue(row, row.findColumn(column.name), column.type);
        }
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a row makes no " + constructor.getDeclaringClass().getSimpleName(), e);
        }
    }

    /** What a record says, by the names of the columns it is kept in: the parameters of an insert that names them. */
    Map<String, Object> values(R one) {
        Map<String, Object> values = new HashMap<>();
        Arrays.stream(columns).forEach(column -> values.put(column.name, column.value(one)));
        return values;
    }

    /** The insert of a record, with further columns of its row: for many rows, as {@link #set} fills it. */
    String insertInto(String table, String... further) {
        List<String> names = Stream.concat(Arrays.stream(columns).map(MappedColumn::name), Arrays.stream(further)).toList();
        return "insert into " + table + " (" + String.join(", ", names) + ") values (?" + ", ?".repeat(names.size() - 1) + ")";
    }

    void set(PreparedStatement insert, R one, Object... further) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            insert.setObject(i + 1, columns[i].value(one));
        }
        for (int i = 0; i < further.length; i++) {
            insert.setObject(columns.length + i + 1, further[i]);
        }
    }

    private static MappedColumn column(RecordComponent component) {
        Class<?> type = component.getType();
        return new MappedColumn(JdbcUtils.convertPropertyNameToUnderscoreName(component.getName()), type,
                type.isRecord() ? new RecordMapper<>(type.asSubclass(Record.class)) : null, component.getAccessor());
    }

    /** Moments with their offset are what all databases know. */
    private static Instant moment(OffsetDateTime kept) {
        return kept == null ? null : kept.toInstant();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object alternative(Class<?> type, String word) {
        return Keyword.read((Class) type, word);
    }
}

package org.crossfoot.ledger.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table on a PostgreSQL server, a row for each part of a value: so large ones are never held in memory. A value is kept
 * whole, in a commit of its own, whatever else is being stored, so nothing is ever half kept.
 */
public final class ArchiveTable implements ArchivePlace {

    private static final int PART = 1 << 20;

    /** What PostgreSQL says where a name is taken. */
    private static final String TAKEN = "23505";

    private final DataSource database;
    private final JdbcClient rows;
    private Map<String, Long> sizes;

    public ArchiveTable(DataSource database) {
        this.database = database;
        this.rows = JdbcClient.create(database);
    }

    @Override
    public Draft draft() {
        return new DraftRows();
    }

    /** Asks for a connection when the first part is full, or all of it is written. */
    private final class DraftRows extends OutputStream implements Draft {

        private final String draft = UUID.randomUUID().toString();
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private Connection connection;
        private int parts;

        @Override
        public OutputStream out() {
            return this;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int written = 0;
            while (written < length) {
                if (part.size() == PART) {
                    store(draft);
                }
                int some = Math.min(PART - part.size(), length - written);
                part.write(bytes, offset + written, some);
                written += some;
            }
        }

        private void store(String name) {
            execute("insert into archived (name, part, bytes) values (?, ?, ?)", name, parts, part.toByteArray());
            parts++;
            part.reset();
        }

        @Override
        public void keep(String name) {
            try {
                execute("delete from archived where name = ?", name);
                if (parts > 0) {
                    execute("update archived set name = ? where name = ?", name, draft);
                }
                store(name);
                connection.commit();
                sizes().remove(name);
            } catch (UncategorizedSQLException e) {
                // Somebody else kept the same bytes at the same time.
                if (!TAKEN.equals(e.getSQLException().getSQLState())) {
                    throw e;
                }
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        private void execute(String sql, Object... values) {
            try {
                if (connection == null) {
                    connection = database.getConnection();
                    connection.setAutoCommit(false);
                }
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    for (int i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, values[i]);
                    }
                    statement.executeUpdate();
                }
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            if (connection != null) {
                try (Connection given = connection) {
                    given.rollback();
                    given.setAutoCommit(true);
                } catch (SQLException e) {
                    throw failed(e);
                }
            }
        }
    }

    /** Of the ledger, and not of what is read or kept. */
    private static UncategorizedSQLException failed(SQLException cause) {
        return new UncategorizedSQLException("what is archived cannot be stored", null, cause);
    }

    @Override
    public InputStream open(String name) throws IOException {
        byte[] first = part(name, 0).orElseThrow(() -> new NoSuchFileException(name));
        return new SequenceInputStream(new Parts(name, first));
    }

    private Optional<byte[]> part(String name, int number) {
        return rows.sql("select bytes from archived where name = ? and part = ?").params(name, number)
                .query((row, position) -> row.getBytes(1)).optional();
    }

    /** One after the other, each when it is come to. */
    private final class Parts implements Enumeration<InputStream> {

        private final String name;
        private Optional<byte[]> next;
        private int number;

        Parts(String name, byte[] first) {
            this.name = name;
            this.next = Optional.of(first);
        }

        @Override
        public boolean hasMoreElements() {
            if (next == null) {
                number++;
                next = part(name, number);
            }
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException(name);
            }
            InputStream part = new ByteArrayInputStream(next.get());
            next = null;
            return part;
        }
    }

    @Override
    public boolean has(String name) {
        return rows.sql("select exists (select 1 from archived where name = ? and part = 0)").param(name).query(Boolean.class)
                .single();
    }

    public boolean isEmpty() {
        return rows.sql("select not exists (select 1 from archived)").query(Boolean.class).single();
    }

    /** How large it is: all are asked for at once, since of each report a night asks, and then those that came meanwhile. */
    @Override
    public Optional<String> look(String name) {
        Long size = sizes().computeIfAbsent(name, late -> rows.sql("select sum(octet_length(bytes)) from archived where name = ?")
                .param(late).query((row, position) -> row.getObject(1, Long.class)).list().get(0));
        return Optional.ofNullable(size).map(bytes -> "ledger " + bytes);
    }

    private synchronized Map<String, Long> sizes() {
        if (sizes == null) {
            sizes = new ConcurrentHashMap<>();
            rows.sql("select name, sum(octet_length(bytes)) from archived group by name")
                    .query(row -> {
                        sizes.put(row.getString(1), row.getLong(2));
                    });
        }
        return sizes;
    }

    @Override
    public List<String> names() {
        return rows.sql("select name from archived where part = 0 order by name").query(String.class).list();
    }

    @Override
    public long size() {
        return rows.sql("select coalesce(sum(octet_length(bytes)), 0) from archived").query(Long.class).single();
    }

    /** A commit is done whole or not at all. */
    @Override
    public int clean() {
        return 0;
    }
}

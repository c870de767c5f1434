package org.crossfoot.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run at a time on a ledger that several machines reach: locks of the server's, which go when the connection goes. Whoever
 * writes holds one as well, by each connection, and says there that the run's is still held: so a run that lost its connection,
 * and with it the lock, can write nothing beside the next one.
 */
final class ServerLock implements Closeable {

    /** What the locks of a database are told apart by: ours from others', and one from another. */
    private enum Lock {
        RUN, ASKING, WRITING, STORING;

        private static final int OURS = 0x0c055f07;

        String key() {
            return OURS + ", " + (ordinal() + 1);
        }

        String held() {
            return "l.locktype = 'advisory' and l.granted and l.classid = " + OURS + " and l.objid = " + (ordinal() + 1)
                    + " and l.database = (select oid from pg_database where datname = current_database())";
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(ServerLock.class);
    private static final String PROCESS = UUID.randomUUID().toString();

    /** How often a lock was taken by this process, by the output folder: what it left at work when it lost one has none. */
    private static final Map<Path, Integer> TAKEN = new ConcurrentHashMap<>();

    private static final String NAME = "crossfoot ";
    private static final int OWN = NAME.length() + 9;

    /** What the connections of workers that reconcile or read are called by, before the worker. */
    static final String SEAT = NAME + "seat ";

    /** Ends the sessions that are called by a name of a pattern. */
    static final String END = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()"
            + " and usename = current_user and application_name like ";

    /** What a killed process left open at the server is closed by it within a moment. */
    private static final Duration A_MOMENT = Duration.ofSeconds(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Connection connection;

    private ServerLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes it for a run, but does not wait for those who ask.
     *
     * @throws RunningException where another run holds it, on whatever machine; names that run
     */
    static ServerLock take(Workspace workspace, String holder) throws IOException, RunningException {
        TAKEN.merge(workspace.output(), 1, Integer::sum);
        return open(workspace, own(workspace) + holder, lock -> {
            if (!lock.comesFree("", Lock.RUN)) {
                throw RunningException.ofRunOn(workspace.databaseName(), lock.holder());
            }
            // Workers of an earlier run, at whatever they are: what they hold is let go, and is this run's to do.
            lock.get(END + "'" + SEAT + "%'");
            if (!lock.comesFree("", Lock.WRITING)) {
                throw RunningException.ofRunOn(workspace.databaseName(), "one that lost the lock, and is about to end");
            }
            lock.get("select pg_advisory_unlock(" + Lock.WRITING.key() + ")");
        });
    }

    /**
     * For reading alone.
     *
     * @throws RunningException where a run is at work
     */
    static ServerLock ask(Workspace workspace) throws IOException, RunningException {
        return open(workspace, NAME + "asking", lock -> {
            if (!lock.comesFree("_shared", Lock.RUN) || !lock.comesFree("_shared", Lock.ASKING)) {
                throw RunningException.ofRunOn(workspace.databaseName(), lock.holder());
            }
            lock.get("select pg_advisory_unlock_shared(" + Lock.RUN.key() + ")");
        });
    }

    /** Said by each connection of a run that writes, before all else. */
    static String toWrite(Workspace workspace) {
        return toWrite(own(workspace));
    }

    /** The same for connections of workers. @param holder of the run's lock, as the run is told apart by */
    static String toWrite(String holder) {
        return """
                set synchronous_commit = on;
                set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3;
                set tcp_user_timeout = '60s';
                do $$ begin
                  perform pg_advisory_lock_shared(%s);
                  if not exists (select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
                      where %s and a.application_name like '%s%%') then
                    raise exception 'this run has lost the lock on the ledger with its connection; what it did stands,\
                 and the next run goes on' using errcode = '%s';
                  end if;
                end $$""".formatted(Lock.WRITING.key(), Lock.RUN.held(), holder, ServerConnectionsOfRun.STATE);
    }

    /** In a transaction, until it ends: one at a time stores what came of dates or reports. */
    static String toStore() {
        return "select pg_advisory_xact_lock(" + Lock.STORING.key() + ")";
    }

    /** Asks what the run that holds the lock is told apart by; null where none does. */
    static String whoseRun() {
        return "select substring(max(a.application_name) from 1 for " + OWN + ") from pg_locks l"
                + " join pg_stat_activity a on a.pid = l.pid where " + Lock.RUN.held();
    }

    /** What the connection that holds the lock this process took last for an output folder is called by, before the run. */
    static String own(Workspace workspace) {
        return NAME + "%08x ".formatted((PROCESS + workspace.output() + TAKEN.get(workspace.output())).hashCode());
    }

    /** Whether nobody asks; nobody then can until this is closed. */
    boolean nobodyAsks() throws IOException {
        return is("select pg_try_advisory_lock(" + Lock.ASKING.key() + ")");
    }

    /** Whether its connection stands, and the lock with it. */
    boolean isHeld() {
        try {
            return connection.isValid((int) A_MOMENT.toSeconds());
        } catch (SQLException e) {
            LOG.info("the lock is lost", e);
            return false;
        }
    }

    private interface Taking {
        void by(ServerLock lock) throws IOException, RunningException;
    }

    private static ServerLock open(Workspace workspace, String name, Taking taking) throws IOException, RunningException {
        ServerLock lock;
        try {
            lock = new ServerLock(ServerConnections.one(workspace, name));
        } catch (SQLException e) {
            throw new IOException(e);
        }
        try {
            lock.get("select set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false),"
                    + " set_config('tcp_keepalives_count', '3', false), set_config('tcp_user_timeout', '60s', false)");
            taking.by(lock);
            return lock;
        } catch (IOException | RunningException e) {
            lock.close();
            throw e;
        }
    }

    private boolean comesFree(String how, Lock which) throws IOException {
        long began = System.nanoTime();
        while (!is("select pg_try_advisory_lock" + how + "(" + which.key() + ")")) {
            if (System.nanoTime() - began > A_MOMENT.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    private String holder() throws IOException {
        String name = get("select max(a.application_name) from pg_locks l join pg_stat_activity a on a.pid = l.pid where "
                + Lock.RUN.held());
        return name == null || name.length() <= OWN ? "just starting" : "run " + name.substring(OWN);
    }

    private boolean is(String question) throws IOException {
        return "t".equals(get(question));
    }

    private String get(String question) throws IOException {
        try (PreparedStatement asked = connection.prepareStatement(question); ResultSet answer = asked.executeQuery()) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String toString() {
        return "with a lock on the server";
    }

    @Override
    public void close() {
        // The server closes a connection in its own time; whoever comes next need not wait for that.
        try (connection; Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            LOG.info("the connection that held the lock was lost, and the lock with it", e);
        }
    }
}

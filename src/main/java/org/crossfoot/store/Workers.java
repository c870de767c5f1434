package org.crossfoot.store;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.crossfoot.ledger.Schema;
import org.crossfoot.store.LedgerReading.NoLedgerException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who takes part in the nights of a ledger on a server, from which machine, and at what. All times are the server's. What is said
 * here is of no date and no figure: each statement is a commit of its own, and no run's lock is asked for.
 */
public final class Workers implements AutoCloseable {

    /** Who did what the run itself did. */
    public static final String RUN_ITSELF = "the run itself";

    /** After which a worker that says nothing is taken for lost: it says that it is there each second. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String NAME = "crossfoot work ";
    private static final String ALIVE = """
            (w.seen > now() - interval '%s seconds' and exists (select 1 from pg_stat_activity a
            where a.datname = current_database() and a.application_name = '%s' || w.worker))"""
            .formatted(PATIENCE.toSeconds(), NAME);

    /** What a worker has open to reconcile or read for one run. */
    public record SeatConnections(DataSource database, Runnable closing) implements AutoCloseable {

        /** Ends what is being worked at as well. */
        @Override
        public void close() {
            closing.run();
        }
    }

    private final Workspace workspace;
    private final LedgerStore.Opened opened;
    private final JdbcClient server;

    private Workers(Workspace workspace, LedgerStore.Opened opened) {
        this.workspace = workspace;
        this.opened = opened;
        this.server = JdbcClient.create(opened.database());
    }

    /** For a run, over the connections it has. */
    public static Workers ofRun(Workspace workspace, DataSource database) {
        return new Workers(workspace, new LedgerStore.Opened(database, () -> {
        }));
    }

    /**
     * For a worker.
     *
     * @throws NoLedgerException where there is no ledger that this program could work at
     */
    public static Workers ofWorker(Workspace workspace, String worker) throws IOException, NoLedgerException, JobFailure {
        Workers workers = new Workers(workspace, LedgerOnServer.open(workspace, NAME + worker,
                "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 2;"
                        + " set tcp_user_timeout = '20s'"));
        try {
            Schema schema = new Schema(workers.opened.database());
            if (!schema.isThere() || schema.isOlder()) {
                throw new NoLedgerException(workspace.databaseName()
                        + ": holds no ledger, or one of an older Crossfoot; a run makes it, and brings it up to date");
            }
            if (schema.isNewer()) {
                throw new JobFailure.NewerLedger(workspace);
            }
            return workers;
        } catch (RuntimeException | NoLedgerException | JobFailure e) {
            workers.close();
            throw e;
        }
    }

    /** What a worker opens to reconcile or read for the run that holds the lock; useless once another run does, or none. */
    public SeatConnections openSeats(String worker, String run) throws IOException {
        LedgerStore.Opened seats = LedgerOnServer.open(workspace, ServerLock.SEAT + worker, ServerLock.toWrite(run));
        return new SeatConnections(seats.database(), seats.closing());
    }

    /** As what the run is known that works at the ledger now; empty where none does. */
    public Optional<String> run() {
        return server.sql(ServerLock.whoseRun()).query((row, number) -> row.getString(1)).list().stream()
                .filter(Objects::nonNull).findFirst();
    }

    /** Over a seat's connection, in its transaction: waits until nobody else stores. */
    public static void storeAlone(JdbcClient seat) {
        seat.sql(ServerLock.toStore()).query((row, number) -> "").list();
    }

    /** Over a connection of a run, in its transaction: what somebody else holds longer than a second fails. */
    public static void waitForNobody(JdbcClient run) {
        run.sql("set local lock_timeout = '1s'").update();
    }

    public DataSource database() {
        return opened.database();
    }

    /** Says that a worker is there, with so many seats; what it may be refused for is forgotten. */
    public void register(String worker, String version, int seats) {
        leave(worker);
        server.sql("insert into batch_worker (worker, version, seats, since, seen) values (?, ?, ?, now(), now())")
                .params(worker, version, seats).update();
    }

    /** @return whether it is still known; where not, it was taken for lost */
    public boolean stillThere(String worker) {
        return server.sql("update batch_worker set seen = now() where worker = ?").param(worker).update() > 0;
    }

    public Optional<String> refusal(String worker) {
        return server.sql("select refused from batch_worker where worker = ? and refused is not null").param(worker)
                .query(String.class).optional();
    }

    public void leave(String worker) {
        server.sql("delete from batch_seat where worker = ?").param(worker).update();
        server.sql("delete from batch_worker where worker = ?").param(worker).update();
    }

    /** How many seats workers of a version of the program have now. */
    public int seats(String version) {
        return server.sql("select coalesce(sum(seats), 0) from batch_worker w where version = ? and " + ALIVE).param(version)
                .query(Integer.class).single();
    }

    /** Refuses those of other versions; returns who they are. */
    public List<String> refuseOthers(String version) {
        List<String> others = server.sql("select worker || ' (' || version || ')' from batch_worker w where version <> ? and "
                + ALIVE + " order by worker").param(version).query(String.class).list();
        server.sql("update batch_worker set refused = ? where version <> ?").params(version, version).update();
        return others;
    }

    /** A seat is taken. */
    public void sit(long seat, String worker) {
        server.sql("insert into batch_seat (seat, worker, dates, since) values (?, ?, '', now())").params(seat, worker).update();
    }

    /** What whoever sits on a seat begins. */
    public void work(long seat, String at) {
        server.sql("update batch_seat set dates = ?, since = now() where seat = ?").params(at, seat).update();
    }

    public void getUp(long seat) {
        server.sql("delete from batch_seat where seat = ?").param(seat).update();
    }

    /** On how many of some seats workers sit. */
    public int sitting(List<Long> seats) {
        return server.sql("select count(*) from batch_seat where seat in (:seats)").param("seats", seats).query(Integer.class)
                .single();
    }

    /** Who sits on seats and is lost, each once: killed, frozen or cut off. */
    public List<String> lost() {
        return server.sql("select distinct s.worker from batch_seat s where not exists (select 1 from"
                + " batch_worker w where w.worker = s.worker and " + ALIVE + ") order by s.worker")
                .query(String.class).list();
    }

    /** Ends all that a worker has open, so that others can go on with what it holds; returns its seats. */
    public List<Long> end(String worker) {
        for (String name : List.of(ServerLock.SEAT, NAME)) {
            server.sql(ServerLock.END + "?").param(name + worker).query((row, number) -> "").list();
        }
        List<Long> seats = server.sql("select seat from batch_seat where worker = ?").param(worker).query(Long.class).list();
        leave(worker);
        return seats;
    }

    /** At the begin of a night: nobody sits. */
    public void allUp() {
        server.sql("delete from batch_seat").update();
        server.sql("delete from batch_worker w where not " + ALIVE).update();
    }

    /** Who works at what since when, a sentence each, for {@code status}. */
    public static List<String> inWords(Workspace workspace) throws IOException {
        if (workspace.server().isEmpty()) {
            return List.of();
        }
        try (LedgerStore.Opened asking = LedgerStore.of(workspace).openToAsk()) {
            JdbcClient server = JdbcClient.create(asking.database());
            if (!new Schema(asking.database()).isThere() || new Schema(asking.database()).isOlder()) {
                return List.of();
            }
            List<String> sentences = new ArrayList<>();
            server.sql("select worker, dates, since from batch_seat where dates <> '' order by worker, seat")
                    .query(row -> {
                        sentences.add(row.getString("worker") + ": at " + row.getString("dates") + " since "
                                + moment(row.getObject("since", OffsetDateTime.class)));
                    });
            server.sql("select worker, since, " + ALIVE + " as alive from batch_worker w"
                    + " where not exists (select 1 from batch_seat s where s.worker = w.worker"
                    + " and s.dates <> '') order by worker").query(row -> {
                        sentences.add(row.getString("worker") + ": "
                                + (row.getBoolean("alive") ? "waits for work since " : "is lost, which was there since ")
                                + moment(row.getObject("since", OffsetDateTime.class)));
                    });
            return sentences;
        }
    }

    private static String moment(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public void close() {
        opened.close();
    }
}

package org.crossfoot.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What workers read of reports that wait, for the run to store: offered, claimed and laid down under the execution of intake that
 * offers it, so that what is laid down too late is of nobody's concern. The run never waits for a row that somebody holds. On a
 * server alone.
 */
public final class SeatReadings {

    /**
     * @param worker who read it
     * @param packed what was read
     */
    public record SeatReading(String worker, byte[] packed) {
    }

    private static final RecordMapper<SeatReading> LAID = new RecordMapper<>(SeatReading.class);
    private static final String WAITING = "from report where state = 'waiting' and standing <> 'withdrawn'";

    private final JdbcClient database;

    SeatReadings(JdbcClient database) {
        this.database = database;
    }

    /** Whether so many reports wait, or a few of so many bytes together. */
    public boolean isMuch(int reports, long bytes) {
        return database.sql("select count(*) >= :reports or count(*) > 1 and sum(bytes) >= :bytes " + WAITING)
                .param("reports", reports).param("bytes", bytes).query(Boolean.class).single();
    }

    /** Offers all that wait; says how many. */
    public int offer(long intake) {
        return database.sql("insert into batch_reading (intake, report, place)"
                + " select ?, id, row_number() over (order by path, version) " + WAITING).param(intake).update();
    }

    /** The last of those still to be read, held until the transaction ends; those that others hold are passed over. */
    public List<Long> claim(long intake, int most) {
        return database.sql("""
                select b.report from batch_reading b where b.intake = ? and b.worker is null
                and exists (select 1 from report r where r.id = b.report and r.state = 'waiting')
                order by b.place desc limit ? for update of b skip locked""").params(intake, most).query(Long.class).list();
    }

    /** In the transaction that claimed it. */
    public void lay(long intake, long report, String worker, byte[] packed) {
        database.sql("update batch_reading set worker = ?, packed = ? where intake = ? and report = ?")
                .params(worker, packed, intake, report).update();
    }

    /** Leaves a claimed report to the run itself. */
    public void leave(long intake, long report) {
        database.sql("delete from batch_reading where intake = ? and report = ?").params(intake, report).update();
    }

    /** What a worker read of a report, or empty where none did. */
    public Optional<SeatReading> of(long intake, long report) {
        return database.sql("select worker, packed from batch_reading where intake = ? and report = ? and worker is not null")
                .params(intake, report).query(LAID).optional();
    }

    /** Forgets what nobody holds. */
    public void forget(long intake) {
        database.sql("""
                delete from batch_reading where intake = :intake and report in
                (select report from batch_reading where intake = :intake for update skip locked)""").param("intake", intake)
                .update();
    }

    /** Where no worker of any run holds anything. */
    public void clear() {
        database.sql("delete from batch_reading").update();
    }
}

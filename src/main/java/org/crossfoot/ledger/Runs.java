package org.crossfoot.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was executed, and with which business date and settings. */
public final class Runs {

    /**
     * One execution.
     *
     * @param command  {@code run} or {@code rerun}
     * @param settings id of the settings it works with, in the archive
     * @param ended    null where it has not ended, or was killed
     */
    public record Run(String id, String command, LocalDate businessDate, String settings, Instant started, Instant ended, Integer exitCode) {
    }

    /**
     * What a run has to say of one report, or date.
     *
     * @param text a sentence
     */
    public record Note(String path, Kind kind, String text) {

        public enum Kind {
            /** Its copy may still be being written: left to the next run. */
            WAITING,
            /** It looks cut off: not taken. */
            REFUSED,
            /** Taken, though it has less to say than before. */
            SHRUNK,
            /** A date that could not be reconciled or published; it stands in the place of the report's path. */
            FAILED
        }
    }

    private final JdbcClient database;

    public Runs(JdbcClient database) {
        this.database = database;
    }

    public boolean has(String id) {
        return database.sql("select count(*) from run where id = ?").param(id).query(Integer.class).single() > 0;
    }

    public void begin(Run run) {
        database.sql("insert into run (id, command, business_date, settings, started) values (?, ?, ?, ?, ?)")
                .params(run.id(), run.command(), run.businessDate(), run.settings(), run.started().atOffset(ZoneOffset.UTC)).update();
    }

    public void end(String id, Instant ended, int exitCode) {
        database.sql("update run set ended = ?, exit_code = ? where id = ?").params(ended.atOffset(ZoneOffset.UTC), exitCode, id).update();
    }

    /** Runs that began and never ended, oldest first. */
    public List<Run> unfinished() {
        return database.sql("select * from run where ended is null order by started, id").query(Runs::run).list();
    }

    public void note(String run, Note note) {
        database.sql("""
                merge into run_note n using (values (cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar)))
                as s (run, path, kind, text) on n.run = s.run and n.path = s.path and n.kind = s.kind
                when matched then update set text = s.text
                when not matched then insert (run, path, kind, text) values (s.run, s.path, s.kind, s.text)""")
                .params(run, note.path(), note.kind().name().toLowerCase(Locale.ROOT), note.text()).update();
    }

    /** What a run has to say of reports, in the order of their paths. */
    public List<Note> notes(String run) {
        return database.sql("select * from run_note where run = ? order by path, kind").param(run).query(Runs::note).list();
    }

    /** What all runs have to say of one kind, the last run last. */
    public List<Note> notes(Note.Kind kind) {
        return database.sql("select n.* from run_note n join run r on r.id = n.run where n.kind = ? order by r.started, r.id, n.path")
                .param(kind.name().toLowerCase(Locale.ROOT)).query(Runs::note).list();
    }

    /** What is said of one kind no longer holds, whichever run said it. */
    public void forget(String path, Note.Kind kind) {
        database.sql("delete from run_note where path = ? and kind = ?").params(path, kind.name().toLowerCase(Locale.ROOT)).update();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(row.getString("path"), Note.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("text"));
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return new Run(row.getString("id"), row.getString("command"), row.getObject("business_date", LocalDate.class),
                row.getString("settings"), row.getObject("started", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(), row.getObject("exit_code", Integer.class));
    }
}

package org.crossfoot.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.crossfoot.figure.Keyword;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was executed, and with which business date and settings. */
public final class Runs {

    /** What was asked for. */
    public enum Command {
        /** All that is new. */
        RUN,
        /** One date again. */
        RERUN;

        @Override
        public String toString() {
            return Keyword.of(this);
        }
    }

    /**
     * One execution.
     *
     * @param settings id of the settings it works with, in the archive
     * @param ended    null where it has not ended, or was killed
     */
    public record Run(String id, Command command, LocalDate businessDate, String settings, Instant started, Instant ended,
            Integer exitCode) {
    }

    /**
     * What a run has to say of one report, or date.
     *
     * @param text a sentence
     */
    public record Note(String path, NoteKind kind, String text) {

        public enum NoteKind {
            /** Its copy may still be being written: left to the next run. */
            WAITING,
            /** It looks cut off: not taken. */
            REFUSED,
            /** Taken, though it has less to say than before. */
            SHRUNK,
            /** A file in a source's folder that is not taken for a report. */
            UNREAD,
            /** A date that could not be reconciled or published; it stands in the place of the report's path. */
            FAILED
        }
    }

    private static final RecordMapper<Run> RUN = new RecordMapper<>(Run.class);
    private static final RecordMapper<Note> NOTE = new RecordMapper<>(Note.class);

    private final JdbcClient database;

    public Runs(JdbcClient database) {
        this.database = database;
    }

    public boolean has(String id) {
        return database.sql("select count(*) from run where id = ?").param(id).query(Integer.class).single() > 0;
    }

    public void begin(Run run) {
        database.sql("""
                insert into run (id, command, business_date, settings, started)
                values (:id, :command, :business_date, :settings, :started)""").params(RUN.values(run)).update();
    }

    public void end(String id, Instant ended, int exitCode) {
        database.sql("update run set ended = ?, exit_code = ? where id = ?")
                .params(ended.atOffset(ZoneOffset.UTC), exitCode, id).update();
    }

    /** In the order they began. */
    public List<Run> all() {
        return database.sql("select * from run order by started, id").query(RUN).list();
    }

    /** Runs that began and never ended, oldest first. */
    public List<Run> unfinished() {
        return database.sql("select * from run where ended is null order by started, id").query(RUN).list();
    }

    public void note(String run, Note note) {
        database.sql("""
                merge into run_note n using (values
                (cast(:run as varchar), cast(:path as varchar), cast(:kind as varchar), cast(:text as varchar)))
                as s (run, path, kind, text) on n.run = s.run and n.path = s.path and n.kind = s.kind
                when matched then update set text = s.text
                when not matched then insert (run, path, kind, text) values (s.run, s.path, s.kind, s.text)""")
                .params(NOTE.values(note)).param("run", run).update();
    }

    /** What a run has to say of reports, in the order of their paths. */
    public List<Note> notes(String run) {
        return database.sql("select * from run_note where run = ? order by path, kind").param(run).query(NOTE).list();
    }

    /** What all runs have to say of one kind, the last run last. */
    public List<Note> notes(Note.NoteKind kind) {
        return database
                .sql("select n.* from run_note n join run r on r.id = n.run where n.kind = ? order by r.started, r.id, n.path")
                .param(Keyword.of(kind)).query(NOTE).list();
    }

    /** What is said of one kind no longer holds, whichever run said it. */
    public void forget(String path, Note.NoteKind kind) {
        database.sql("delete from run_note where path = ? and kind = ?").params(path, Keyword.of(kind)).update();
    }
}

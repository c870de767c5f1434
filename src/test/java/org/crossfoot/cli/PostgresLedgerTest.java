package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.PostgresServer;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.cli.ReadyQuestions.Question;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three nights with the ledger on a PostgreSQL server, beside the same three with H2's file: nobody sees a difference. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLedgerTest {

    private String address;
    private Desk file;
    private Desk server;

    @BeforeAll
    void threeNights(@TempDir Path home) {
        address = PostgresServer.newDatabase();
        file = new Desk(home.resolve("file")).afterThreeNights();
        server = new Desk(home.resolve("server")).withLedger(address).afterThreeNights();
    }

    @Test
    void thePublishedBytesAreTheSame() {
        assertThat(Published.in(server.output())).isEqualTo(Published.in(file.output())).isNotEmpty();
        assertThat(server.output().resolve("ledger/crossfoot.mv.db")).doesNotExist();
    }

    @Test
    void everyCommandGivesTheSameAnswer() {
        server.answersAs(file);
        server.saysAs(file, 3, "rerun", "2025-01-26");
    }

    @Test
    void everyReadyQuestionHasTheSameAnswer() throws Exception {
        for (Question question : ReadyQuestions.all()) {
            Ended answer = server.run("ask", question.name());
            assertThat(answer.exitCode()).as(answer.err()).isZero();
            if (!List.of("slow", "last").contains(question.name())) {
                server.saysAs(file, 0, "ask", question.name());
            }
        }
        assertThat(server.run("ask", "select started from runs order by started fetch first row only").out())
                .matches("started\n\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\n");
    }

    @Test
    void aQuestionChangesNothing() {
        String counted = "select (select count(*) from runs) as runs, (select count(*) from revisions) as revisions, "
                + "(select count(*) from date_state) as dates, (select count(*) from waiting_date) as waiting; ";
        String before = server.run("ask", counted).out();
        for (String wrong : List.of("delete from runs", "drop view runs", "select nothing from runs", "selct",
                "delete from waiting_date", "set transaction read write", "select 1; commit; delete from waiting_date",
                "commit; begin read write; drop view runs; commit", "do $$ begin commit; delete from date_state; end $$")) {
            Ended answer = server.run("ask", wrong);
            assertThat(answer.exitCode()).as(wrong).isEqualTo(2);
            assertThat(answer.err()).as(wrong).startsWith("crossfoot: ask: ")
                    .contains("'crossfoot ask' lists what it may ask for")
                    .doesNotContain("Exception");
        }
        assertThat(server.run("ask", counted).out()).isEqualTo(before).hasLineCount(2);
    }

    @Test
    void aRoleThatCanOnlyReadIsEnoughForThoseWhoAsk() {
        String database = PostgresServer.nameIn(address);
        PostgresServer.execute(database, "drop role if exists steward; create role steward login; grant usage on schema"
                + " crossfoot to steward; grant select on all tables in schema crossfoot to steward");
        String asking = PostgresServer.address(database, "steward");
        for (List<String> command : List.of(List.of("ask", "open"), List.of("verify", "--all"), List.of("status"),
                List.of("explain", "0935f3a8d2ca"), List.of("diff", "2025-01-26"), List.of("try", "--all"),
                List.of("decisions"))) {
            Ended answer = server.withLedger(asking).run(command.toArray(String[]::new));
            server.withLedger(address);
            assertThat(answer.exitCode()).as(command + answer.err()).isZero();
        }
        Ended night = server.withLedger(asking).run("run", "--date", "2025-01-28");
        server.withLedger(address);
        assertThat(night.exitCode()).isEqualTo(4);
        assertThat(night.err()).contains("permission denied");
    }

    @Test
    void aLedgerMovesToAServerAndBackAndGoesOnThere(@TempDir Path home) {
        Desk still = new Desk(home.resolve("still")).afterThreeNights();
        Desk moved = new Desk(home.resolve("moved")).afterThreeNights();
        String place = PostgresServer.newDatabase();

        Ended copied = moved.run("ledger", "copy", "h2", place);

        assertThat(copied.exitCode()).as(copied.err()).isZero();
        assertThat(copied.out()).contains("h2 is copied to " + place).contains("name it with --ledger or CROSSFOOT_LEDGER");
        assertThat(moved.run("run", "--date", "2025-01-29").err()).contains("its ledger is on a PostgreSQL server");
        assertThat(moved.run("run", "--date", "2025-01-29").exitCode()).isEqualTo(2);
        moved.withLedger(place);
        assertThatBothGoOnAlike(still, moved, "1,100", "2025-01-29");

        Ended back = moved.run("ledger", "copy", place, "h2");
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.out()).contains("set aside as crossfoot.mv.db.set-aside-1");
        Ended elsewhere = moved.run("ask", "open");
        assertThat(elsewhere.exitCode()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("its ledger is the file").contains("leave --ledger out");
        moved.withLedger(null);
        assertThatBothGoOnAlike(still, moved, "1,101", "2025-01-30");

        assertThat(moved.run("ledger", "copy", "h2", place).out()).contains("set aside as schema crossfoot_set_aside_1");
        moved.withLedger(place);
        assertThatBothGoOnAlike(still, moved, "1,102", "2025-01-31");
    }

    private static void assertThatBothGoOnAlike(Desk one, Desk other, String figure, String date) {
        for (Desk desk : List.of(one, other)) {
            Ended verified = desk.run("verify", "--all");
            assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
            desk.put("official-via-nbc/2025-01-27.csv", "statement,reported_on,day,counted,figure,computed,said_by,remark\n"
                    + "nbc-0127,2025-01-27,2025-01-26,arrests,\"" + figure + "\",no,senior administration official,\n");
            desk.run("run", "--date", date);
        }
        assertThat(Published.in(other.output())).isEqualTo(Published.in(one.output()));
        assertThat(other.run("ask", "select version, standing from reports where source = 'official-via-nbc' order by 1"))
                .isEqualTo(one.run("ask", "select version, standing from reports where source = 'official-via-nbc' order by 1"));
    }

    /** PostgreSQL keeps no NUL character, and takes a backslash for more than itself where it is not told otherwise. */
    @Test
    void whateverAReportHoldsIsKeptAlike(@TempDir Path home) {
        Desk one = new Desk(home.resolve("one"));
        Desk other = new Desk(home.resolve("other")).withLedger(PostgresServer.newDatabase());
        for (Desk desk : List.of(one, other)) {
            desk.put("ice-daily-posts/2025-04.csv", "posted_on,date,arrests,detainers\n2025-04-02,2025-04-01,1\0,1\n"
                    + "2025-04-03,2025-04-02,\"\\' \0 \uD83D\uDE00\",1\n2025-04-04,2025-04-03,12,1\n");
            desk.put("ice-daily-posts/2025-05 \uD83D\uDE00 \uFF21\u00DF'.csv",
                    "posted_on,date,arrests,detainers,\"\\N '\uD83D\uDE00\"\n2025-05-02,2025-05-01,at least 7,1,2\n");
            desk.put("ice-daily-posts/2025-06.csv", "posted\0on,date\n1,2\n");
            assertThat(desk.run("run", "--date", "2025-04-03").exitCode()).isEqualTo(3);
            assertThat(desk.run("verify", "--all").exitCode()).isZero();
        }
        assertThat(Published.in(other.output())).isEqualTo(Published.in(one.output()));
        assertThat(other.run("ask", "select path, failure from reports order by path").out())
                .isEqualTo(one.run("ask", "select path, failure from reports order by path").out());
    }

    @Test
    void theScriptMakesARoleForNightsAndOneThatCanOnlyAskAlsoAfterARebuild(@TempDir Path home) throws Exception {
        assumeThat(Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql"))))
                .as("there is no psql here").isTrue();
        for (int time = 1; time <= 2; time++) {
            ProcessBuilder script = new ProcessBuilder("bash", "scripts/postgres-ledger", "made")
                    .redirectOutput(home.resolve("pgpass-" + time).toFile()).redirectError(home.resolve("said").toFile());
            script.environment().putAll(PostgresServer.environment());
            assertThat(script.start().waitFor()).as(Files.readString(home.resolve("said"))).isZero();
        }
        assertThat(Files.readString(home.resolve("pgpass-1")))
                .matches("localhost:\\d+:made:made:[0-9a-f]{48}\nlocalhost:\\d+:made:made_reader:[0-9a-f]{48}\n");
        assertThat(home.resolve("pgpass-2")).as("the roles are there, with their passwords").isEmptyFile();
        Desk desk = new Desk(home).withLedger(PostgresServer.address("made", "made"));
        assertThat(desk.run("run", "--date", "2025-01-26").exitCode()).isOne();
        assertThat(desk.run("run", "--date", "2025-01-26", "--rebuild").exitCode()).isOne();
        Desk asking = desk.withLedger(PostgresServer.address("made", "made_reader"));
        assertThat(asking.run("verify", "--all").exitCode()).isZero();
        assertThat(asking.run("ask", "open").exitCode()).isZero();
        assertThat(asking.run("run", "--date", "2025-01-26").err()).contains("the role may not do that to the ledger");
    }

    @Test
    void whatIsWrongWithAnAddressIsSaid(@TempDir Path home) {
        Desk desk = new Desk(home);
        assertThat(desk.run("run", "--ledger", "jdbc:mysql://host/db")).extracting(Ended::exitCode).isEqualTo(2);
        Ended password = desk.run("status", "--ledger", "jdbc:postgresql://host/db?user=a&password=secret");
        assertThat(password.exitCode()).isEqualTo(2);
        assertThat(password.err()).contains("holds a password").contains(".pgpass").doesNotContain("secret");
        assertThat(desk.run("ledger", "copy", "h2", "h2").err()).contains("name another place");
        Ended none = desk.run("ask", "open", "--ledger", PostgresServer.newDatabase());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("holds no ledger, or none that this role may read");
        Ended unreachable = desk.run("run", "--date", "2025-01-26", "--ledger", "jdbc:postgresql://localhost:1/db");
        assertThat(unreachable.exitCode()).isEqualTo(4);
        assertThat(unreachable.err()).contains("the server of the ledger cannot be reached");
    }
}

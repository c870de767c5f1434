package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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

    private void sameOfBoth(int exitCode, String... command) {
        Ended expected = file.run(command);
        Ended found = server.run(command);
        assertThat(found.exitCode()).as(found.err()).isEqualTo(exitCode);
        assertThat(inWords(found, server)).isEqualTo(inWords(expected, file));
    }

    private static String inWords(Ended ended, Desk desk) {
        return (ended.out() + ended.err()).replace(desk.output().getParent().toString(), "HOME")
                .replaceAll("\\d{8}T\\d{6}\\.\\d{3}Z", "RUN").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "MOMENT");
    }

    @Test
    void thePublishedBytesAreTheSame() {
        assertThat(Published.in(server.output())).isEqualTo(Published.in(file.output())).isNotEmpty();
        assertThat(server.output().resolve("ledger/crossfoot.mv.db")).doesNotExist();
    }

    @Test
    void everyCommandGivesTheSameAnswer() {
        sameOfBoth(0, "verify", "--all");
        sameOfBoth(0, "explain", "0935f3a8d2ca");
        sameOfBoth(0, "explain", "arrests", "us", "2025-01-26");
        sameOfBoth(0, "diff", "2025-01-26");
        sameOfBoth(0, "decisions");
        sameOfBoth(0, "try", "--all");
        sameOfBoth(1, "try", "2025-01-26", "--set", "rules.sources-agree.enabled=false");
        sameOfBoth(0, "status");
        sameOfBoth(1, "rerun", "2025-01-26");
    }

    @Test
    void everyReadyQuestionHasTheSameAnswer() throws Exception {
        for (Question question : ReadyQuestions.all()) {
            Ended answer = server.run("ask", question.name());
            assertThat(answer.exitCode()).as(answer.err()).isZero();
            if (!List.of("slow", "last").contains(question.name())) {
                sameOfBoth(0, "ask", question.name());
            }
        }
        assertThat(server.run("ask", "select started from runs order by started fetch first row only").out())
                .matches("started\n\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\n");
    }

    @Test
    void aQuestionChangesNothing() {
        for (String wrong : List.of("delete from runs", "drop view runs", "select nothing from runs", "selct",
                "delete from waiting_date", "set transaction read write", "select 1; commit; delete from waiting_date",
                "commit; begin read write; drop view runs; commit", "do $$ begin commit; delete from date_state; end $$")) {
            Ended answer = server.run("ask", wrong);
            assertThat(answer.exitCode()).as(wrong).isEqualTo(2);
            assertThat(answer.err()).as(wrong).startsWith("crossfoot: ask: ").contains("'crossfoot ask' lists what it may ask for")
                    .doesNotContain("Exception");
        }
        assertThat(server.run("ask", "select count(*) as runs from runs; ").out()).isEqualTo("runs\n3\n");
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
}

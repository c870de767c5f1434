package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands say of a damaged database, and that a rebuild mends it. */
class DamagedLedgerTest {

    @TempDir
    Path home;

    private Desk desk;
    private Path database;

    @BeforeEach
    void aDamagedDatabase() throws Exception {
        desk = new Desk(home);
        assertThat(desk.run("run", "--date", "2025-01-26").exitCode()).isOne();
        database = desk.output().resolve("ledger/crossfoot.mv.db");
        Files.writeString(database, "damaged".repeat(10_000));
    }

    @Test
    void aRunEndsWithExitCodeFourAndSaysWhichFileAndWhatToDo() throws Exception {
        var before = Published.in(desk.output());

        Ended night = desk.run("run", "--date", "2025-01-26");
        assertThat(night.exitCode()).isEqualTo(4);
        assertThat(night.err()).startsWith("crossfoot: " + database + ": is damaged (").contains("run with --rebuild")
                .hasLineCount(1);
        assertThat(night.out()).isEmpty();
        assertThat(Published.in(desk.output())).isEqualTo(before);

        assertThat(desk.run("run", "--date", "2025-01-26", "--rebuild").exitCode()).isOne();
        assertThat(Published.in(desk.output())).isEqualTo(before);
        assertThat(desk.run("ask", "select count(*) as runs from runs").out()).isEqualTo("runs\n1\n");
        assertThat(database.resolveSibling("crossfoot.mv.db.set-aside-1")).content().startsWith("damaged");
    }

    /** One of them is enough: what a run does not tell it would publish. */
    @ParameterizedTest
    @ValueSource(strings = {"run --date 2025-01-26", "rerun 2025-01-26", "verify --all", "verify 2025-01-26",
            "explain 0935f3a8d2ca", "diff 2025-01-26",
        "ask open", "status"})
    void oneFlippedBitOrAnEarlierStateIsToldByEveryCommand(String command) throws Exception {
        Files.delete(database);
        desk.run("run", "--date", "2025-01-26");
        byte[] earlier = Files.readAllBytes(database);
        desk.replace("official-via-nbc/2025-01-27.csv", "1,179", "1,200").run("run", "--date", "2025-01-26");
        byte[] flipped = Files.readAllBytes(database);
        flipped[flipped.length * 2 / 3] ^= 1;
        for (byte[] damaged : List.of(flipped, earlier)) {
            Files.write(database, damaged);
            Ended told = desk.run(command.split(" "));
            assertThat(told.exitCode()).as(told.err()).isEqualTo(4);
            assertThat(told.err()).startsWith("crossfoot: " + database + ": is damaged (").contains("run with --rebuild")
                    .hasLineCount(1);
        }
    }

    @Test
    void aQuestionIsNotAnsweredAndSaysWhatToDo() {
        Ended answer = desk.run("ask", "open");

        assertThat(answer.exitCode()).isEqualTo(4);
        assertThat(answer.err()).contains(database + ": is damaged (").contains("run with --rebuild").hasLineCount(1);
    }

    @Test
    void theStatusTellsTheLastRunAndTheDamage() {
        Ended status = desk.run("status");
        assertThat(status.out()).contains("last run: ");
        assertThat(status.err()).contains(database + ": is damaged (").hasLineCount(1);
        assertThat(status.exitCode()).isEqualTo(4);
    }
}

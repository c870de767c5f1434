package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(night.err()).startsWith("crossfoot: " + database + ": is damaged (").contains("run with --rebuild").hasLineCount(1);
        assertThat(night.out()).isEmpty();
        assertThat(Published.in(desk.output())).isEqualTo(before);

        assertThat(desk.run("run", "--date", "2025-01-26", "--rebuild").exitCode()).isOne();
        assertThat(Published.in(desk.output())).isEqualTo(before);
        assertThat(desk.run("ask", "select count(*) as runs from runs").out()).isEqualTo("runs\n1\n");
        assertThat(database.resolveSibling("crossfoot.mv.db.set-aside-1")).content().startsWith("damaged");
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

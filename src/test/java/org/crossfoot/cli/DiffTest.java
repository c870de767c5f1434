package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What changed from revision to revision, as {@code diff} shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiffTest {

    private Desk desk;

    @BeforeAll
    void threeNights(@TempDir Path home) {
        desk = new Desk(home).afterThreeNights();
    }

    @Test
    void whatBroughtItIsNamed() {
        assertThat(desk.run("diff", "2025-01-26", "--revision", "1", "--revision", "2").out()).contains("""

                What brought it:
                  report official-via-nbc/2025-01-27.csv: changed
                  settings crossfoot.yml: changed
                """);
        assertThat(desk.run("diff", "2025-01-26").out()).contains("""

                What brought it:
                  report official-via-nbc/2025-01-27.csv: gone
                """);
    }

    @Test
    void newWordingMakesTheFormerFigureSupersededAndTheGapChange() {
        Ended shown = desk.run("diff", "2025-01-26", "--revision", "1", "--revision", "2");

        assertThat(shown.exitCode()).as("a question has no wrong answer").isZero();
        assertThat(shown.out()).contains("figures.csv, rows: 1 new, 0 gone, 1 changed:\n")
                .contains("  + official-via-nbc arrests us 2025-01-26 2025-01-26: as_printed 1,200; use set-aside; file "
                + "official-via-nbc/2025-01-27.csv; line 2\n")
                .contains(": use set-aside -> superseded\n")
                .contains("  + ef86b6f13e52 restated us arrests: severity warning; status new; ")
                .containsPattern("~ 0935f3a8d2ca sources-agree us arrests \\(line \\d+\\): status new -> changed; figures "
                + "without "
                        + "official-via-nbc:arrests=1,179, with official-via-nbc:arrests=1,200; gap 223 -> 244; ")
                .contains("severity info -> warning").contains("totals.csv, rows: 0 new, 0 gone, 2 changed:\n")
                .as("what rests on the rest of the statement").contains("note rests on what was said together with");
    }

    @Test
    void backwardsEverythingIsTheOtherWayRound() {
        assertThat(desk.run("diff", "2025-01-26", "--revision", "2", "--revision", "1").out())
                .contains("figures.csv, rows: 0 new, 1 gone, 1 changed:\n").contains("gap 244 -> 223");
    }

    @Test
    void oneRevisionIsComparedWithTheCurrentOne() {
        assertThat(desk.run("diff", "2025-01-26", "--revision", "2")).isEqualTo(desk.run("diff", "2025-01-26"));
        assertThat(desk.run("diff", "2025-01-26", "--revision", "3").out())
                .contains("the same reports, settings, business date and program made both");
    }

    @Test
    void revisionsThatAreNotThereAreToldWithThoseThatAre() {
        assertThat(desk.run("diff", "2025-01-26", "--revision", "1", "--revision", "9")).isEqualTo(new Ended(2, "",
                "crossfoot: 2025-01-26: has no revision 9, only 1 to 3\n"));
        assertThat(desk.run("diff", "2025-01-23")).isEqualTo(new Ended(2, "",
                "crossfoot: 2025-01-23: has only revision 1; there is nothing to compare it with\n"));
        assertThat(desk.run("diff", "2024-01-23").exitCode()).isEqualTo(2);
        assertThat(desk.run("diff", "2025-01-26", "--revision", "1", "--revision", "2", "--revision", "3").exitCode())
                .isEqualTo(2);
    }
}

package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes: what they print where, and how they end. */
class CommandsIT {

    @TempDir
    Path home;

    private Program crossfoot;

    @BeforeEach
    void theSample() {
        crossfoot = new Program(home).withSample();
    }

    @Test
    void anAnswerThatStandardOutputLostIsNoAnswer() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")),
                "no /dev/full here: a standard output on a full disk is not tried");
        assertThat(crossfoot.run("run", "--date", "2025-01-26").exitCode()).isOne();
        for (String command : List.of("status", "check", "verify --all", "ask open", "run --date 2025-01-26", "--version")) {
            Ended lost = crossfoot.start(home, Map.of("LC_ALL", "C.UTF-8"), List.of("sh", "-c", "exec "
                    + Path.of(System.getProperty("java.home"),
                    "bin", "java") + " -XX:TieredStopAtLevel=1 -jar '" + Program.jar() + "' " + command
                    + (command.startsWith("-") ? "" : " --input input --output output") + " > /dev/full")).end();
            assertThat(lost.exitCode()).as(command).isEqualTo(4);
            assertThat(lost.err()).as(command).contains("crossfoot: standard output cannot be written (No space left on device)");
        }
        Ended enough = crossfoot.start(home, Map.of("LC_ALL", "C.UTF-8"), List.of("bash", "-c",
                Path.of(System.getProperty("java.home"),
                "bin", "java") + " -jar '" + Program.jar()
                + "' ask 'select * from discrepancies' --input input --output output | true")).end();
        assertThat(enough.err()).as("whoever read enough is told nothing").isEmpty();
    }

    @Test
    void aNightOfTheSampleEndsWithOneLineAndExit1AndTheNextFindsNothingNew() {
        Ended first = crossfoot.run("run", "--date", "2025-01-26");
        assertThat(first.exitCode()).isOne();
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .matches("2025-01-26: 5 reports read with 82 figures, 0 rejected; 11 dates published; open: .* \\(exit 1\\)\n");

        Ended second = crossfoot.run("run", "--date", "2025-01-26");
        assertThat(second.exitCode()).isOne();
        assertThat(second.out()).startsWith("2025-01-26: nothing new; open: 2 errors").hasLineCount(1);
        assertThat(home.resolve("output/runs").toFile().list()).hasSize(2);

        Ended rerun = crossfoot.run("rerun", "2025-01-28");
        assertThat(rerun.exitCode()).as("only a note is open on the 28th").isZero();
        assertThat(rerun.out()).contains("0 dates published").hasLineCount(1);

        Ended quiet = crossfoot.run("rerun", "2025-01-28", "--quiet");
        assertThat(quiet).isEqualTo(new Ended(0, "", ""));

        Ended strict = crossfoot.run("run", "--date", "2025-01-28", "--fail-on", "info", "--quiet");
        assertThat(strict.exitCode()).isOne();
        assertThat(strict.out()).as("not all is well").hasLineCount(1);

        assertThat(crossfoot.run("run", "--date", "2025-01-26", "--fail-on", "NEVER").exitCode()).isZero();
        assertThat(crossfoot.run("run", "--date", "2025-01-28", "--fail-on", "warning").exitCode()).isZero();

        Ended status = crossfoot.run("status");
        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains("run for 2025-01-28").contains("exit 0").contains("dates: 11 published, 0 waiting")
                .contains("ice-daily-posts: 1 report, figures up to 2025-01-31");
        assertThat(status.err()).isEmpty();
    }

    @Test
    void waiversToDecideOnAgainCountWithTheirSeverity() {
        crossfoot.put("waivers.csv",
                "id,until,owner,reason\nsources-agree/us/arrests,2025-01-25,Ada,asked\n0123456789ab,2025-12-31,Ada,long gone\n");

        Ended night = crossfoot.run("run", "--date", "2025-01-26", "--fail-on", "error");

        assertThat(night.out()).contains("1 warning, ").endsWith("; 1 unused waiver (exit 1)\n");
        assertThat(crossfoot.run("verify", "--all").exitCode()).isZero();
        crossfoot.put("waivers.csv", "id,until,owner,reason\n0123456789ab,2025-12-31,Ada,long gone\n");
        assertThat(crossfoot.run("run", "--date", "2025-01-23", "--quiet").exitCode()).as("the dates are looked at again")
                .isOne();
        assertThat(crossfoot.run("run", "--date", "2025-01-23", "--fail-on", "error").exitCode()).isZero();
        assertThat(crossfoot.run("run", "--date", "2025-01-23", "--fail-on", "warning").out()).contains("nothing new")
                .endsWith("; 1 unused waiver (exit 1)\n");
    }

    @Test
    void theLedgerIsAskedThroughExplainDiffAndAsk() {
        crossfoot.run("run", "--date", "2025-01-26");

        Ended asked = crossfoot.run("ask", "select id from discrepancies where date = '2025-01-26' and rule = 'sources-agree'");
        assertThat(asked).isEqualTo(new Ended(0, "id\n0935f3a8d2ca\n", ""));
        Ended explained = crossfoot.run("explain", "0935f3a8d2ca", "--format", "json");
        assertThat(explained.exitCode()).isZero();
        assertThat(explained.err()).isEmpty();
        assertThat(explained.out()).startsWith("{\n").endsWith("}\n").contains("\"standsNow\" : true");
        Ended differing = crossfoot.run("diff", "2025-01-26");
        assertThat(differing).isEqualTo(new Ended(2, "",
                "crossfoot: 2025-01-26: has only revision 1; there is nothing to compare it with\n"));
    }

    @Test
    void whereNoRunEverWasNothingCanBeAsked() {
        Ended asked = crossfoot.run("ask", "open");

        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.out()).isEmpty();
        assertThat(asked.err()).contains("holds no ledger");
        assertThat(home.resolve("output")).doesNotExist();
    }

    @Test
    void checkListsWhatIsWrongAndWritesNothing() {
        crossfoot.put("ice-daily-posts/2025-02.csv", "posted_on,date,arrests,detainers\n2025-02-02,2025-02-01,dozens,1\n");

        Ended check = crossfoot.run("check");

        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).contains("ice-daily-posts/2025-02.csv: 1 figure, 1 rejected; ")
                .contains("     2  arrests  dozens  no number").contains("1 rejected");
        assertThat(home.resolve("output")).doesNotExist();
    }

    @Test
    void everyMistakeOfTheSettingsIsToldAtItsLineAndNothingIsDone() {
        crossfoot.put("crossfoot.yml", "zone: America/New_Yrok\nmeasures:\n  arrests: { kind: flwo }\n");

        for (String command : new String[] {"run", "check", "status"}) {
            Ended wrong = crossfoot.run(command);
            assertThat(wrong.exitCode()).as(command).isEqualTo(2);
            assertThat(wrong.out()).isEmpty();
            assertThat(wrong.err()).contains("crossfoot.yml:1: zone:").contains("America/New_York")
                    .contains("crossfoot.yml:3: measures.arrests.kind:")
                    .contains("mistakes in the settings; nothing was done");
        }
        assertThat(home.resolve("output")).doesNotExist();
    }

    @Test
    void theCommandLineIsReadBeforeAnythingIsDone() {
        Ended wrong = crossfoot.run("run", "--date", "2025-13-01");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).startsWith("Invalid value for option '--date': '2025-13-01' is no day of the calendar");
        assertThat(home.resolve("output")).doesNotExist();
    }

    @Test
    void resultsMustNotLieInTheInputFolder() {
        Path nested = home.resolve("input/output");
        Ended inside = crossfoot.start(home, Map.of("CROSSFOOT_OUTPUT", nested.toString(), "CROSSFOOT_INPUT",
                home.resolve("input").toString()), List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar",
                        Program.jar().toString(), "run")).end();
        assertThat(inside.exitCode()).isEqualTo(2);
        assertThat(inside.err()).contains("must not lie in the input folder");
        assertThat(nested).doesNotExist();
    }

    @Test
    void aDateThatFailsExits4AndIsNamedAndTheOthersArePublished() throws Exception {
        Files.createDirectories(home.resolve("output/2025-01-26"));

        Ended failed = crossfoot.run("run", "--date", "2025-01-26");

        assertThat(failed.exitCode()).isEqualTo(4);
        String why = "2025-01-26: failed while ";
        assertThat(failed.out()).hasLineCount(1).contains("; 1 date failed: " + why, "(exit 4)");
        assertThat(failed.err()).contains("crossfoot: " + why, "2025-01-26 is a folder that Crossfoot did not make; move it away",
                "everything else is published").doesNotContain("\tat ");
        assertThat(home.resolve("output/2025-01-25/totals.csv")).exists();
        assertThat(crossfoot.run("status").out()).contains("with exit 4", "1 waiting: 2025-01-26",
                "failed, and is tried again by the next run: " + why);
        assertThat(crossfoot.run("verify", "--all").exitCode()).isZero();
        Files.delete(home.resolve("output/2025-01-26"));
        assertThat(crossfoot.run("run", "--date", "2025-01-26").exitCode()).isOne();
        assertThat(home.resolve("output/2025-01-26/totals.csv")).exists();
    }
}

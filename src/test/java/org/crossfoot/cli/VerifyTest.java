package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.ledger.Archive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify}, and {@code rerun --revision}: the past again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyTest {

    private Desk desk;

    @BeforeAll
    void threeNights(@TempDir Path home) {
        desk = new Desk(home).afterThreeNights();
    }

    @Test
    void whatIsIdenticalIsSaidInALine() {
        Ended verified = desk.run("verify", "2025-01-26", "--revision", "1");

        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(verified.out()).isEqualTo("2025-01-26 revision 1: identical (10 files, made from 4 reports)\n");
        assertThat(desk.run("verify", "2025-01-26").out()).startsWith("2025-01-26 revision 3: identical");
    }

    @Test
    void allRevisionsOfAllDatesAreCounted() {
        Ended all = desk.run("verify", "--all", "--quiet");

        assertThat(all.exitCode()).isZero();
        assertThat(all.out()).matches("\\d+ revisions, 0 not identical\n");
    }

    @Test
    void aDateThatIsPublishedAndThatTheLedgerDoesNotHaveIsNamed() throws IOException {
        Path link = Files.createSymbolicLink(desk.output().resolve("2025-01-20"), Path.of(".dates/2025-01-26/3"));
        try {
            Ended all = desk.run("verify", "--all", "--quiet");
            assertThat(all.exitCode()).isOne();
            assertThat(all.out()).startsWith("2025-01-20 is published as revision 3, and the ledger has none of this date\n");
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void theStatusNamesTheRunThatWasLastWhateverTheClockSaid() throws IOException {
        String last = desk.run("ask", "select run from runs order by run desc fetch first row only").out().lines().skip(1)
                .findFirst().orElseThrow();
        Path ahead = Files.createDirectory(desk.output().resolve("runs/29990101T000000.000Z"));
        try {
            Files.writeString(ahead.resolve("run.json"),
                    Files.readString(desk.output().resolve("runs/" + last + "/run.json")).replace(last, "29990101T000000.000Z"));
            assertThat(desk.run("status").out()).startsWith("last run: " + last + ",");
        } finally {
            Files.delete(ahead.resolve("run.json"));
            Files.delete(ahead);
        }
    }

    @Test
    void anOutputFolderWithABackslashIsRefused(@TempDir Path elsewhere) {
        Ended refused = desk.run("run", "--date", "2025-01-26", "--output", elsewhere.resolve("a\\b").toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("'\\' in its path").hasLineCount(1);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void anAlteredTotalIsNamedWithItsLineAndColumn() throws IOException {
        Path totals = desk.output().resolve("2025-01-26/revisions/1/totals.csv");
        String whole = Files.readString(totals);
        try {
            Files.writeString(totals, whole.replace(",343,343,343,", ",344,343,343,"));
            Ended verified = desk.run("verify", "2025-01-26", "--revision", "1");
            assertThat(verified.exitCode()).isOne();
            assertThat(verified.out())
                    .contains("2025-01-26/revisions/1/totals.csv was altered after it was published: line 7 (collateral_arrests "
                    + "us "
                    + "2025-01-26 2025-01-26), best: \"343\" became \"344\"");
        } finally {
            Files.writeString(totals, whole);
        }
    }

    @Test
    void aPastRevisionIsMadeAgainInAFolderOfItsOwn(@TempDir Path elsewhere) {
        Ended again = desk.run("rerun", "2025-01-26", "--revision", "1", "--from", desk.output().toString(), "--output",
                elsewhere.toString());

        assertThat(again.exitCode()).as(again.err()).isOne();
        assertThat(again.out()).contains("2025-01-26: revision 1 made again");
        Published.in(elsewhere).forEach((path, text) -> assertThat(text).as(path)
                .isEqualTo(Published.in(desk.output()).get(path.replace("2025-01-26/", "2025-01-26/revisions/1/"))));
        assertThat(Published.in(elsewhere)).hasSize(10);
    }

    @Test
    void ofSettingsThatNobodyUnderstandsAnyMoreEveryCommandSaysWhoDoes(@TempDir Path other) throws Exception {
        Desk aDesk = new Desk(other);
        aDesk.run("run", "--date", "2025-01-26");
        givenPatternsWithTwoDigits(aDesk.output());
        String told = "revision 1 was made by Crossfoot ";
        String why = "this one does not understand the settings of then: official-via-nbc/source.yml:";

        Ended verified = aDesk.run("verify", "2025-01-26");
        assertThat(verified.exitCode()).isOne();
        assertThat(verified.out()).contains("2025-01-26 revision 1").contains(why);
        Path folder = other.resolve("then");
        for (List<String> command : List.of(List.of("explain", "arrests", "us", "2025-01-26"), List.of("rerun", "2025-01-26",
                "--revision", "1", "--from", aDesk.output().toString(), "--output", folder.toString()))) {
            Ended asked = aDesk.run(command.toArray(String[]::new));
            assertThat(asked.exitCode()).isEqualTo(2);
            assertThat(asked.err()).contains(told, why, "years_from", "rerun the date").doesNotContain("nothing was done")
                    .hasLineCount(1);
        }
        assertThat(aDesk.run("diff", "2025-01-26").err()).doesNotContain("Exception");
        assertThat(aDesk.run("explain", "0935f3a8d2ca").exitCode()).isZero();
    }

    /** As if a Crossfoot that took {@code yy} for this century had made all revisions. */
    private static void givenPatternsWithTwoDigits(Path output) throws Exception {
        Archive archive = new Archive(output.resolve("ledger/archive"));
        try (Connection ledger = DriverManager.getConnection("jdbc:h2:" + output.resolve("ledger/crossfoot"), "crossfoot", "");
                Statement statement = ledger.createStatement()) {
            String before;
            try (ResultSet settings = statement.executeQuery("select distinct settings from revision")) {
                settings.next();
                before = settings.getString(1);
            }
            StringBuilder list = new StringBuilder();
            for (String line : new String(archive.bytes(before), StandardCharsets.UTF_8).lines().toList()) {
                String sha256 = line.substring(0, line.indexOf(' '));
                String path = line.substring(line.indexOf(' ') + 1);
                String text = new String(archive.bytes(sha256), StandardCharsets.UTF_8);
                list.append(path.equals("official-via-nbc/source.yml") ? archive.keep(text.replaceFirst(
                        "published: \\{", "published: { format: M/d/yy, ").getBytes(StandardCharsets.UTF_8)).sha256() : sha256)
                        .append(' ').append(path).append('\n');
            }
            statement.executeUpdate("update revision set settings = '"
                    + archive.keep(list.toString().getBytes(StandardCharsets.UTF_8)).sha256() + "'");
        }
        Files.delete(output.resolve(".dates/ledger"));
    }

    @Test
    void whatDoesNotExistIsAMistakeOfTheAsker(@TempDir Path elsewhere) {
        assertThat(desk.run("verify", "2025-01-26", "--revision", "9").err())
                .contains("2025-01-26: has no revision 9, only 1 to 3");
        assertThat(desk.run("verify", "2024-01-26").exitCode()).isEqualTo(2);
        assertThat(desk.run("verify").exitCode()).isEqualTo(2);
        assertThat(desk.run("verify", "--all", "--output", elsewhere.toString()).err()).contains("holds no ledger");
        assertThat(desk.run("rerun", "2025-01-26", "--revision", "1", "--from", desk.output().toString()).err())
                .contains("is where nights are published; name a folder of its own for the past");
    }
}

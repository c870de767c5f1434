package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.crossfoot.PostgresServer;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.archive.ArchiveFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three nights with the archive in the ledger itself, beside the same three with a folder: nobody sees a difference. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveInLedgerTest {

    private String address;
    private Desk folder;
    private Desk inLedger;

    @BeforeAll
    void threeNights(@TempDir Path home) {
        address = PostgresServer.newDatabase();
        folder = new Desk(home.resolve("folder")).withLedger(PostgresServer.newDatabase()).afterThreeNights();
        inLedger = new Desk(home.resolve("ledger")).withLedger(address).withArchive("ledger").afterThreeNights();
    }

    @Test
    void thePublishedBytesAreTheSameAndThereIsNoFolder() {
        assertThat(Published.in(inLedger.output())).isEqualTo(Published.in(folder.output())).isNotEmpty();
        assertThat(folder.output().resolve("ledger/archive")).isDirectory();
        assertThat(inLedger.output().resolve("ledger/archive")).doesNotExist();
    }

    @Test
    void everyCommandGivesTheSameAnswer(@TempDir Path then) {
        inLedger.answersAs(folder);
        for (Desk desk : List.of(folder, inLedger)) {
            Ended past = desk.run("rerun", "2025-01-26", "--revision", "1", "--from", desk.output().toString(), "--output",
                    then.resolve(desk == folder ? "folder" : "ledger").toString());
            assertThat(past.exitCode()).as(past.err()).isOne();
        }
        assertThat(Published.in(then.resolve("ledger"))).isEqualTo(Published.in(then.resolve("folder"))).isNotEmpty();
        inLedger.saysAs(folder, 3, "rerun", "2025-01-26");
    }

    @Test
    void whatIsDamagedOrLostIsToldAsOfAFile(@TempDir Path home) throws IOException {
        String database = PostgresServer.newDatabase();
        Desk one = new Desk(home.resolve("one"));
        Desk other = new Desk(home.resolve("other")).withLedger(database).withArchive("ledger");
        List.of(one, other).forEach(desk -> desk.run("run", "--date", "2025-01-26"));
        for (String path : List.of("official-via-nbc/2025-01-27.csv", "crossfoot.yml")) {
            String name = Archive.sha256(Files.readAllBytes(home.resolve("one/input").resolve(path)));
            Path file = new ArchiveFolder(one.output().resolve("ledger/archive")).file(name);
            byte[] whole = Files.readAllBytes(file);
            for (int length : new int[] {whole.length / 2, 0}) {
                Files.write(file, Arrays.copyOf(whole, length));
                PostgresServer.execute(PostgresServer.nameIn(database), "update crossfoot.archived set bytes ="
                        + " substring(bytes from 1 for " + length + ") where name = '" + name + "'");
                sameIsVerified(one, other, 1);
            }
            Files.delete(file);
            PostgresServer.execute(PostgresServer.nameIn(database), "delete from crossfoot.archived where name = '" + name + "'");
            sameIsVerified(one, other, 1);
        }
        List.of(one, other).forEach(desk -> desk.run("run", "--date", "2025-01-26"));
        sameIsVerified(one, other, 0);
    }

    private static void sameIsVerified(Desk one, Desk other, int exitCode) {
        Ended expected = one.run("verify", "2025-01-26");
        Ended found = other.run("verify", "2025-01-26");
        assertThat(other.inWords(found)).isEqualTo(one.inWords(expected));
        assertThat(found.exitCode()).as(found.out() + found.err()).isEqualTo(exitCode);
    }

    @Test
    void anArchiveThatIsElsewhereIsNamedAndNothingIsTouched() {
        Ended without = inLedger.withArchive(null).run("verify", "--all");
        Ended run = inLedger.run("run", "--date", "2025-01-28");
        inLedger.withArchive("ledger");
        for (Ended told : List.of(without, run)) {
            assertThat(told.exitCode()).isEqualTo(2);
            assertThat(told.err()).contains("stands in the ledger itself; name it with --archive ledger");
        }
        assertThat(inLedger.output().resolve("ledger/archive")).doesNotExist();
        Ended with = folder.withArchive("ledger").run("run", "--date", "2025-01-28");
        folder.withArchive(null);
        assertThat(with.exitCode()).isEqualTo(2);
        assertThat(with.err()).contains("stands in a folder; name that with --archive");
    }

    @Test
    void aLedgerInAFileHasNone(@TempDir Path home) {
        Ended refused = new Desk(home).withArchive("ledger").run("run", "--date", "2025-01-26");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--archive ledger: a ledger in a file has its archive in a folder; name one with"
                + " --archive DIR (./ledger where it is called so), or a ledger on a server");
        assertThat(home.resolve("output/ledger")).doesNotExist();
    }

    @Test
    void aLedgerTakesItAlongToTheServerAndBackAgain(@TempDir Path home) throws IOException {
        Desk moved = new Desk(home).afterThreeNights();
        Path archive = moved.output().resolve("ledger/archive");
        String place = PostgresServer.newDatabase();

        assertThat(moved.run("ledger", "copy", "h2", place, "--archive", "ledger").exitCode()).isZero();
        Files.move(archive, home.resolve("aside"));
        moved.withLedger(place).withArchive("ledger");
        assertThat(moved.run("verify", "--all").exitCode()).isZero();
        assertThat(moved.run("run", "--date", "2025-01-29").exitCode()).isEqualTo(3);
        String further = PostgresServer.newDatabase();
        assertThat(moved.run("ledger", "copy", place, further).exitCode()).isZero();
        assertThat(moved.withLedger(further).run("verify", "--all").exitCode()).isZero();

        assertThat(moved.run("ledger", "copy", further, "h2").exitCode()).isZero();
        moved.withLedger(null).withArchive(null);
        Ended verified = moved.run("verify", "--all");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        assertThat(archive).isDirectory();
    }

    @Test
    void aRebuildSetsItAsideWithTheLedgerAndKeepsWhatStandsInTheInputFolder(@TempDir Path home) {
        Desk desk = new Desk(home).withLedger(PostgresServer.newDatabase()).withArchive("ledger");
        desk.run("run", "--date", "2025-01-26");
        var before = Published.in(desk.output());

        assertThat(desk.run("run", "--date", "2025-01-26", "--rebuild").exitCode()).isOne();

        assertThat(Published.in(desk.output())).isEqualTo(before);
        assertThat(desk.run("verify", "--all").exitCode()).isZero();
    }
}
